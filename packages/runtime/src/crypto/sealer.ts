import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { SealedValue } from '@careway/engine';
import { maskIdentity, maskPhone } from '@careway/forms';
import type { TenantKeys } from './tenant-keys.js';

/** Encrypts values at rest (AES-256-GCM, fresh nonce each time) and finds equal ones by keyed hash. */
export class Sealer {
  constructor(readonly keys: TenantKeys) {}

  /** Seals an identity or phone number; equal numbers have equal keys. The hint may be shown to anyone who may see the case. */
  value(kind: 'identity' | 'phone', number: string): SealedValue {
    return { sealed: this.text(number), key: this.searchKey(number), hint: kind === 'identity' ? maskIdentity(number) : maskPhone(number) };
  }

  /** Keyed hash by which an identity or phone number is found. */
  searchKey(number: string): string {
    return createHmac('sha256', this.keys.search).update(number.trim().toUpperCase()).digest('hex').slice(0, 40);
  }

  /** Opaque id of a person or organisation known by a number or name. */
  subject(known: string): string {
    return `s-${this.searchKey(`subject ${known}`).slice(0, 24)}`;
  }

  text(plain: string): string {
    return Buffer.from(this.bytes(Buffer.from(plain))).toString('base64');
  }

  /** @throws when the text was not sealed with this tenant's key or was changed. */
  open(sealed: string): string {
    return Buffer.from(this.openBytes(Buffer.from(sealed, 'base64'))).toString('utf8');
  }

  bytes(plain: Uint8Array): Uint8Array {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.keys.seal, nonce);
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  }

  openBytes(sealed: Uint8Array): Uint8Array {
    const decipher = createDecipheriv('aes-256-gcm', this.keys.seal, sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
  }

  /** Keyed hash of a command or code: tells equal ones without keeping what they say. */
  sign(text: string): string {
    return createHmac('sha256', this.keys.sign).update(text).digest('hex');
  }
}

/** Whether a value is a sealed one. */
export function isSealed(value: unknown): value is SealedValue {
  return typeof value === 'object' && value !== null && 'sealed' in value && 'key' in value && 'hint' in value;
}
