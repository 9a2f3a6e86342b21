import type { ActionDefinition, FactDefinition } from '@careway/definition';
import type { CompiledWorkflow } from '../compile/compile-workflow.js';
import { registerKey, registerMatch } from '../decide/record-facts.js';
import { assignmentOf } from '../decide/seat-candidate.js';
import { scalarOf } from '../facts/scalar-of.js';
import type { Command, ValidatedSubmission } from '../types/command.js';
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

/** What a command reads from registers: of a submission, or of the case as it will be once a supplement or correction lies over it. */
export function neededReads(
  compiled: CompiledWorkflow,
  state: CaseState | undefined,
  command: Command,
): { readonly records: readonly NeededRecord[]; readonly matches: readonly NeededMatch[] } {
  const filed = state ? laidOver(compiled, state, command) : command.type === 'OpenCase' ? command.submission : undefined;
  return filed ? { records: neededRecords(compiled, filed), matches: neededMatches(compiled, filed) } : { records: [], matches: [] };
}

type Filed = Pick<ValidatedSubmission, 'answers' | 'rows'>;

function laidOver({ definition }: CompiledWorkflow, state: CaseState, command: Command): Filed | undefined {
  if (command.type !== 'FileSupplement' && command.type !== 'CorrectFact') return undefined;
  const { facts, items } = definition;
  const itemFacts = items?.facts ?? [];
  const submission = command.type === 'FileSupplement' ? command.submission : undefined;
  const corrected = (definitions: readonly FactDefinition[], item: string | undefined) =>
    command.type === 'CorrectFact' && command.item === item ? byField(definitions, { [command.fact]: command.value }) : {};
  return {
    answers: { ...valuesByField(facts, state.facts), ...submission?.answers, ...corrected(facts, undefined) },
    rows: state.items.map((item) => ({
      subject: item.subject,
      values: {
        ...valuesByField(itemFacts, item.facts),
        ...submission?.rows[item.row - 1]?.values,
        ...corrected(itemFacts, item.id),
      },
    })),
  };
}

function valuesByField(definitions: readonly FactDefinition[], facts: CaseState['facts']): Record<string, FactScalar | undefined> {
  return byField(definitions, Object.fromEntries(Object.entries(facts).map(([id, fact]) => [id, fact.value])));
}

function byField(
  definitions: readonly FactDefinition[],
  values: Record<string, FactScalar | undefined>,
): Record<string, FactScalar | undefined> {
  const known = definitions.filter(({ id }) => values[id] !== undefined);
  return Object.fromEntries(
    known.map((fact) => [fact.from.kind === 'submission' ? (fact.from.field ?? fact.id) : fact.id, values[fact.id]]),
  );
}

export interface NeededMatch {
  readonly register: string;
  /** Field → value; of sealed numbers the keyed hash. */
  readonly match: Readonly<Record<string, string>>;
}

/** Lists of records that facts with `match` read, to be loaded before `decide`. */
export function neededMatches(
  compiled: CompiledWorkflow,
  submission: Pick<ValidatedSubmission, 'answers' | 'rows'>,
): readonly NeededMatch[] {
  const { facts, items } = compiled.definition;
  const needed = new Map<string, NeededMatch>();
  const collect = (definitions: readonly FactDefinition[], read: (fact: string) => unknown) => {
    for (const { from } of definitions) {
      if (from.kind !== 'register' || !from.match || from.register === undefined) continue;
      const match = registerMatch(from.match, (fact) => scalarOf(read(fact)));
      if (match) needed.set(matchKey(from.register, match), { register: from.register, match });
    }
  };
  const fieldOf = (definitions: readonly FactDefinition[], id: string) => definitions.find((fact) => fact.id === id)?.from.field ?? id;
  const ofCase = (id: string) => submission.answers[fieldOf(facts, id)];
  collect(facts, ofCase);
  for (const row of submission.rows) collect(items?.facts ?? [], (id) => row.values[fieldOf(items?.facts ?? [], id)] ?? ofCase(id));
  return [...needed.values()];
}

/** The same text for the same question, whatever the order of its fields. */
export function matchKey(register: string, match: Readonly<Record<string, string>>): string {
  return JSON.stringify([register, ...Object.entries(match).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** People whom a command names for seats, with those who sit there where one of all must fulfil a condition; and the register by which each is judged. */
export function neededPeople(compiled: CompiledWorkflow, command: Command, state?: CaseState): readonly NeededPerson[] {
  const named = namedPeople(compiled, command);
  const { assign, people } = named;
  const holders = assign?.some === undefined ? [] : (state?.seats ?? []).filter(({ step }) => assign.steps.includes(step));
  const all = new Set([...people, ...holders.map(({ person }) => person)]);
  return people.length === 0 ? [] : [...all].map((person) => neededPerson(person, assign));
}

function namedPeople(
  compiled: CompiledWorkflow,
  command: Command,
): { readonly people: readonly string[]; readonly assign?: ActionDefinition['assign'] } {
  if (command.type === 'TakeAction' && command.assignments) {
    const assign = compiled.steps.get(command.step)?.actions.get(command.action)?.definition.assign;
    return { people: command.assignments.map(({ person }) => person), assign };
  }
  if (command.type !== 'RequestProcedure' || command.substitute === undefined) return { people: [] };
  const steps = compiled.procedures.get(command.procedure)?.steps ?? [];
  return { people: [command.substitute], assign: assignmentOf(compiled, command.step ?? steps[0] ?? '') };
}

export interface NeededPerson {
  readonly person: string;
  readonly register?: string;
  /** Field of the register that holds the person's id. */
  readonly key?: string;
}

function neededPerson(person: string, assign: ActionDefinition['assign']): NeededPerson {
  const { register, key } = assign ?? {};
  return { person, ...(register === undefined ? {} : { register }), ...(key === undefined ? {} : { key }) };
}
