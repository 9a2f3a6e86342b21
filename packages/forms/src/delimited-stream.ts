import { delimiterOf, DelimitedReader } from './delimited-reader.js';

/** A row with the number that a spreadsheet shows beside it: blank rows count. */
export interface NumberedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A row that goes on for longer than this has a quotation mark that is never closed. */
const longestRow = 200_000;
/** Text from which the delimiter is told. */
const sampled = 20_000;

/** Reads CSV that arrives in pieces, as `parseDelimited` reads it whole; holds no more than one piece and one row. */
export class DelimitedStream {
  #rest = '';
  #line = 0;
  #delimiter: string | undefined;
  #openQuoteAt: number | undefined;

  /** Number of the row at which an open quotation mark swallows what follows. Nothing is read after it. */
  get openQuoteAt(): number | undefined {
    return this.#openQuoteAt;
  }

  /** The rows that this piece completes, blank ones left out. */
  push(text: string): NumberedRow[] {
    this.#rest += this.#line === 0 && this.#rest === '' && text.startsWith('\ufeff') ? text.slice(1) : text;
    if (this.#delimiter === undefined && this.#rest.length < sampled) return [];
    return this.#read(false);
  }

  /** The rows that are left when no piece follows. */
  end(): NumberedRow[] {
    return this.#read(true);
  }

  #read(last: boolean): NumberedRow[] {
    if (this.#openQuoteAt !== undefined) return [];
    this.#delimiter ??= delimiterOf(this.#rest);
    const reader = new DelimitedReader(this.#rest, this.#delimiter);
    const rows: NumberedRow[] = [];
    let kept = 0;
    while (!reader.done) {
      const cells = reader.row(true);
      // A row that ends with the piece may go on; a line end may have its second half in the next one.
      if (!last && reader.done) break;
      this.#line += 1;
      kept = reader.position;
      if (cells) rows.push({ line: this.#line, cells });
    }
    this.#rest = this.#rest.slice(kept);
    if (this.#rest.length > longestRow || (last && reader.openQuote)) {
      this.#openQuoteAt = last ? this.#line : this.#line + 1;
      this.#rest = '';
    }
    return rows;
  }
}
