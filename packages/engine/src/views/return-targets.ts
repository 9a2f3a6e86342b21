import { mayReturnTo } from '../actions/return.js';
import type { CompiledWorkflow } from '../compile/compile-workflow.js';
import type { CaseState } from '../types/state.js';

/** Steps to which a return action may go now, in document order: its own target, or every visited step that comes before. */
export function returnTargets(
  compiled: CompiledWorkflow,
  state: CaseState,
  at: { readonly step: string; readonly action: string },
): readonly string[] {
  const action = compiled.steps.get(at.step)?.actions.get(at.action)?.definition;
  if (action?.kind !== 'return') return [];
  const targets = action.to === undefined ? [...compiled.steps.keys()] : [action.to];
  return targets.filter((to) => mayReturnTo(state, compiled.tree, at.step, to));
}
