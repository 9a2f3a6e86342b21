/** The delimiter that occurs most in the first line, outside quotes; tab before comma before semicolon. */
export function delimiterOf(text: string): string {
  const line = (/^(?:[^"\r\n]|"[^"]*")*/.exec(text.slice(0, 20_000))?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counted = ['\t', ',', ';'].map((mark) => ({ mark, times: line.split(mark).length }));
  return counted.reduce((best, next) => (next.times > best.times ? next : best)).mark;
}

/** Reads rows of delimited text one after another. */
export class DelimitedReader {
  position = 0;
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
