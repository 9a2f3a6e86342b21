import { hash, verify } from '@node-rs/argon2';

/** Work one guess costs. The defaults are OWASP's for argon2id: 19 MiB, two passes. */
export interface PasswordCost {
  /** KiB */
  readonly memoryCost?: number;
  readonly timeCost?: number;
}

/** Hashes a password with argon2id (the library's default variant) and a fresh salt; the result names its own parameters. */
export function hashPassword(password: string, cost: PasswordCost = {}): Promise<string> {
  return hash(password, { memoryCost: 19456, timeCost: 2, parallelism: 1, ...cost });
}

let unknownPerson: Promise<string> | undefined;

/** Whether the password fits. With no hash (no such log-in) it works as long and says no, so that names cannot be guessed by time. */
export async function passwordFits(passwordHash: string | undefined, password: string, cost: PasswordCost = {}): Promise<boolean> {
  unknownPerson ??= hashPassword('nobody has this password', cost);
  try {
    const fits = await verify(passwordHash ?? (await unknownPerson), password);
    return fits && passwordHash !== undefined;
  } catch {
    // a stored text that is no hash fits nothing
    return false;
  }
}
