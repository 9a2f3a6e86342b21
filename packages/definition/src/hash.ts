import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/**
 * The one text of a JSON value by RFC 8785: keys in UTF-16 order, no white space, numbers as ECMAScript writes them.
 * @throws TypeError for what JSON cannot say: undefined, functions, NaN, infinities, circular structures.
 */
export function canonicalJson(value: unknown): string {
  const source = canonicalize(value);
  if (source === undefined) throw new TypeError('not a JSON value');
  return source;
}

/** SHA-256 as 64 lower-case hex digits; text is taken as UTF-8. */
export function sha256Hex(data: Uint8Array | string): string {
  return bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));
}

/** Content hash of a document: SHA-256 over its RFC 8785 text, hex. White space and the order of keys do not count. */
export function hashDocument(json: unknown): string {
  return sha256Hex(canonicalJson(json));
}
