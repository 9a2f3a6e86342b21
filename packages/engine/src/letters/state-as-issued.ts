import type { CaseState, ItemState, LetterState } from '../types/state.js';
import type { FactValue } from '../types/values.js';

/** The case as a letter speaks of it: rows and facts that changed afterwards are as they were when it was issued. Erased stays erased. */
export function stateAsIssued(letter: LetterState, state: CaseState): CaseState {
  const { rows = {}, facts } = letter;
  return {
    ...state,
    facts: factsAsIssued(state.facts, facts),
    items: state.items.map((item) => itemAsIssued(item, rows[item.id])),
  };
}

function factsAsIssued(now: CaseState['facts'], then: LetterState['facts'] = {}): CaseState['facts'] {
  const merged = Object.entries({ ...now, ...then }).filter((entry): entry is [string, FactValue] => entry[1] !== null);
  return Object.fromEntries(merged);
}

function itemAsIssued(item: ItemState, kept: NonNullable<LetterState['rows']>[string] | undefined): ItemState {
  if (!kept) return item;
  const { status: _status, result: _result, reason: _reason, ...rest } = item;
  return { ...(kept.decided ? { ...rest, ...kept.decided } : item), ...(kept.facts ? { facts: kept.facts } : {}) };
}
