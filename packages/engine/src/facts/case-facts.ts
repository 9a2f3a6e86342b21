import { canonicalJson, type Issue, type ServiceDefinition, sha256Hex } from '@careway/definition';
import { type Expression, evaluate, type Facts } from '@careway/rules';
import type { CompiledWorkflow } from '../compile/compile-workflow.js';
import { engineIssue } from '../issues/catalogue.js';
import type { DecideContext } from '../types/context.js';
import type { CaseState, ItemState } from '../types/state.js';
import type { FactScalar, FactValue } from '../types/values.js';
import { builtinFacts, type BuiltinSources, builtinFactValues, builtinItemFactValues } from './builtin-facts.js';
import { expressionReads } from './expression-reads.js';

type OutsideFacts = Pick<DecideContext, 'letters' | 'services' | 'now'>;

/** A fact as expressions read it: of a sealed number only its keyed hash. */
export function plainFact(value: FactScalar | undefined): string | boolean | undefined {
  return typeof value === 'object' ? value.key : value;
}

function plainFacts(facts: Readonly<Record<string, FactValue>>): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const id in facts) plain[id] = plainFact(facts[id]?.value);
  return plain;
}

/** Value of a parameter for this service: the service's own, else the workflow's. */
export function paramValue(
  compiled: CompiledWorkflow,
  service: ServiceDefinition | undefined,
  id: string,
): string | number | boolean | undefined {
  const own = service?.params?.find((param) => param.param === id);
  return own?.value ?? compiled.params.get(id)?.value;
}

/** Facts of the case with parameters and built-in facts, as JSON for `@careway/rules`. */
export function caseFacts(compiled: CompiledWorkflow, state: CaseState, ctx: OutsideFacts): Facts {
  const service = ctx.services.get(state.service);
  const params: Record<string, unknown> = {};
  for (const id of compiled.params.keys()) {
    const value = paramValue(compiled, service, id);
    params[id] = typeof value === 'number' ? String(value) : value;
  }
  const builtin = builtinFactValues(state, builtinSources(compiled, ctx));
  const live: Record<string, unknown> = {};
  for (const id of compiled.liveFacts.keys()) live[id] = liveFact(compiled, state, { id, now: ctx.now });
  return { ...params, ...builtin, ...plainFacts(state.facts), ...live };
}

function liveFact(
  { liveFacts }: CompiledWorkflow,
  { number }: CaseState,
  { id, now }: { readonly id: string; readonly now: string },
): string | undefined {
  return liveFacts.get(id) === 'today' ? now.slice(0, 10) : number;
}

function builtinSources(compiled: CompiledWorkflow, { letters, now }: OutsideFacts): BuiltinSources {
  return { letters, today: now.slice(0, 10), isSupplement: (key) => compiled.supplementKeys.has(key) };
}

const rowFacts = new WeakMap<ItemState, Facts>();

/** Facts of one row with its built-in facts; remembered as long as the row stays as it is. */
export function itemFacts(item: ItemState): Facts {
  const known = rowFacts.get(item);
  if (known) return known;
  const facts = { ...plainFacts(item.facts), ...builtinItemFactValues(item) };
  rowFacts.set(item, facts);
  return facts;
}

const BUILTIN = new Set(builtinFacts.map((fact) => fact.id));

/** Only the facts that an expression reads: guards are evaluated on every move. */
function factsFor(ids: readonly string[], { compiled, state, ctx }: Surroundings): Facts {
  const facts: Record<string, unknown> = {};
  let builtin: Readonly<Record<string, FactScalar | undefined>> | undefined;
  for (const id of ids) {
    const recorded = state.facts[id];
    if (compiled.liveFacts.has(id)) facts[id] = liveFact(compiled, state, { id, now: ctx.now });
    else if (recorded) facts[id] = plainFact(recorded.value);
    else if (BUILTIN.has(id)) {
      builtin ??= builtinFactValues(state, builtinSources(compiled, ctx));
      facts[id] = builtin[id];
    } else if (compiled.params.has(id)) {
      const value = paramValue(compiled, ctx.services.get(state.service), id);
      facts[id] = typeof value === 'number' ? String(value) : value;
    }
  }
  return facts;
}

interface Surroundings {
  readonly compiled: CompiledWorkflow;
  readonly state: CaseState;
  readonly ctx: OutsideFacts;
}

export type GuardResult = { readonly holds: boolean } | { readonly issue: Issue };

/** Evaluates guards of one case; the rows are gathered once, when first needed. */
export class GuardScope {
  private whole: { readonly facts: Facts; readonly rows: readonly Facts[] } | undefined;

  constructor(
    private readonly compiled: CompiledWorkflow,
    private readonly state: CaseState,
    private readonly ctx: OutsideFacts,
  ) {}

  /** Undecided is an issue that names the missing facts, never false. */
  holds(expression: Expression, path: string): GuardResult {
    const reads = expressionReads(expression);
    const around = { compiled: this.compiled, state: this.state, ctx: this.ctx };
    const { facts, rows } = reads.rows ? this.everything() : { facts: factsFor(reads.facts, around), rows: undefined };
    const { declared, itemDeclared } = this.compiled;
    const outcome = evaluate(expression, { facts, declared, items: rows, itemDeclared });
    if (outcome.undecided) return { issue: engineIssue('GUARD_UNDECIDED', path, { facts: outcome.undecided.join(', ') }) };
    if (outcome.issues) return { issue: outcome.issues[0] ?? engineIssue('GUARD_UNDECIDED', path, { facts: '?' }) };
    if (typeof outcome.value !== 'boolean') return { issue: engineIssue('GUARD_NOT_BOOLEAN', path) };
    return { holds: outcome.value };
  }

  /** Filters of rows may read facts of the case too. */
  private everything() {
    this.whole ??= {
      facts: caseFacts(this.compiled, this.state, this.ctx),
      rows: this.state.items.filter((item) => item.status !== 'split').map(itemFacts),
    };
    return this.whole;
  }
}

/** Hash of all facts that a voter could have seen: votes come back only when none of them changed. */
export function readHash(state: CaseState): string {
  const rows = state.items.map((item) => [item.id, item.status, plainFacts(item.facts), item.result?.amount ?? null]);
  return sha256Hex(canonicalJson([withoutUndefined(plainFacts(state.facts)), JSON.parse(JSON.stringify(rows))]));
}

function withoutUndefined(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
