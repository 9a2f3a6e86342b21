import type { ItemResult } from '../types/state.js';
import type { LetterMatch } from './letter-data.js';

/** Each rule that matched once, with the rows for which it did, in the order in which they are first met. */
export function groupMatches(rows: readonly { readonly row: number; readonly matched: ItemResult['matched'] }[]): readonly LetterMatch[] {
  const found = new Map<string, LetterMatch & { readonly rows: number[] }>();
  for (const { row, matched } of rows) {
    for (const { table, rule, clause } of matched) {
      const key = `${table} ${rule}`;
      const known = found.get(key);
      if (known) known.rows.push(row);
      else found.set(key, { table, rule, clause, rows: [row] });
    }
  }
  return [...found.values()];
}
