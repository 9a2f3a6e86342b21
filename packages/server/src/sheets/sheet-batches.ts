import { on } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { ImportInput } from '@careway/runtime';

type Rows = readonly (readonly unknown[])[];

/** Memory of the thread that reads a spreadsheet, in megabytes. */
const memory = 512;

/**
 * Runs in a thread of its own: twenty thousand rows take seconds, in which the server must go on answering. Plain JavaScript, so that it
 * runs the same from source and from the built package.
 */
const reader = `
const { parentPort, workerData } = require('node:worker_threads');
const { readSheet } = require(workerData.module);
const plain = (cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell);
readSheet(Buffer.from(workerData.bytes)).then((rows) => {
  for (let from = 0; from < rows.length; from += 500) parentPort.postMessage(rows.slice(from, from + 500).map((row) => row.map(plain)));
  parentPort.postMessage(null);
});
`;

/** The rows of the first sheet in batches; undefined when the file is no spreadsheet. */
export async function sheetBatches(bytes: Buffer): Promise<Extract<ImportInput['content'], { kind: 'cells' }> | undefined> {
  const module = createRequire(import.meta.url).resolve('read-excel-file/node');
  const worker = new Worker(reader, { eval: true, workerData: { module, bytes }, resourceLimits: { maxOldGenerationSizeMb: memory } });
  const messages = on(worker, 'message')[Symbol.asyncIterator]();
  try {
    const first = await nextRows(messages);
    return { kind: 'cells', rows: rowsAfter(first, messages, worker) };
  } catch {
    await worker.terminate();
    return undefined;
  }
}

async function* rowsAfter(first: Rows | null, messages: AsyncIterator<unknown>, worker: Worker): AsyncGenerator<Rows> {
  for (let rows = first; rows; rows = await nextRows(messages)) yield rows;
  await worker.terminate();
}

async function nextRows(messages: AsyncIterator<unknown>): Promise<Rows | null> {
  const { value } = await messages.next();
  return (value as [Rows | null])[0];
}
