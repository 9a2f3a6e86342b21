import type { Issue } from '@careway/definition';
import { formIssue } from './messages.js';

export interface DelimitedText {
  /** The first rows, blank ones left out; at most as many as asked for. */
  readonly cells: readonly (readonly string[])[];
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
  let count = 0;
  while (!reader.done) {
    const row = reader.row(cells.length < limit);
    if (row === undefined) continue;
    count += 1;
    if (cells.length < limit) cells.push(row);
  }
  const issues = reader.openQuote ? [formIssue('QUOTE_OPEN', '', {}, { row: count })] : [];
  return { cells, count, issues };
}

/** The delimiter that occurs most in the first line, outside quotes; tab before comma before semicolon. */
function delimiterOf(text: string): string {
  const line = (/^(?:[^"\r\n]|"[^"]*")*/.exec(text.slice(0, 20_000))?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counted = ['\t', ',', ';'].map((mark) => ({ mark, times: line.split(mark).length }));
  return counted.reduce((best, next) => (next.times > best.times ? next : best)).mark;
}

class DelimitedReader {
  private position = 0;
  openQuote = false;

  constructor(
    private readonly text: string,
    private readonly delimiter: string,
  ) {}

  get done(): boolean {
    return this.position >= this.text.length;
  }

  /** The next row; undefined when it is blank. Without `keep` only whether it is blank counts. */
  row(keep: boolean): string[] | undefined {
    const row: string[] = [];
    let blank = true;
    for (;;) {
      const cell = this.text[this.position] === '"' ? this.quoted() : this.plain();
      if (blank && cell.trim() !== '') blank = false;
      if (keep) row.push(cell);
      if (this.text[this.position] !== this.delimiter) break;
      this.position += 1;
    }
    if (this.text[this.position] === '\r') this.position += 1;
    if (this.text[this.position] === '\n') this.position += 1;
    return blank ? undefined : row;
  }

  private plain(): string {
    const start = this.position;
    while (this.position < this.text.length) {
      const character = this.text[this.position];
      if (character === this.delimiter || character === '\n' || character === '\r') break;
      this.position += 1;
    }
    return this.text.slice(start, this.position);
  }

  /** A quoted cell; what follows its closing quote up to the delimiter belongs to it. */
  private quoted(): string {
    let cell = '';
    this.position += 1;
    for (;;) {
      const end = this.text.indexOf('"', this.position);
      if (end < 0) {
        this.openQuote = true;
        cell += this.text.slice(this.position);
        this.position = this.text.length;
        return cell;
      }
      cell += this.text.slice(this.position, end);
      this.position = end + 1;
      if (this.text[this.position] !== '"') return cell + this.plain();
      cell += '"';
      this.position += 1;
    }
  }
}

/** Writes cells as CSV with CRLF line ends (RFC 4180), or with another delimiter. `parseDelimited` reads the same cells back. */
export function printDelimited(cells: readonly (readonly string[])[], delimiter = ','): string {
  const print = (cell: string) => (/["\r\n\t,;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return cells.map((row) => `${row.map(print).join(delimiter)}\r\n`).join('');
}
