import type { FormColumn } from '@careway/definition';

/** Titles may stand above the headings. */
const SEARCHED = 10;

export interface HeaderRow {
  /** Index of the row of headings. */
  readonly at: number;
  /** Column index by cell; undefined where the heading is not known. */
  readonly columns: readonly (FormColumn | undefined)[];
  /** Headings without a column. */
  readonly unknown: readonly string[];
  /** Columns named twice. */
  readonly twice: readonly FormColumn[];
}

/** Finds the row of headings by labels, aliases or ids, in any order; undefined when there is none. */
export function findHeader(cells: readonly (readonly unknown[])[], columns: readonly FormColumn[]): HeaderRow | undefined {
  const names = new Map<string, FormColumn>();
  for (const column of columns) {
    for (const name of [column.id, column.label['zh-CN'], column.label.en, ...(column.aliases ?? [])]) names.set(headingText(name), column);
  }
  for (let at = 0; at < Math.min(cells.length, SEARCHED); at += 1) {
    const row = cells[at] as readonly unknown[];
    const found = row.map((cell) => (typeof cell === 'string' ? names.get(headingText(cell)) : undefined));
    const known = found.filter((column) => column !== undefined);
    const filled = row.filter((cell) => cell !== null && cell !== undefined && String(cell).trim() !== '').length;
    if (known.length >= Math.min(2, columns.length) && known.length * 2 >= Math.min(filled, columns.length))
      return headerOf(at, row, found);
  }
  return undefined;
}

function headerOf(at: number, row: readonly unknown[], found: readonly (FormColumn | undefined)[]): HeaderRow {
  const unknown = row
    .flatMap((cell, index) => (found[index] || typeof cell !== 'string' || isCounter(cell) ? [] : [cell.trim()]))
    .filter((name) => name !== '');
  const first = found.map((column, index) => (column && found.indexOf(column) === index ? column : undefined));
  const twice = found.filter((column, index) => column !== undefined && found.indexOf(column) !== index) as FormColumn[];
  return { at, columns: first, unknown, twice };
}

/** Headings compare without blanks, marks for required columns, remarks in brackets and letter case. */
function headingText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\([^)]*\)|[\s*:：'"\u200b\ufeff]/g, '')
    .toLowerCase();
}

function isCounter(text: string): boolean {
  return ['序号', '编号', 'no', 'no.', '#'].includes(headingText(text));
}
