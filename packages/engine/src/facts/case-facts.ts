import { canonicalJson, type Issue, type ServiceDefinition, sha256Hex } from '@careway/definition';
import { type Expression, evaluate, type Facts } from '@careway/rules';
import type { CompiledWorkflow } from '../compile/compile-workflow.js';
import { engineIssue } from '../issues/catalogue.js';
import type { DecideContext } from '../types/context.js';
import type { CaseState, ItemState } from '../types/state.js';
import type { FactScalar, FactValue } from '../types/values.js';
import { builtinFactValues, builtinItemFactValues } from './builtin-facts.js';

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
  const builtin = builtinFactValues(state, ctx.letters, (key) => compiled.supplementKeys.has(key));
  const live: Record<string, unknown> = {};
  for (const fact of compiled.definition.facts) if (fact.from.name === 'today') live[fact.id] = ctx.now.slice(0, 10);
  return { ...params, ...builtin, ...plainFacts(state.facts), ...live };
}

/** Facts of one row with its built-in facts. */
export function itemFacts(item: ItemState): Facts {
  return { ...plainFacts(item.facts), ...builtinItemFactValues(item) };
}

export type GuardResult = { readonly holds: boolean } | { readonly issue: Issue };

/** Evaluates guards of one case; the facts are gathered once, when first needed. */
export class GuardScope {
  private facts: Facts | undefined;
  private rows: readonly Facts[] | undefined;

  constructor(
    private readonly compiled: CompiledWorkflow,
    private readonly state: CaseState,
    private readonly ctx: OutsideFacts,
  ) {}

  /** Undecided is an issue that names the missing facts, never false. */
  holds(expression: Expression, path: string): GuardResult {
    this.facts ??= caseFacts(this.compiled, this.state, this.ctx);
    this.rows ??= this.state.items.filter((item) => item.status !== 'split').map(itemFacts);
    const outcome = evaluate(expression, {
      facts: this.facts,
      declared: this.compiled.declared,
      items: this.rows,
      itemDeclared: this.compiled.itemDeclared,
    });
    if (outcome.undecided) return { issue: engineIssue('GUARD_UNDECIDED', path, { facts: outcome.undecided.join(', ') }) };
    if (outcome.issues) return { issue: outcome.issues[0] ?? engineIssue('GUARD_UNDECIDED', path, { facts: '?' }) };
    if (typeof outcome.value !== 'boolean') return { issue: engineIssue('GUARD_NOT_BOOLEAN', path) };
    return { holds: outcome.value };
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
