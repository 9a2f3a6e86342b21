import type { FactDefinition, WorkflowDefinition } from '@careway/definition';
import { type CompiledWorkflow, voteOfStep } from '@careway/engine';
import type { CaseState } from '@careway/engine';

/** Active steps at which each seat files its own form and not every seat has. */
export function stepsUnderWay(compiled: CompiledWorkflow, state: CaseState): ReadonlySet<string> {
  const open = state.position.filter((id) => {
    const step = compiled.steps.get(id);
    const rule = step && voteOfStep(step, state);
    if (!step || !rule || ![...step.actions.values()].some(({ definition }) => definition.form !== undefined)) return false;
    return rule.seats.some(({ id: seat }) => !state.votes.some((vote) => vote.step === id && vote.seat === seat));
  });
  return new Set(open);
}

/**
 * The case without what others filed at these steps, and without the facts that come of it: who still has to judge must not know how
 * others did.
 */
export function withoutOthersSheets(
  state: CaseState,
  workflow: WorkflowDefinition,
  { steps, viewer }: { readonly steps: ReadonlySet<string>; readonly viewer: string | undefined },
): CaseState {
  if (steps.size === 0) return state;
  const hidden = factsOf(workflow, steps);
  return {
    ...state,
    sheets: (state.sheets ?? []).filter(({ step, by }) => !steps.has(step) || by === viewer),
    facts: Object.fromEntries(Object.entries(state.facts).filter(([id]) => !hidden.has(id))),
  };
}

/** Facts that come of the forms filed at the steps, and those derived of them. */
function factsOf(workflow: WorkflowDefinition, steps: ReadonlySet<string>): ReadonlySet<string> {
  const forms = new Set(
    workflow.steps.flatMap(({ id, actions }) => (steps.has(id) ? (actions ?? []).flatMap(({ form }) => form ?? []) : [])),
  );
  const hidden = new Set<string>();
  const comesOf = ({ from }: FactDefinition) =>
    (from.step !== undefined && steps.has(from.step)) || (from.kind === 'action' && from.form !== undefined && forms.has(from.form));
  const derivedOf = ({ from }: FactDefinition) =>
    from.kind === 'derived' && wordsOf(from.expression ?? '').some((word) => hidden.has(word));
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (const fact of workflow.facts) if (comesOf(fact) || derivedOf(fact)) hidden.add(fact.id);
  }
  return hidden;
}

function wordsOf(expression: string): readonly string[] {
  return expression.match(/[\p{L}_][\p{L}\d_]*/gu) ?? [];
}
