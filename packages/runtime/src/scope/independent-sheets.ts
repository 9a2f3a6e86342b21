import type { FactDefinition, WorkflowDefinition } from '@careway/definition';
import { type CompiledWorkflow, voteOfStep } from '@careway/engine';
import type { CaseState } from '@careway/engine';

type SheetState = NonNullable<CaseState['sheets']>[number];

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
  const isOthers = ({ step, by }: SheetState) => steps.has(step) && by !== viewer;
  const sheets = state.sheets ?? [];
  const hidden = factsOf(workflow, steps, sheets.filter(isOthers));
  return {
    ...state,
    sheets: sheets.filter((sheet) => !isOthers(sheet)),
    facts: Object.fromEntries(Object.entries(state.facts).filter(([id]) => !hidden.has(id))),
  };
}

/** Facts that come of the forms filed at the steps, whether they name the form or not, and those derived of them. */
function factsOf(workflow: WorkflowDefinition, steps: ReadonlySet<string>, withheld: readonly SheetState[]): ReadonlySet<string> {
  const forms = new Set(
    workflow.steps.flatMap(({ id, actions }) => (steps.has(id) ? (actions ?? []).flatMap(({ form }) => form ?? []) : [])),
  );
  const hidden = new Set<string>();
  const isAnswered = ({ id, from }: FactDefinition) => withheld.some(({ answers }) => answers[from.field ?? id] !== undefined);
  const comesOf = (fact: FactDefinition) =>
    fact.from.step === undefined
      ? fact.from.kind === 'action' && (fact.from.form === undefined ? isAnswered(fact) : forms.has(fact.from.form))
      : steps.has(fact.from.step);
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
