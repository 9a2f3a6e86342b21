import { hkdfSync } from 'node:crypto';

/** Keys of one tenant, derived from the master key; none can be computed from another. */
export interface TenantKeys {
  /** Encrypts identity and phone numbers, drafts and files. */
  readonly seal: Buffer;
  /** Keyed hashes by which equal values are found. */
  readonly search: Buffer;
  /** Keyed hashes of commands and tracking codes. */
  readonly sign: Buffer;
}

/** Derives the keys of a tenant from 32 bytes of master key (HKDF, RFC 5869, SHA-256). */
export function deriveKeys(master: Uint8Array, tenant: string): TenantKeys {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', master, tenant, `careway ${use}`, 32));
  return { seal: derive('seal'), search: derive('search'), sign: derive('sign') };
}
