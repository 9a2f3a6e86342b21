import { parentPort } from 'node:worker_threads';
import { findFonts } from './pdf-fonts.js';
import type { PrintAnswer, PrintJob } from './pdf-job.js';
import { pdfRenderer } from './render-pdf.js';

/** The thread beside the server in which documents are laid out, so that requests do not wait for it. */
const render = pdfRenderer(findFonts());

parentPort?.on('message', async ({ id, sheet, locale }: PrintJob) => {
  parentPort?.postMessage(await answerOf(id, () => render(sheet, locale)));
});

async function answerOf(id: number, make: () => ReturnType<typeof render>): Promise<PrintAnswer> {
  try {
    const { bytes, missing } = await make();
    return { id, bytes, missing };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
