import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Where the number of valid frames lies in a wal-index header (sqlite.org/walformat.html, section 2.1). */
const frameCountAt = 16;

/** Counts the pages that commits write to the write-ahead log, read from the database's wal-index. */
export class WalFrames {
  readonly #handle: number;
  readonly #header = Buffer.alloc(48);
  #before: number;

  constructor(folder: string) {
    this.#handle = openSync(join(folder, 'careway.db-shm'), 'r');
    this.#before = this.#frames();
  }

  /** Pages written since the last call; after a restart of the log, those since the restart. */
  since(): number {
    const now = this.#frames();
    const pages = now >= this.#before ? now - this.#before : now;
    this.#before = now;
    return pages;
  }

  close(): void {
    closeSync(this.#handle);
  }

  #frames(): number {
    readSync(this.#handle, this.#header, 0, this.#header.length, 0);
    return this.#header.readUInt32LE(frameCountAt);
  }
}
