import type { StepDefinition } from '@careway/definition';
import { areaOfRole, possibleTargets } from '@careway/engine';
import type { CaseView, StepView } from '../views.js';
import { ownerLabel, personView } from './person-view.js';
import type { ViewContext } from './view-context.js';

export function stepView(context: ViewContext, step: StepDefinition): StepView {
  const { id, label, kind } = step;
  const role = roleAt(step);
  if (role === undefined) return { id, label, kind };
  const area = areaOfRole(context.ctx.organisation, context.state.areaPath, role);
  return { id, label, kind, owner: ownerLabel(context, { role, area }) };
}

/** Who works at a step: those who sit there where all seats are of one role, else the role that leads it. */
function roleAt({ vote, assignee }: StepDefinition): string | undefined {
  const [role, ...others] = new Set((vote?.seats ?? []).map((seat) => seat.role));
  return role !== undefined && others.length === 0 ? role : assignee?.role;
}

export function positionViews(context: ViewContext): readonly StepView[] {
  return context.state.position.flatMap((id) => {
    const step = context.workflow.steps.find((known) => known.id === id);
    return step ? [stepView(context, step)] : [];
  });
}

/**
 * Steps passed in the order in which they were last left, then the current ones, then those expected. A step that is gone through again
 * stands among the passed and the current or expected ones. @param left day on which each step was last left, in that order.
 */
export function pathViews(context: ViewContext, left: ReadonlyMap<string, string>): CaseView['path'] {
  const { state, workflow } = context;
  const steps = new Map(workflow.steps.map((step) => [step.id, step]));
  const known = (ids: Iterable<string>) => [...ids].flatMap((id) => steps.get(id) ?? []);
  const passed = known(left.keys()).map((step) => passedStep(context, step, left));
  if (state.status === 'closed') return [...passed, ...known(state.position).map((step) => endStep(context, step))];
  const now = known(state.position).map((step) => ({ step: stepView(context, step), state: 'now' as const }));
  const expected = known(expectedSteps(context)).map((step) => ({ step: stepView(context, step), state: 'expected' as const }));
  return [...passed, ...now, ...expected];
}

function endStep(context: ViewContext, step: StepDefinition): CaseView['path'][number] {
  const { closedOn } = context.state;
  return { step: stepView(context, step), state: 'done', ...(closedOn === undefined ? {} : { on: closedOn }) };
}

/** A step that the applicant's withdrawal cut short was not done by anybody. */
function passedStep(context: ViewContext, step: StepDefinition, left: ReadonlyMap<string, string>): CaseView['path'][number] {
  const { state } = context;
  const shown = { step: stepView(context, step), on: left.get(step.id) as string };
  if (state.ending === 'withdrawn' && [...left.keys()].at(-1) === step.id) return { ...shown, state: 'skipped' };
  const by = state.performers[step.id]?.at(-1);
  return { ...shown, state: 'done', ...(by === undefined ? {} : { by: personView(context, by, roleAt(step)) }) };
}

/** The ordinary way on: from each current step the first action that leads forward. */
function expectedSteps({ workflow, compiled, state, whole, ctx }: ViewContext): ReadonlySet<string> {
  const order = new Map(workflow.steps.map(({ id }, index) => [id, index]));
  const expected = new Set<string>();
  const walk = [...state.position];
  for (let id = walk.shift(); id !== undefined && expected.size < 50; id = walk.shift()) {
    const at = order.get(id) ?? -1;
    const step = workflow.steps[at];
    const targets = (step?.actions ?? [])
      .filter(({ kind, by }) => ['move', 'decide', 'period-ended', 'deliver'].includes(kind) && by !== 'applicant')
      .flatMap((action) => possibleTargets(compiled, whole, ctx, { step: id, action: action.id }));
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
