import type { FactDefinition } from '@careway/definition';
import { evaluate, evaluateDecision, type Expression, type Facts, type FactDeclarations, valueToJson } from '@careway/rules';
import { jsonOf } from '../acts/json-of.js';
import type { SlotContent } from '../acts/slot.js';
import { aggregateValues } from '../facts/aggregate-values.js';
import { caseFacts, itemFacts, plainFact } from '../facts/case-facts.js';
import { decisionNamed } from '../facts/item-decision.js';
import { scalarOf } from '../facts/scalar-of.js';
import { systemFact } from '../facts/system-facts.js';
import type { ValidatedSubmission } from '../types/command.js';
import type { ItemState } from '../types/state.js';
import type { FactScalar, FactValue } from '../types/values.js';
import type { Journal } from './journal.js';
import { isOfFiler } from './whose.js';

type Source = FactValue['source'];
type Values = Record<string, FactScalar>;

export interface Gathered {
  readonly values: Values;
  readonly sources: Record<string, Source>;
  /** Facts that are not known any more. */
  readonly cleared?: readonly string[];
}

interface Origin {
  readonly answers: Readonly<Record<string, unknown>>;
  /** Facts of the case, for register keys that a row does not have itself. */
  readonly around: Readonly<Record<string, FactValue>>;
  /** Answers that tell about whoever files. */
  readonly ofFiler?: ValidatedSubmission['ofFiler'];
}

/** Records the facts of the case that the submission, the registers and the engine give, then the derived ones. */
export function recordCaseFacts(journal: Journal, { answers, ofFiler }: Pick<ValidatedSubmission, 'answers' | 'ofFiler'>): void {
  const definitions = journal.compiled.definition.facts;
  const gathered = gather(journal, definitions, { answers, ofFiler, around: journal.state.facts });
  const lookedUp = definitions.filter(({ from }) => from.kind === 'register');
  recordFacts(journal, withCleared(gathered, lookedUp, journal.state.facts));
  recordDerivedFacts(journal);
}

/** Looked up or derived before, and now no more: an old value must not stand beside what it no longer follows from. */
export function withCleared(gathered: Gathered, definitions: readonly FactDefinition[], known: KnownFacts): Gathered {
  const before = definitions.filter(({ id, from: { kind } }) => FOLLOWING.has(kind) && known[id]?.source.kind === kind);
  const cleared = before.map(({ id }) => id).filter((id) => gathered.values[id] === undefined);
  return cleared.length === 0 ? gathered : { ...gathered, cleared: [...(gathered.cleared ?? []), ...cleared] };
}

type KnownFacts = Readonly<Record<string, FactValue>>;

const FOLLOWING: ReadonlySet<FactDefinition['from']['kind']> = new Set(['register', 'derived']);

/** Derived facts of the case and those that decisions give, in order; one that has not changed is not recorded again. */
export function recordDerivedFacts(journal: Journal): void {
  const { compiled } = journal;
  const facts = () => caseFacts(compiled, journal.state, journal.reads);
  const rows = () => journal.state.items.map(itemFacts);
  for (const fact of compiled.definition.facts) {
    const expression = compiled.derived.get(fact.id);
    const decided = expression ? undefined : decidedFact(journal, fact);
    if (decided && changes(journal, decided)) recordFacts(journal, decided);
    if (!expression) continue;
    const found = derive(fact, expression, {
      facts: facts(),
      declared: compiled.declared,
      items: rows(),
      itemDeclared: compiled.itemDeclared,
    });
    const derived = found ?? defaultOf(fact);
    if (derived && changes(journal, derived)) recordFacts(journal, derived);
    if (!derived && journal.state.facts[fact.id]?.source.kind === 'derived')
      recordFacts(journal, { values: {}, sources: {}, cleared: [fact.id] });
  }
}

/** What the tables say as far as they can be read now: outputs of the first ones stand even where a later one waits for facts. */
function decidedFact(journal: Journal, fact: FactDefinition): Gathered | undefined {
  const { id, from } = fact;
  if (from.kind !== 'decision') return undefined;
  const { compiled, state, reads } = journal;
  const decision = decisionNamed({ compiled, state, ctx: reads }, from.decision ?? '');
  const result = decision && evaluateDecision(decision.compiled, decision.facts, { on: decision.on, trace: false });
  const value = result?.outputs[from.output ?? id];
  if (value !== undefined) return { values: { [id]: value }, sources: { [id]: { kind: 'decision' } } };
  return defaultOf(fact);
}

/** What the definition states where nothing gives a value. */
function defaultOf({ id, default: value }: FactDefinition): Gathered | undefined {
  return value === undefined ? undefined : { values: { [id]: value }, sources: { [id]: { kind: 'default' } } };
}

function changes(journal: Journal, { values }: Gathered): boolean {
  return Object.entries(values).some(([id, value]) => plainFact(journal.state.facts[id]?.value) !== plainFact(value));
}

/** The same for one row. */
export function recordItemFacts(journal: Journal, item: ItemState, answers: Readonly<Record<string, unknown>>): void {
  const { compiled } = journal;
  const definitions = compiled.definition.items?.facts ?? [];
  const gathered = gather(journal, definitions, { answers, around: journal.state.facts });
  const known = journal.state.items.find(({ id }) => id === item.id)?.facts ?? {};
  recordFacts(journal, completeRow(journal, gathered, { known, row: {}, looked: definitions }), item);
}

interface RowFacts {
  readonly known: KnownFacts;
  /** What derived facts may read besides what was gathered. */
  readonly row: Facts;
  /** Facts that were looked up anew. */
  readonly looked: readonly FactDefinition[];
}

/** What was gathered for a row with the facts derived from it, and without those that it lost. */
export function completeRow(journal: Journal, gathered: Gathered, { known, row, looked }: RowFacts): Gathered {
  const found = withCleared(
    gathered,
    looked.filter(({ from }) => from.kind === 'register'),
    known,
  );
  const kept = Object.fromEntries(Object.entries(row).filter(([id]) => !found.cleared?.includes(id)));
  deriveItemFacts(journal, found, kept);
  const derived = (journal.compiled.definition.items?.facts ?? []).filter(({ from }) => from.kind === 'derived');
  return withCleared(found, derived, known);
}

/** Adds the derived facts of a row to what was gathered for it. */
function deriveItemFacts(journal: Journal, gathered: Gathered, row: Facts): void {
  const { compiled } = journal;
  const definitions = compiled.definition.items?.facts ?? [];
  const derives = definitions.some((fact) => fact.from.kind === 'derived');
  const around = derives ? caseFacts(compiled, journal.state, journal.reads) : {};
  const declared: FactDeclarations = derives ? new Map([...compiled.declared, ...compiled.itemDeclared]) : new Map();
  for (const fact of definitions) {
    const expression = compiled.derived.get(`item:${fact.id}`);
    if (!expression) continue;
    const facts = { ...around, ...row, ...plain(gathered.values) };
    const derived = derive(fact, expression, { facts, declared });
    if (!derived) continue;
    Object.assign(gathered.values, derived.values);
    Object.assign(gathered.sources, derived.sources);
  }
}

function plain(values: Values): Facts {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, typeof value === 'object' ? value.key : value]));
}

/** Records facts of the case, or of one row. */
export function recordFacts(journal: Journal, { values, sources, cleared = [] }: Gathered, item?: ItemState): void {
  if (Object.keys(values).length === 0 && cleared.length === 0) return;
  const gone = cleared.length === 0 ? {} : { cleared };
  const data = { ...(item ? { item: item.id } : {}), sources, validOn: journal.effectiveOn, ...gone };
  journal.record('FactsRecorded', data, {
    slots: item ? { [`item:${item.id}`]: { subject: item.subject, value: jsonOf(values) } } : factSlots(journal, { values, sources }),
    ...(item ? { items: [item.id] } : {}),
  });
}

/** Facts of the case, those about whoever filed in a slot of their own. */
function factSlots({ whose }: Journal, { values, sources }: Gathered): Record<string, SlotContent | undefined> {
  const of = (filer: boolean) => Object.entries(values).filter(([id]) => (sources[id]?.filer === true) === filer);
  const slot = (filer: boolean, subject: string) => {
    const entries = of(filer);
    return entries.length === 0 ? undefined : { subject, value: jsonOf(Object.fromEntries(entries)) };
  };
  return { facts: slot(false, whose.concerned), 'facts:filer': slot(true, whose.filer) };
}

/** Facts that answers, registers and the engine give. */
export function gather(journal: Journal, definitions: readonly FactDefinition[], origin: Origin): Gathered {
  const values: Values = {};
  const sources: Record<string, Source> = {};
  const take = (fact: FactDefinition, value: unknown, source: Source) => {
    const scalar = scalarOf(value);
    if (scalar === undefined) return;
    values[fact.id] = scalar;
    sources[fact.id] = source;
  };
  const { whose } = journal;
  const ofFiler = (field: string) => (isOfFiler(origin.ofFiler, field, whose) ? { filer: true as const } : {});
  const asFact = (id: string) => ((sources[id] ?? origin.around[id]?.source)?.filer ? { filer: true as const } : {});
  for (const fact of definitions) {
    const field = fact.from.field ?? fact.id;
    if (fact.from.kind === 'submission') take(fact, origin.answers[field], { kind: 'submission', ...ofFiler(field) });
    if (fact.from.kind === 'system') take(fact, systemFact(journal, fact, origin.answers), { kind: 'system' });
  }
  for (const fact of definitions) {
    if (fact.from.kind !== 'register' || fact.from.register === undefined) continue;
    const valueOf = (id: string) => values[id] ?? origin.around[id]?.value;
    if (fact.from.match) take(fact, matchedValue(journal, fact, valueOf), { kind: 'register', register: fact.from.register });
    else if (fact.from.key !== undefined) takeRecord(journal, fact, { key: valueOf(fact.from.key), about: asFact(fact.from.key), take });
  }
  for (const fact of definitions) {
    if (values[fact.id] === undefined && fact.default !== undefined && fact.from.kind !== 'derived' && origin.around[fact.id] === undefined)
      take(fact, fact.default, { kind: 'default' });
  }
  return { values, sources };
}

interface RecordTaking {
  readonly key: FactScalar | undefined;
  readonly about: Pick<Source, 'filer'>;
  readonly take: (fact: FactDefinition, value: unknown, source: Source) => void;
}

function takeRecord(journal: Journal, fact: FactDefinition, { key, about, take }: RecordTaking): void {
  const { register = '', field } = fact.from;
  const read = key === undefined ? undefined : journal.ctx.records(register, registerKey(key));
  if (!read) return;
  // A sealed number's keyed hash stays out of the header: it belongs to the person and must be erasable.
  const named = typeof key === 'object' ? {} : { key: String(key) };
  take(fact, read.values[field ?? fact.id], { kind: 'register', register, ...named, version: read.version, ...about });
}

/** A function over all records that match; unknown while a value to match by is, or where the records were not loaded. */
function matchedValue(
  journal: Journal,
  { id, from }: FactDefinition,
  valueOf: (fact: string) => FactScalar | undefined,
): FactScalar | undefined {
  const match = registerMatch(from.match ?? {}, valueOf);
  const records = match && journal.ctx.matches?.(from.register ?? '', match);
  if (!records) return undefined;
  const values =
    from.function === 'count' ? records.map(() => true) : records.flatMap((record) => scalarOf(record.values[from.field ?? id]) ?? []);
  return aggregateValues(from.function ?? 'first', values, from.scale);
}

/** Field → value to match records by; `undefined` when one of them is unknown. Of a sealed number its keyed hash. */
export function registerMatch(
  match: NonNullable<FactDefinition['from']['match']>,
  valueOf: (fact: string) => FactScalar | undefined,
): Readonly<Record<string, string>> | undefined {
  const found: Record<string, string> = {};
  for (const [field, fact] of Object.entries(match)) {
    const value = typeof fact === 'string' ? valueOf(fact) : fact.value;
    if (value === undefined) return undefined;
    found[field] = registerKey(value);
  }
  return found;
}

/** Key by which a register record is asked for: of a sealed number its keyed hash. */
export function registerKey(value: FactScalar): string {
  return typeof value === 'object' ? value.key : String(value);
}

interface DeriveInput {
  readonly facts: Facts;
  readonly declared: FactDeclarations;
  readonly items?: readonly Facts[];
  readonly itemDeclared?: FactDeclarations;
}

/** A derived fact that is undecided stays absent: whoever needs it names what is missing. */
function derive(fact: FactDefinition, expression: Expression, input: DeriveInput): Gathered | undefined {
  const { value } = evaluate(expression, input);
  if (value === undefined) return undefined;
  const json = valueToJson(value);
  if (typeof json !== 'string' && typeof json !== 'boolean') return undefined;
  return { values: { [fact.id]: json }, sources: { [fact.id]: { kind: 'derived' } } };
}
