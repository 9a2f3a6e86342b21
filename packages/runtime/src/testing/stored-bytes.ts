import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Names of the files below a folder in whose bytes a text stands: nothing is hidden from it by a log, a freed page or an index. */
export function filesHolding(folder: string, text: string): readonly string[] {
  return readdirSync(folder).flatMap((entry) => {
    const path = join(folder, entry);
    if (statSync(path).isDirectory()) return filesHolding(path, text);
    return readFileSync(path).includes(text) ? [entry] : [];
  });
}
