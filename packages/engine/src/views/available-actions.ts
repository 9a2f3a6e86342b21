import { authorise } from '../decide/authorise.js';
import { guardRefusal } from '../actions/action-guard.js';
import type { CompiledWorkflow } from '../compile/compile-workflow.js';
import { refusal } from '../issues/refusals.js';
import type { Actor } from '../types/actor.js';
import type { AvailableAction, DecideContext } from '../types/context.js';
import type { CaseState } from '../types/state.js';

export type AvailabilityContext = Pick<DecideContext, 'organisation' | 'services' | 'letters' | 'now'>;

/**
 * Every action of the active steps as this actor sees it, with the reason where it is not available. The same checks as `decide`, so that
 * an action offered here is refused there only for what it carries. Actions of the clock are left out.
 */
export function availableActions(
  compiled: CompiledWorkflow,
  state: CaseState,
  actor: Actor,
  ctx: AvailabilityContext,
): readonly AvailableAction[] {
  const closed = state.status === 'closed';
  return state.position.flatMap((id) => {
    const step = compiled.steps.get(id);
    if (!step) return [];
    return [...step.actions.values()]
      .filter(({ definition: { kind } }) => (closed ? kind === 'reopen' : kind !== 'period-ended' && kind !== 'deemed'))
      .map((action): AvailableAction => {
        const allowed = authorise({ compiled, state, actor, ctx }, step, action.definition);
        const problem = allowed.refusal ? undefined : guardRefusal({ compiled, state, ctx }, action);
        const undecided = problem?.issue ? refusal('ACTION_NOT_AVAILABLE', { message: problem.issue.message }) : undefined;
        const why = allowed.refusal ?? problem?.refusal ?? undecided;
        return {
          step: id,
          action: action.definition.id,
          kind: action.definition.kind,
          available: why === undefined,
          ...(why === undefined ? {} : { refusal: why }),
          requires: action.definition.requires ?? [],
          ...(allowed.seat === undefined ? {} : { seat: allowed.seat }),
        };
      });
  });
}
