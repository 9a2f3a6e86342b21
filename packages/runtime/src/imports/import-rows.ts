import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Issue } from '@careway/definition';
import { DelimitedStream, encodingCandidates, formIssue, type TextEncoding, TextStream } from '@careway/forms';
import type { TenantParts } from '../loop/tenant-parts.js';
import { readUpload } from './upload-parts.js';

/** A row with the number that a spreadsheet shows beside it. */
export interface ImportRow {
  readonly line: number;
  readonly cells: readonly unknown[];
}

/** How a file is read, and how many rows with content it has. */
export type FileReading =
  | { readonly ok: true; readonly encoding?: TextEncoding; readonly rows: number }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Rows handed on at a time: the thread is free between two batches, and a batch is written within some hundredths of a second. */
const batchSize = 25;

/** Reads a file through once: finds the encoding of a text and counts rows. Stops counting beyond `limit`. */
export async function surveyFile(parts: TenantParts, id: string, kind: 'text' | 'cells', limit: number): Promise<FileReading> {
  if (kind === 'cells') return { ok: true, rows: await countRows(cellRows(parts, id), limit) };
  for (const encoding of await candidatesOf(parts, id)) {
    const reading = await surveyText(parts, id, encoding, limit);
    if (reading) return reading;
  }
  return { ok: false, issues: [formIssue('ROSTER_UNREADABLE', '')] };
}

/** The rows of a file in batches, blank ones left out. */
export function importRows(parts: TenantParts, id: string, encoding: TextEncoding | undefined): AsyncGenerator<readonly ImportRow[]> {
  return inBatches(encoding === undefined ? cellRows(parts, id) : textRows(parts, id, encoding));
}

async function candidatesOf(parts: TenantParts, id: string): Promise<readonly TextEncoding[]> {
  for await (const bytes of readUpload(parts, id)) return encodingCandidates(bytes);
  return [];
}

/** Undefined when the bytes are no text in this encoding. */
async function surveyText(parts: TenantParts, id: string, encoding: TextEncoding, limit: number): Promise<FileReading | undefined> {
  const text = new TextStream(encoding);
  const stream = new DelimitedStream();
  let rows = 0;
  for await (const bytes of readUpload(parts, id)) {
    const piece = text.push(bytes);
    if (piece === undefined) return undefined;
    rows += stream.push(piece).length;
    if (rows > limit) break;
    await nextTurn();
  }
  if (rows <= limit) {
    const piece = text.end();
    if (piece === undefined) return undefined;
    rows += stream.push(piece).length + stream.end().length;
  }
  const row = stream.openQuoteAt;
  return row === undefined ? { ok: true, encoding, rows } : { ok: false, issues: [formIssue('QUOTE_OPEN', '', {}, { row })] };
}

async function countRows(pieces: AsyncGenerator<readonly ImportRow[]>, limit: number): Promise<number> {
  let rows = 0;
  for await (const piece of pieces) {
    rows += piece.length;
    if (rows > limit) break;
  }
  return rows;
}

async function* textRows(parts: TenantParts, id: string, encoding: TextEncoding): AsyncGenerator<readonly ImportRow[]> {
  const text = new TextStream(encoding);
  const stream = new DelimitedStream();
  for await (const bytes of readUpload(parts, id)) yield stream.push(text.push(bytes) ?? '');
  yield [...stream.push(text.end() ?? ''), ...stream.end()];
}

/** Parts of a spreadsheet hold rows as JSON, as many to a part as fit; a row never lies in two. */
async function* cellRows(parts: TenantParts, id: string): AsyncGenerator<readonly ImportRow[]> {
  let line = 0;
  for await (const bytes of readUpload(parts, id)) {
    const rows: ImportRow[] = [];
    for (const text of Buffer.from(bytes).toString('utf8').split('\n')) {
      if (text === '') continue;
      line += 1;
      const cells = JSON.parse(text) as readonly unknown[];
      if (cells.some((cell) => cell !== null && String(cell).trim() !== '')) rows.push({ line, cells });
    }
    yield rows;
  }
}

async function* inBatches(pieces: AsyncGenerator<readonly ImportRow[]>): AsyncGenerator<readonly ImportRow[]> {
  for await (const rows of pieces) {
    for (let from = 0; from < rows.length; from += batchSize) {
      yield rows.slice(from, from + batchSize);
      await nextTurn();
    }
  }
}
