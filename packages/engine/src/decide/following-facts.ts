import type { FactDefinition } from '@careway/definition';
import { itemFacts, plainFact } from '../facts/case-facts.js';
import type { ItemState } from '../types/state.js';
import type { FactScalar } from '../types/values.js';
import type { Journal } from './journal.js';
import { completeRow, gather, type Gathered, recordDerivedFacts, recordFacts, withCleared } from './record-facts.js';

interface Correction {
  readonly fact: string;
  /** Row whose fact it is. */
  readonly item?: ItemState | undefined;
  /** What lies beside a sealed number: its birth date. */
  readonly beside?: Readonly<Record<string, FactScalar>> | undefined;
}

/** Records what follows from a fact that was corrected: what is looked up by it, computed from its birth date, or derived from it. */
export function recordFollowingFacts(journal: Journal, { fact, item, beside = {} }: Correction): void {
  const { facts, items } = journal.compiled.definition;
  const field = [...facts, ...(items?.facts ?? [])].find(({ id }) => id === fact)?.from.field ?? fact;
  if (item) {
    followRow(journal, item, { fact, field, beside });
    recordDerivedFacts(journal);
    return;
  }
  const definitions = facts.filter(({ from }) => follows(from, fact, field));
  const known = journal.state.facts;
  recordFacts(journal, withCleared(gather(journal, definitions, { answers: beside, around: known }), definitions, known));
  recordDerivedFacts(journal);
  for (const row of journal.state.items) if (!row.final && row.status !== 'split') followRow(journal, row, { fact, beside: {} });
}

interface RowCorrection {
  readonly fact: string;
  readonly field?: string;
  readonly beside: Readonly<Record<string, FactScalar>>;
}

function followRow(journal: Journal, row: ItemState, { fact, field, beside }: RowCorrection): void {
  const looked = (journal.compiled.definition.items?.facts ?? []).filter(({ from }) => follows(from, fact, field));
  const around = { ...journal.state.facts, ...row.facts };
  const gathered = gather(journal, looked, { answers: beside, around });
  recordFacts(journal, changedOnly(completeRow(journal, gathered, { known: row.facts, row: itemFacts(row), looked }), row), row);
}

function changedOnly({ values, sources, ...rest }: Gathered, row: ItemState): Gathered {
  const changed = new Set(Object.keys(values).filter((id) => plainFact(row.facts[id]?.value) !== plainFact(values[id])));
  const only = <T>(record: Record<string, T>) => Object.fromEntries(Object.entries(record).filter(([id]) => changed.has(id)));
  return { ...rest, values: only(values), sources: only(sources) };
}

/** @param field of the form that the corrected fact comes from; left out for facts of another level. */
function follows({ kind, key, match = {}, name, field: named }: FactDefinition['from'], fact: string, field: string | undefined): boolean {
  if (kind === 'register') return key === fact || Object.values(match).includes(fact);
  const born = name === 'birth-date' || name === 'age-on-filing';
  return born && field !== undefined && (named ?? key ?? field) === field;
}
