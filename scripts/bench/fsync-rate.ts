import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const pageBytes = 4096;
const pages = 1024;
const probeMs = 60;

/** How many times a second this machine makes one page of an existing file durable: write 4 KiB, `fdatasync`, and again. */
export class FsyncProbe {
  readonly #file: string;
  readonly #handle: number;
  readonly #page = Buffer.alloc(pageBytes, 1);
  #next = 0;
  readonly rates: number[] = [];

  constructor(folder: string) {
    this.#file = join(folder, 'fsync.probe');
    this.#handle = openSync(this.#file, 'w+', 0o600);
    for (let page = 0; page < pages; page += 1) writeSync(this.#handle, this.#page, 0, pageBytes, page * pageBytes);
    fdatasyncSync(this.#handle);
  }

  /** Syncs a second, measured now. */
  measure(): number {
    const start = performance.now();
    let count = 0;
    while (performance.now() - start < probeMs) {
      writeSync(this.#handle, this.#page, 0, pageBytes, this.#next * pageBytes);
      fdatasyncSync(this.#handle);
      this.#next = (this.#next + 1) % pages;
      count += 1;
    }
    const rate = (count * 1000) / (performance.now() - start);
    this.rates.push(rate);
    return rate;
  }

  close(): void {
    closeSync(this.#handle);
    rmSync(this.#file, { force: true });
  }
}
