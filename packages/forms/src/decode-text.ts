import type { Issue } from '@careway/definition';
import { formIssue } from './messages.js';

/** Part of the platform in browsers and Node alike. */
declare const TextDecoder: new (label: string, options: { fatal: boolean }) => { decode(bytes: Uint8Array): string };

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export type DecodedText =
  | { readonly text: string; readonly encoding: TextEncoding; readonly issue?: undefined }
  | { readonly issue: Issue; readonly text?: undefined };

/**
 * The text of an imported file: by its byte-order mark, else UTF-8, UTF-16 or GB18030 (what Excel in China saves as CSV). Bytes that
 * are no text in any of them, and other kinds of files, give an issue that says how to save it again.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  for (const encoding of encodingCandidates(bytes)) {
    const text = decode(bytes, encoding);
    if (text !== undefined && isPlain(text)) return { text, encoding };
  }
  return { issue: formIssue('ROSTER_UNREADABLE', '') };
}

/** Encodings that a text with this beginning may have, the likelier first. */
export function encodingCandidates(bytes: Uint8Array): TextEncoding[] {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return ['utf-8'];
  if (a === 0xff && b === 0xfe) return ['utf-16le'];
  if (a === 0xfe && b === 0xff) return ['utf-16be'];
  const sample = bytes.subarray(0, 1000);
  if (sample.some((byte) => byte === 0))
    return zerosAt(sample, 1) > zerosAt(sample, 0) ? ['utf-16le', 'utf-16be'] : ['utf-16be', 'utf-16le'];
  return ['utf-8', 'gb18030'];
}

function zerosAt(bytes: Uint8Array, parity: number): number {
  return bytes.reduce((zeros, byte, index) => zeros + (byte === 0 && index % 2 === parity ? 1 : 0), 0);
}

function decode(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text holds no control characters but tabs and line ends, and nothing from the private areas that stands for "unknown". */
export function isPlain(text: string): boolean {
  return !/(?![\t\n\f\r])\p{Cc}|[\ufffd\ufffe\uffff]/u.test(text);
}
