import type { StepDefinition } from '@careway/definition';
import { areaOfRole } from '@careway/engine';
import type { CaseView, StepView } from '../views.js';
import { ownerLabel, personView } from './person-view.js';
import type { ViewContext } from './view-context.js';

export function stepView(context: ViewContext, step: StepDefinition): StepView {
  const { id, label, kind, assignee } = step;
  if (!assignee) return { id, label, kind };
  const area = areaOfRole(context.ctx.organisation, context.state.areaPath, assignee.role);
  return { id, label, kind, owner: ownerLabel(context, { role: assignee.role, area }) };
}

export function positionViews(context: ViewContext): readonly StepView[] {
  return context.state.position.flatMap((id) => {
    const step = context.workflow.steps.find((known) => known.id === id);
    return step ? [stepView(context, step)] : [];
  });
}

/** Steps passed, current and expected, in the order of the workflow. @param left day on which each step was last left. */
export function pathViews(context: ViewContext, left: ReadonlyMap<string, string>): CaseView['path'] {
  const { state, workflow } = context;
  const ending = state.status === 'closed' ? workflow.steps.filter(({ kind, ending: how }) => kind === 'end' && how === state.ending) : [];
  const now = new Set(state.position);
  const expected = state.status === 'closed' ? new Set<string>() : expectedSteps(context);
  return workflow.steps.flatMap((step): CaseView['path'] => {
    const shown = { step: stepView(context, step) };
    if (ending.includes(step) && (state.visited.includes(step.id) || ending.length === 1)) {
      return [{ ...shown, state: 'done' as const, ...(state.closedOn === undefined ? {} : { on: state.closedOn }) }];
    }
    if (now.has(step.id) && state.status === 'open') return [{ ...shown, state: 'now' as const }];
    if (state.visited.includes(step.id)) {
      const on = left.get(step.id);
      const by = state.performers[step.id]?.at(-1);
      return [
        {
          ...shown,
          state: 'done' as const,
          ...(on === undefined ? {} : { on }),
          ...(by === undefined ? {} : { by: personView(context, by, step.assignee?.role) }),
        },
      ];
    }
    return expected.has(step.id) ? [{ ...shown, state: 'expected' as const }] : [];
  });
}

/** The ordinary way on: from each current step the first action that leads forward. */
function expectedSteps({ workflow, state }: ViewContext): ReadonlySet<string> {
  const order = new Map(workflow.steps.map(({ id }, index) => [id, index]));
  const expected = new Set<string>();
  const walk = [...state.position];
  for (let id = walk.shift(); id !== undefined && expected.size < 50; id = walk.shift()) {
    const at = order.get(id) ?? -1;
    const step = workflow.steps[at];
    const targets = (step?.actions ?? [])
      .filter(({ kind, by }) => ['move', 'decide', 'period-ended', 'deliver'].includes(kind) && by !== 'applicant')
      .flatMap(({ to, paths }) => (to === undefined ? (paths ?? []).map((path) => path.to) : [to]));
    const next = targets.map((target) => entryOf(workflow, target)).find((target) => (order.get(target) ?? -1) > at);
    if (next === undefined || expected.has(next)) continue;
    expected.add(next);
    walk.push(next);
  }
  return expected;
}

/** A block is entered at its first branch. */
function entryOf(workflow: ViewContext['workflow'], target: string): string {
  return workflow.blocks?.find(({ id }) => id === target)?.branches[0]?.entry ?? target;
}
