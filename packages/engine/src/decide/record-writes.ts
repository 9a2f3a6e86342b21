import type { DecisionDefinition } from '@careway/definition';
import { declareFacts, evaluate, type FactDeclarations } from '@careway/rules';
import { caseFacts, itemFacts, paramValue } from '../facts/case-facts.js';
import type { CompiledWrite } from '../facts/compiled-write.js';
import { type Written, type WriteScope, writtenValue } from '../facts/written-value.js';
import { engineIssue } from '../issues/catalogue.js';
import type { ItemState } from '../types/state.js';
import type { FactScalar, Json } from '../types/values.js';
import type { Journal } from './journal.js';
import { registerKey } from './record-facts.js';
import { stopWith } from './stop.js';

/** A record that is to be written, its values computed. */
export interface RequestedWrite {
  readonly write: CompiledWrite;
  readonly key: FactScalar;
  readonly values: Readonly<Record<string, FactScalar>>;
  readonly subject: string;
  readonly item?: ItemState;
}

/** Rows of the batch that was decided last that were granted. */
export function grantedRows({ state }: Journal): readonly ItemState[] {
  return state.items.filter((item) => item.final === true && item.status === 'approved' && item.batch === state.batch - 1);
}

/**
 * Computes the records that a definition writes, as the case stands now: one for the case, or one for each of `rows`. A field whose value
 * is not known is left as it is; without its key, or without any value, a record cannot be written and the missing facts are named.
 */
export function computeWrites(
  journal: Journal,
  writes: readonly CompiledWrite[],
  rows: readonly ItemState[] = grantedRows(journal),
): readonly RequestedWrite[] {
  return writes.flatMap((write) => {
    if (write.definition.per !== 'granted-item') return computeWrite(journal, write, caseScope(journal)) ?? [];
    return rows.flatMap((item) => computeWrite(journal, write, rowScope(journal, item), item) ?? []);
  });
}

/** Records what is to be written, an act and an effect each. */
export function requestWrites(journal: Journal, requested: readonly RequestedWrite[], step?: string): void {
  for (const { write, key, values, subject, item } of requested) {
    const { register, mode } = write.definition;
    const id = `${write.definition.id}.${journal.nextSeq}`;
    const about = item ? { item: item.id } : {};
    journal.record(
      'RecordWriteRequested',
      { id, register, mode, ...about },
      {
        ...(step === undefined ? {} : { step }),
        ...(item ? { items: [item.id] } : {}),
        slots: { write: { subject, value: { key, values } as unknown as Json } },
      },
    );
    journal.effect({
      kind: 'write-record',
      write: id,
      register,
      mode,
      key: registerKey(key),
      values,
      subject,
      on: journal.effectiveOn,
      ...about,
    });
  }
}

function computeWrite(journal: Journal, write: CompiledWrite, scope: WriteScope, item?: ItemState): RequestedWrite | undefined {
  if (write.when && !holds(write, scope)) return undefined;
  const key = known(writtenValue(write.key, scope));
  const values: Record<string, FactScalar> = {};
  const missing: string[] = key.missing ? [...key.missing] : [];
  for (const [field, value] of write.set) {
    const written = known(writtenValue(value, scope));
    if (written.value !== undefined) values[field] = written.value;
    else missing.push(...(written.missing ?? []));
  }
  if (key.value === undefined || Object.keys(values).length === 0) {
    stopWith([engineIssue('WRITE_UNKNOWN', '/action/writes', { facts: [...new Set(missing)].join(', ') })]);
  }
  // A record found by a sealed number holds the number itself too: its key is only a hash.
  const keyField = journal.ctx.registers?.get(write.definition.register)?.key;
  if (typeof key.value === 'object' && keyField !== undefined) values[keyField] ??= key.value;
  return { write, key: key.value, values, subject: subjectOf(journal, write, item), ...(item ? { item } : {}) };
}

function known(written: Written): Exclude<Written, { readonly issues: readonly unknown[] }> {
  if (written.issues) stopWith(written.issues);
  return written;
}

function holds({ when }: CompiledWrite, scope: WriteScope): boolean {
  if (!when) return true;
  const { value, undecided = [], issues } = evaluate(when, scope);
  if (issues) stopWith(issues);
  if (value === undefined) stopWith([engineIssue('GUARD_UNDECIDED', '/action/writes', { facts: undecided.join(', ') })]);
  return value === true;
}

/** Whom the record concerns: the row's person, the party it is kept for, or who applied. */
function subjectOf({ compiled, state, applicant }: Journal, { definition, key }: CompiledWrite, item: ItemState | undefined): string {
  if (item) return item.subject;
  const fact = key.kind === 'expression' ? key.fact : undefined;
  const party = compiled.definition.parties.find(({ from }) => from?.register === definition.register && from.key === fact)?.id;
  const named = party === undefined ? undefined : state.parties.find((known) => known.party === party)?.subject;
  const [only] = state.items;
  return named ?? (state.items.length === 1 ? only?.subject : undefined) ?? applicant;
}

function caseScope(journal: Journal): WriteScope {
  const { compiled, state } = journal;
  const facts = caseFacts(compiled, state, journal.reads);
  const items = state.items.filter((item) => item.status !== 'split').map(itemFacts);
  const scalar = (fact: string) => ofCase(journal, fact) ?? scalarIn(facts, fact);
  return { ...around(journal), facts, declared: compiled.declared, items, itemDeclared: compiled.itemDeclared, scalar };
}

/** What may be read of a row: outputs of its decision first, then its own facts, then those of the case. */
export function rowScope(journal: Journal, item: ItemState): WriteScope {
  const { compiled, state } = journal;
  const outputs = item.result?.outputs ?? {};
  const facts = { ...caseFacts(compiled, state, journal.reads), ...itemFacts(item), ...outputs };
  const declared = new Map([...compiled.declared, ...compiled.itemDeclared, ...outputDeclarations(journal, item)]);
  const scalar = (fact: string) => outputs[fact] ?? item.facts[fact]?.value ?? ofCase(journal, fact) ?? scalarIn(facts, fact);
  return { ...around(journal), facts, declared, scalar };
}

function around({ compiled, state, ctx }: Journal): Pick<WriteScope, 'state' | 'param' | 'calendars'> {
  const service = ctx.services.get(state.service);
  return { state, param: (id) => paramValue(compiled, service, id), calendars: ctx.calendars };
}

/** As it was recorded; facts of the day and the number are read as they are now. */
function ofCase({ compiled, state }: Journal, fact: string): FactScalar | undefined {
  return compiled.liveFacts.has(fact) ? undefined : state.facts[fact]?.value;
}

function scalarIn(facts: Readonly<Record<string, unknown>>, id: string): FactScalar | undefined {
  const value = facts[id];
  return typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
}

function outputDeclarations({ ctx, state }: Journal, { result }: ItemState): FactDeclarations {
  const id = ctx.services.get(state.service)?.decision;
  const decision = id === undefined || !result ? undefined : ctx.decision(id, result.on);
  return decision ? declareOutputs(decision.compiled.definition) : new Map();
}

/** What a decision gives, by id: the outputs of its tables and its result. */
export function declareOutputs({ tables, result }: DecisionDefinition): FactDeclarations {
  return declareFacts([...tables.flatMap(({ outputs }) => outputs), result]);
}
