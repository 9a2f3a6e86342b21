import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { masterKey } from './master-key.js';
import { Sealer } from './sealer.js';
import { deriveKeys } from './tenant-keys.js';

const master = masterKey({ text: 'a'.repeat(64) });
const sealer = new Sealer(deriveKeys(master, 'one'));

describe('sealing', () => {
  it('gives back what was sealed, and another ciphertext each time', () => {
    const first = sealer.value('identity', '110101194001010012');
    const second = sealer.value('identity', '110101194001010012');
    expect(sealer.open(first.sealed)).toBe('110101194001010012');
    expect(first.sealed).not.toBe(second.sealed);
    expect(first.key).toBe(second.key);
    expect(first.hint).toBe('110101********0012');
    expect(JSON.stringify(first)).not.toContain('19400101');
  });

  it('gives other keys to other tenants and refuses their values', () => {
    const other = new Sealer(deriveKeys(master, 'two'));
    expect(other.searchKey('x')).not.toBe(sealer.searchKey('x'));
    expect(() => other.open(sealer.text('x'))).toThrow();
  });

  it('refuses a changed ciphertext', () => {
    const sealed = Buffer.from(sealer.text('some text'), 'base64');
    sealed[sealed.length - 1] = (sealed[sealed.length - 1] ?? 0) ^ 1;
    expect(() => sealer.open(sealed.toString('base64'))).toThrow();
  });
});

describe('the master key', () => {
  it('is made once, readable by its owner only', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'careway-key-'));
    const first = masterKey({ dataDir });
    expect(Buffer.from(masterKey({ dataDir })).equals(Buffer.from(first))).toBe(true);
    expect(statSync(join(dataDir, 'key')).mode & 0o777).toBe(0o600);
    rmSync(dataDir, { recursive: true });
  });

  it('is taken from the text given, and refused when too short', () => {
    expect(Buffer.from(master).toString('hex')).toBe('a'.repeat(64));
    expect(() => masterKey({ text: 'short' })).toThrow(/too short/);
  });
});
