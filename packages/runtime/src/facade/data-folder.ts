import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StoreUnusable } from '../ports/store.js';

/**
 * Makes the data folder where it is missing, one level at a time: Node's recursive `mkdir` never ends in a folder that says a new name
 * does not exist, as `/proc` does.
 * @throws StoreUnusable with one line when it cannot be made.
 */
export function makeDataFolder(dataDir: string): void {
  try {
    makeFolder(resolve(dataDir));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreUnusable('NOT_WRITABLE', `The folder ${dataDir} cannot be written (${why}). Choose another with --data.`);
  }
}

function makeFolder(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  if (found) throw new Error('it is a file');
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
}
