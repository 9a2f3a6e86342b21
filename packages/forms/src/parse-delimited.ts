import type { Issue } from '@careway/definition';
import { delimiterOf, DelimitedReader } from './delimited-reader.js';
import { formIssue } from './messages.js';

export interface DelimitedText {
  /** The first rows, blank ones left out; at most as many as asked for. */
  readonly cells: readonly (readonly string[])[];
  /** The number of each of them, from 1, blank rows counted: as a spreadsheet numbers its rows. */
  readonly lines: readonly number[];
  /** Rows that are not blank, all of them. */
  readonly count: number;
  readonly issues: readonly Issue[];
}

/**
 * Reads CSV, or what a spreadsheet puts on the clipboard (tabs). Quoted cells may hold delimiters, line breaks and doubled quotes; a
 * byte-order mark is ignored. Linear in the text; rows beyond `limit` are only counted.
 */
export function parseDelimited(text: string, limit = 1000): DelimitedText {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  const reader = new DelimitedReader(source, delimiterOf(source));
  const cells: string[][] = [];
  const lines: number[] = [];
  let count = 0;
  let line = 0;
  while (!reader.done) {
    const row = reader.row(cells.length < limit);
    line += 1;
    if (row === undefined) continue;
    count += 1;
    if (cells.length === limit) continue;
    cells.push(row);
    lines.push(line);
  }
  const issues = reader.openQuote ? [formIssue('QUOTE_OPEN', '', {}, { row: count })] : [];
  return { cells, lines, count, issues };
}

/** Writes cells as CSV with CRLF line ends (RFC 4180), or with another delimiter. `parseDelimited` reads the same cells back. */
export function printDelimited(cells: readonly (readonly string[])[], delimiter = ','): string {
  const print = (cell: string) => (/["\r\n\t,;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return cells.map((row) => `${row.map(print).join(delimiter)}\r\n`).join('');
}
