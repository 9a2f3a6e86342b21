import { type CompiledDecision, type DecisionResult, evaluateDecision, type Facts, parseDecimal } from '@careway/rules';
import type { CompiledWorkflow } from '../compile/compile-workflow.js';
import type { DecideContext } from '../types/context.js';
import type { CaseState, ItemResult, ItemState } from '../types/state.js';
import { caseFacts, itemFacts } from './case-facts.js';

export type DecisionReads = Pick<DecideContext, 'decision' | 'services' | 'letters' | 'now'>;

/** The decision of a case's service as it applies to this case. */
export interface CaseDecision {
  readonly compiled: CompiledDecision;
  readonly hash: string;
  /** Legal date by which it was chosen. */
  readonly on: string;
  readonly facts: Facts;
}

/** Chooses the version by the legal date that the decision itself names. `undefined` when none is in force, or the service has none. */
export function decisionOf(compiled: CompiledWorkflow, state: CaseState, ctx: DecisionReads): CaseDecision | undefined {
  const id = ctx.services.get(state.service)?.decision;
  return id === undefined ? undefined : decisionNamed({ compiled, state, ctx }, id);
}

interface DecisionPlace {
  readonly compiled: CompiledWorkflow;
  readonly state: CaseState;
  readonly ctx: DecisionReads;
}

/** Any decision of the workflow as it applies to the case, in the version of its own legal date. */
export function decisionNamed({ compiled, state, ctx }: DecisionPlace, id: string): CaseDecision | undefined {
  const dates = legalDates(state, ctx);
  const known = Object.values(dates).flatMap((date) => (date === undefined ? [] : [date]));
  for (const date of known) {
    const on = dates[ctx.decision(id, date)?.compiled.definition.legalDate ?? 'application'];
    const found = on === undefined ? undefined : ctx.decision(id, on);
    if (found && on !== undefined) return { ...found, on, facts: caseFacts(compiled, state, ctx) };
  }
  return undefined;
}

function legalDates(state: CaseState, ctx: DecisionReads) {
  const month = state.facts.service_month?.value;
  return {
    application: state.filedOn,
    decision: ctx.now.slice(0, 10),
    'service-month': typeof month === 'string' ? `${month.slice(0, 7)}-01` : undefined,
  };
}

/** What the tables say about one row now. */
export function evaluateItem(decision: CaseDecision, item: ItemState, trace = false): DecisionResult {
  const { compiled, facts, on } = decision;
  const row = itemFacts(item);
  if (compiled.definition.per === 'case') return evaluateDecision(compiled, { ...facts, ...row }, { on, trace });
  const result = evaluateDecision(compiled, facts, { on, items: [row], trace });
  return result.items?.[0] ?? result;
}

/** The result as decimal text, where the decision yields a number: a grade or level is none, even when it is written in digits. */
export function resultAmount({ compiled }: Pick<CaseDecision, 'compiled'>, value: string | boolean | undefined): string | undefined {
  const { type } = compiled.definition.result;
  return type !== 'code' && type !== 'boolean' && typeof value === 'string' && parseDecimal(value) ? value : undefined;
}

/** A result as a row keeps it: with what was matched, where it came from, and its amount as decimal text. */
export function itemResult(decision: CaseDecision, result: DecisionResult, manual?: ItemResult['manual']): ItemResult {
  const amount = resultAmount(decision, manual?.amount ?? result.outputs[decision.compiled.definition.result.id]);
  const id = decision.compiled.definition.result.id;
  return {
    outputs: manual ? { ...result.outputs, [id]: manual.amount } : result.outputs,
    ...(amount === undefined ? {} : { amount }),
    matched: result.matched.map(({ table, rule, clause }) => ({ table, rule, clause })),
    ...(result.refused ? { refused: { code: result.refused.code, rule: result.refused.rule, clause: result.refused.clause } } : {}),
    ...(manual ? { manual } : {}),
    decisionHash: decision.hash,
    on: decision.on,
  };
}
