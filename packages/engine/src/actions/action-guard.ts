import type { Issue } from '@careway/definition';
import type { CompiledAction, CompiledWorkflow } from '../compile/compile-workflow.js';
import { GuardScope } from '../facts/case-facts.js';
import { refusal } from '../issues/refusals.js';
import type { DecideContext, Refusal } from '../types/context.js';
import type { CaseState } from '../types/state.js';

export interface GuardInput {
  readonly compiled: CompiledWorkflow;
  readonly state: CaseState;
  readonly ctx: Pick<DecideContext, 'services' | 'letters' | 'now'>;
}

/** Why an action is not available to anybody now: used up, its guard fails, or its guard cannot be judged (an issue). */
export function guardRefusal(
  { compiled, state, ctx }: GuardInput,
  action: CompiledAction,
): { readonly refusal?: Refusal; readonly issue?: Issue } | undefined {
  const { times, guardReason, kind } = action.definition;
  if (times !== undefined && (state.actionCounts[action.key] ?? 0) >= times)
    return { refusal: refusal('TIMES_EXHAUSTED', { params: { times } }) };
  if (kind === 'supplement' && state.supplement) return { refusal: refusal('SUPPLEMENT_OPEN') };
  if (!action.guard) return undefined;
  const result = new GuardScope(compiled, state, ctx).holds(action.guard, '/action/guard');
  if ('issue' in result) return { issue: result.issue };
  if (result.holds) return undefined;
  return { refusal: refusal('ACTION_NOT_AVAILABLE', guardReason ? { message: guardReason } : {}) };
}
