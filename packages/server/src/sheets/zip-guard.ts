import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

export type ZipVerdict =
  | { readonly ok: true; readonly sheetRows: number }
  | { readonly ok: false; readonly why: 'not-a-zip' | 'too-large' };

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

/** Unpacked, a roster of some thousand rows is a few megabytes. */
const unpackedLimit = 48 * 1024 * 1024;
const entryLimit = 1000;

/**
 * Unpacks a spreadsheet under a cap, whatever its directory claims, before any library sees it; a bomb stops at 48 MB. Counts the rows of the
 * fullest sheet that hold a value, so that a huge list is answered without reading its cells.
 */
export async function guardZip(bytes: Uint8Array): Promise<ZipVerdict> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(file);
  if (!entries) return { ok: false, why: 'not-a-zip' };
  if (entries.length > entryLimit) return { ok: false, why: 'too-large' };
  let left = unpackedLimit;
  let sheetRows = 0;
  for (const entry of entries) {
    const content = await contentOf(file, entry, left);
    if (!content.ok) return content;
    left -= content.bytes.length;
    if (entry.name.startsWith('xl/worksheets/sheet')) sheetRows = Math.max(sheetRows, filledRows(content.bytes.toString('latin1')));
  }
  return { ok: true, sheetRows };
}

async function contentOf(
  file: Buffer,
  entry: Entry,
  limit: number,
): Promise<{ ok: true; bytes: Buffer } | { ok: false; why: 'not-a-zip' | 'too-large' }> {
  if (limit <= 0) return { ok: false, why: 'too-large' };
  if (entry.offset + 30 > file.length || file.readUInt32LE(entry.offset) !== 0x04034b50) return { ok: false, why: 'not-a-zip' };
  const start = entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28);
  const packed = file.subarray(start, start + entry.packed);
  if (entry.method === 0) return packed.length > limit ? { ok: false, why: 'too-large' } : { ok: true, bytes: packed };
  if (entry.method !== 8) return { ok: false, why: 'not-a-zip' };
  try {
    return { ok: true, bytes: await inflate(packed, { maxOutputLength: limit }) };
  } catch (error) {
    return { ok: false, why: (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'not-a-zip' };
  }
}

/** The central directory; undefined when there is none. */
function entriesOf(file: Buffer): Entry[] | undefined {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > file.length) return undefined;
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameLength = file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      offset: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** Rows of a sheet that hold a value; formatted blank rows do not count. */
function filledRows(xml: string): number {
  let rows = 0;
  let at = xml.indexOf('<row');
  while (at >= 0) {
    const next = xml.indexOf('<row', at + 4);
    // each row is looked at by itself: searching on would read the whole sheet once a row
    const row = xml.slice(at, next < 0 ? xml.length : next);
    if (row.includes('<v>') || row.includes('<is>')) rows += 1;
    at = next;
  }
  return rows;
}
