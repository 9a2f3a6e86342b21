import type { FactDefinition } from '@careway/definition';
import type { CompiledWorkflow } from '../compile/compile-workflow.js';
import { registerKey } from '../decide/record-facts.js';
import type { ValidatedSubmission } from '../types/command.js';
import type { CaseState } from '../types/state.js';
import type { FactScalar } from '../types/values.js';

export interface NeededRecord {
  readonly register: string;
  /** Of a sealed number its keyed hash. */
  readonly key: string;
}

/** Register records that a submission will be read with, to be loaded before `decide`. */
export function neededRecords(
  compiled: CompiledWorkflow,
  submission: Pick<ValidatedSubmission, 'answers' | 'rows'>,
): readonly NeededRecord[] {
  const { facts, items } = compiled.definition;
  const needed = new Map<string, NeededRecord>();
  const collect = (definitions: readonly FactDefinition[], read: (fact: string) => unknown) => {
    for (const { from } of definitions) {
      if (from.kind !== 'register' || from.register === undefined || from.key === undefined) continue;
      const value = read(from.key);
      if (value === undefined || value === null || value === '') continue;
      const key = registerKey(value as FactScalar);
      needed.set(JSON.stringify([from.register, key]), { register: from.register, key });
    }
  };
  const fieldOf = (definitions: readonly FactDefinition[], id: string) => definitions.find((fact) => fact.id === id)?.from.field ?? id;
  const ofCase = (id: string) => submission.answers[fieldOf(facts, id)];
  collect(facts, ofCase);
  for (const row of submission.rows) {
    collect(items?.facts ?? [], (id) => row.values[fieldOf(items?.facts ?? [], id)] ?? ofCase(id));
  }
  return [...needed.values()];
}

/** The same for a case as it stands, for commands that read registers again. */
export function neededRecordsOfCase(compiled: CompiledWorkflow, state: CaseState): readonly NeededRecord[] {
  const values = (facts: CaseState['facts']) => Object.fromEntries(Object.entries(facts).map(([id, fact]) => [id, fact.value]));
  const rows = state.items.map((item) => ({
    subject: item.subject,
    values: byField(compiled.definition.items?.facts ?? [], values(item.facts)),
  }));
  return neededRecords(compiled, { answers: byField(compiled.definition.facts, values(state.facts)), rows });
}

function byField(
  definitions: readonly FactDefinition[],
  values: Record<string, FactScalar | undefined>,
): Record<string, FactScalar | undefined> {
  return Object.fromEntries(
    definitions.map((fact) => [fact.from.kind === 'submission' ? (fact.from.field ?? fact.id) : fact.id, values[fact.id]]),
  );
}
