import type { FactDefinition } from '@careway/definition';
import { isFiledAfter, sheetFact } from '../facts/sheet-values.js';
import { plainFact } from '../facts/case-facts.js';
import type { Journal } from './journal.js';
import { recordDerivedFacts, recordFacts } from './record-facts.js';

type Values = Parameters<typeof recordFacts>[1];

/**
 * Records the facts that filed forms give, and those derived from them, after a form was filed or a sheet became void. What does not change
 * is not recorded again.
 */
export function recordSheetFacts(journal: Journal): void {
  const { compiled } = journal;
  const definitions = compiled.definition.facts.filter(({ from }) => from.kind === 'action' || from.kind === 'sheets');
  if (definitions.length === 0) return;
  const values: Values['values'] = {};
  const sources: Values['sources'] = {};
  for (const fact of definitions) {
    const found = sheetFact(compiled, journal.state, fact);
    const value = found ?? fact.default;
    if (value === undefined || same(journal, fact, value) || standsCorrected(journal, fact)) continue;
    values[fact.id] = value;
    sources[fact.id] = { kind: found === undefined ? 'default' : kindOf(fact) };
  }
  if (Object.keys(values).length === 0) return;
  recordFacts(journal, { values, sources });
  recordDerivedFacts(journal);
}

/** What was corrected stands until its form is filed anew. */
function standsCorrected({ state }: Journal, fact: FactDefinition): boolean {
  return state.facts[fact.id]?.source.kind === 'correction' && !isFiledAfter(state, fact, state.factActs?.[fact.id] ?? 0);
}

function kindOf({ from }: FactDefinition): 'action' | 'sheets' {
  return from.kind === 'sheets' ? 'sheets' : 'action';
}

function same(journal: Journal, { id }: FactDefinition, value: Values['values'][string]): boolean {
  const known = journal.state.facts[id]?.value;
  return known !== undefined && plainFact(known) === plainFact(value);
}
