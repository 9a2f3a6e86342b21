import type { CaseState, ItemState, KeptRow, LetterState } from '../types/state.js';

/** Letters that name these rows, each keeping what it says of them: to be called with the rows as they are before they change. */
export function keptLetters(state: CaseState, ids: readonly string[], what: keyof KeptRow): readonly LetterState[] {
  if (!state.letters.some((letter) => letter.items.some((id) => ids.includes(id)))) return state.letters;
  const changing = new Set(ids);
  const rows = state.items.filter(({ id }) => changing.has(id));
  return state.letters.map((letter) => {
    const named = new Set(letter.items);
    const kept = rows.filter(({ id }) => named.has(id) && letter.rows?.[id]?.[what] === undefined);
    if (kept.length === 0) return letter;
    return {
      ...letter,
      rows: { ...letter.rows, ...Object.fromEntries(kept.map((row) => [row.id, { ...letter.rows?.[row.id], ...keep(row, what) }])) },
    };
  });
}

function keep({ status, result, reason, facts }: ItemState, what: keyof KeptRow): KeptRow {
  if (what === 'facts') return { facts };
  return { decided: { status, ...(result ? { result } : {}), ...(reason ? { reason } : {}) } };
}
