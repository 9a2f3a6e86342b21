import { mapRows, parseDelimited, readableRows, startFold, type TableTarget } from '@careway/forms';
import type { ReadRows } from '../form-context.js';

/** Lines put together before the page is drawn again. */
const STEP = 500;

/** How far the reading of a long list is. */
export interface ListProgress {
  readonly done: number;
  readonly total: number;
}

/** Reads a pasted list: rows of a roster at once, lines to put together in steps with the progress told in between. */
export async function readList(text: string, target: TableTarget, tell: (progress: ListProgress) => void): Promise<ReadRows> {
  const list = parseDelimited(text, readableRows(target));
  const issues = list.issues.map((issue) => ({ ...issue, path: `/${target.field}` }));
  const run = startFold(list, target);
  if (run) {
    while (run.step(STEP)) {
      tell({ done: run.done, total: run.total });
      await drawnAgain();
    }
  }
  const read = run?.result() ?? mapRows(list.cells, target, list.count);
  return { rows: read.rows, issues: [...issues, ...read.issues] };
}

/** Whether a text is a list of lines that the table puts together, by its headings. */
export function isLineList(text: string, target: Omit<TableTarget, 'around'>): boolean {
  return startFold(parseDelimited(text, 20), { ...target, around: { answers: {}, today: '' } }) !== undefined;
}

function drawnAgain(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
