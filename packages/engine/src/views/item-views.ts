import { type Change, type DecisionResult, explainChanges } from '@careway/rules';
import type { CompiledWorkflow } from '../compile/compile-workflow.js';
import { itemFacts } from '../facts/case-facts.js';
import { type DecisionReads, decisionOf, evaluateItem, resultAmount } from '../facts/item-decision.js';
import type { CaseState, ItemResult } from '../types/state.js';

/** A row as the case page shows it: what was decided when final, else what the tables say now. */
export interface EvaluatedItem {
  readonly item: string;
  /** Stored when the row was decided; for a final row it is what counts. */
  readonly stored?: ItemResult;
  /** Live evaluation; absent for final rows and where no decision is in force. */
  readonly live?: DecisionResult;
  /** Decimal text: of a final row the stored amount, else the proposed or the live one. Absent when a person decides. */
  readonly amount?: string;
  readonly hash?: string;
  readonly on?: string;
}

/** Evaluates every row of the case with its trace. */
export function evaluateItems(compiled: CompiledWorkflow, state: CaseState, ctx: DecisionReads): readonly EvaluatedItem[] {
  const decision = decisionOf(compiled, state, ctx);
  return state.items.map((item): EvaluatedItem => {
    const stored = item.result ? { stored: item.result } : {};
    const kept = item.result?.amount === undefined ? {} : { amount: item.result.amount };
    if (item.final || item.status === 'split' || !decision) return { item: item.id, ...stored, ...kept };
    const live = evaluateItem(decision, item, true);
    const value = item.result?.amount ?? resultAmount(decision, live.outputs[decision.compiled.definition.result.id]);
    const amount = value === undefined ? {} : { amount: value };
    return { item: item.id, ...stored, live, ...amount, hash: decision.hash, on: decision.on };
  });
}

/** What would have changed a row's result: smallest changes of facts with the result each leads to. */
export function explainItem(compiled: CompiledWorkflow, state: CaseState, item: string, ctx: DecisionReads): readonly Change[] {
  const decision = decisionOf(compiled, state, ctx);
  const row = state.items.find((known) => known.id === item);
  if (!decision || !row) return [];
  const options = { on: decision.on, items: [itemFacts(row)], item: 0 };
  // The month chooses the version of the tables: another month is another application.
  return explainChanges(decision.compiled, decision.facts, { ...options, fixed: ['service_month'] });
}
