import { createHash, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StoreUnusable } from '../ports/store.js';

/**
 * The master key: the text given (such as `CAREWAY_KEY`: 64 hex digits, or any text of at least 16 characters), else the file `key`
 * of the data folder, made once with mode 0600.
 * @throws StoreUnusable when the key is too short or the file cannot be read or written.
 */
export function masterKey({ text, dataDir }: { readonly text?: string | undefined; readonly dataDir?: string | undefined }): Uint8Array {
  if (text !== undefined && text !== '') return keyFrom(text);
  if (dataDir === undefined) return randomBytes(32);
  const file = join(dataDir, 'key');
  try {
    if (!existsSync(file)) writeKey(file);
    return keyFrom(readFileSync(file, 'utf8').trim());
  } catch (error) {
    if (error instanceof StoreUnusable) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreUnusable('NOT_WRITABLE', `The key file ${file} cannot be used (${why}). Check the folder's rights.`);
  }
}

function keyFrom(text: string): Uint8Array {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  if (text.length < 16) throw new StoreUnusable('NOT_WRITABLE', 'CAREWAY_KEY is too short: give 64 hex digits or at least 16 characters.');
  return createHash('sha256').update(text).digest();
}

function writeKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, `${randomBytes(32).toString('hex')}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
