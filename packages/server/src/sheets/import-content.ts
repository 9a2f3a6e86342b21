import { formIssue } from '@careway/forms';
import type { ImportInput, RegisterView } from '@careway/runtime';
import { ProblemError, problem } from '../problem.js';
import { sheetBatches } from './sheet-batches.js';
import { guardZip } from './zip-guard.js';

type Content = ImportInput['content'];

const megabyte = 1024 * 1024;
/** A spreadsheet is unpacked as a whole, so it may not be as long as a text. */
const spreadsheetMegabytes = 25;
const spreadsheetRows = 20_000;

/** What was sent, by its content: a spreadsheet is read apart from the server's own thread, everything else is handed on as text. */
export async function importContent(register: RegisterView, body: AsyncIterable<Uint8Array>): Promise<Content> {
  const pieces = body[Symbol.asyncIterator]();
  const first = await pieces.next();
  const rest = { [Symbol.asyncIterator]: () => pieces };
  if (first.done) return { kind: 'text', bytes: rest };
  if (!isZip(first.value)) return { kind: 'text', bytes: following(first.value, rest) };
  const bytes = await collected(following(first.value, rest));
  const verdict = await guardZip(bytes);
  if (!verdict.ok) return { kind: 'unreadable', issues: [formIssue('ROSTER_UNREADABLE', '')] };
  const count = verdict.sheetRows - 1;
  if (count > spreadsheetRows) {
    return { kind: 'unreadable', issues: [formIssue('TOO_MANY_ROWS', '', { label: register.label, count, limit: spreadsheetRows })] };
  }
  return (await sheetBatches(bytes)) ?? { kind: 'unreadable', issues: [formIssue('ROSTER_UNREADABLE', '')] };
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

async function* following(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

async function collected(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.byteLength;
    if (size > spreadsheetMegabytes * megabyte) throw new ProblemError(problem('BODY_TOO_LARGE', { limit: spreadsheetMegabytes }));
    chunks.push(piece);
  }
  return Buffer.concat(chunks);
}
