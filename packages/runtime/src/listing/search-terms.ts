import type { CaseState } from '@careway/engine';
import { isSealed } from '../crypto/sealer.js';

/** Texts by which a case is found: its numbers, names, keyed hashes of identity numbers, subjects. */
export function searchTerms(state: CaseState, nameFact?: string): readonly string[] {
  const terms = new Set<string>();
  if (state.number !== undefined) terms.add(`n:${state.number.toUpperCase()}`);
  for (const { number } of state.letters) if (number !== undefined) terms.add(`n:${number.toUpperCase()}`);
  for (const { kind, name, subject, agents } of state.parties) {
    if (name !== undefined) terms.add(`x:${name}`);
    terms.add(`s:${subject}`);
    // Who files for a person tells of themselves too; who acts for an organisation does so as one of it.
    if (kind === 'person') for (const agent of agents) terms.add(`s:${agent}`);
  }
  for (const item of state.items) {
    terms.add(`s:${item.subject}`);
    const name = nameFact === undefined ? undefined : item.facts[nameFact]?.value;
    if (typeof name === 'string') terms.add(`x:${name}`);
    for (const { value } of Object.values(item.facts)) if (isSealed(value)) terms.add(`k:${value.key}`);
  }
  for (const { value } of Object.values(state.facts)) if (isSealed(value)) terms.add(`k:${value.key}`);
  return [...terms];
}
