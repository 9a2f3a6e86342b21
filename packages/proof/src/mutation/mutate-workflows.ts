import type { ClockDefinition, ComposedPack, ParamDefinition, StepDefinition, WorkflowDefinition } from '@careway/definition';
import { actionChanges } from './mutate-actions.js';
import { nearFigures } from './mutate-figures.js';
import { changed, type Mutable, type Mutant, withDocument } from './mutant.js';
import type { WorkflowChange } from './workflow-change.js';

/** Every parameter, assignee, guard, path, limit and clock of the workflows that services use, a little different. */
export function* mutateWorkflows(composed: ComposedPack): Iterable<Mutant> {
  const used = new Set([...composed.services.values()].map(({ workflow }) => workflow));
  for (const definition of composed.workflows.values()) {
    if (!used.has(definition.id)) continue;
    for (const { place, from, to, touches, change } of changesOf(composed, definition)) {
      const id = `workflow:${definition.id}/${place}=${to}`;
      const description = {
        'zh-CN': `${definition.label['zh-CN']}：${place} 由 ${from} 改为 ${to}`,
        en: `${definition.label.en}: ${place} ${from} → ${to}`,
      };
      const apply = () => withDocument(composed, 'workflows', { id: definition.id, document: changed(definition, change), mark: id });
      yield { id, description, touches: touches.map((key) => key.replace(':', `:${definition.id}/`)), apply };
    }
  }
}

function* changesOf(composed: ComposedPack, workflow: WorkflowDefinition): Iterable<WorkflowChange> {
  const services = [...composed.services.values()].filter((service) => service.workflow === workflow.id);
  for (const [index, param] of (workflow.params ?? []).entries()) {
    const overridden = services.every((service) => service.params?.some((set) => set.param === param.id));
    if (!overridden) yield* paramChanges(param, index);
  }
  for (const [index, step] of workflow.steps.entries()) {
    yield* stepChanges(composed, step, index);
    for (const [at, action] of (step.actions ?? []).entries()) yield* actionChanges(workflow, { step, action, index, at });
  }
  for (const [index, clock] of workflow.clocks.entries()) yield* clockChanges(composed, workflow, { clock, index });
  yield* procedureChanges(composed, workflow);
}

function* paramChanges(param: ParamDefinition, index: number): Iterable<WorkflowChange> {
  for (const to of nearParam(param)) {
    yield {
      place: `params/${param.id}`,
      from: String(param.value),
      to: String(to),
      touches: [`param:${param.id}`],
      change: (copy) => void (copy.params![index]!.value = to),
    };
  }
}

/** Neighbours of a parameter's value, within its own bounds. */
export function nearParam({ type, value, values, minimum, maximum }: ParamDefinition): (string | number | boolean)[] {
  if (typeof value === 'boolean') return [!value];
  if (type === 'code')
    return (values ?? [])
      .map((entry) => entry.value)
      .filter((other) => other !== value)
      .slice(0, 1);
  const near = nearFigures(String(value)).filter(
    (figure) => Number(figure) >= (minimum ?? -Infinity) && Number(figure) <= (maximum ?? Infinity),
  );
  return typeof value === 'number' ? near.map(Number) : near;
}

function* stepChanges(composed: ComposedPack, step: StepDefinition, index: number): Iterable<WorkflowChange> {
  const touches = [`step:${step.id}`];
  const place = `steps/${step.id}`;
  const copyOf = (copy: Mutable<WorkflowDefinition>) => copy.steps[index] as Mutable<StepDefinition>;
  const { assignee, vote } = step;
  if (assignee && step.kind === 'task') {
    const to = otherRole(composed, assignee.role);
    yield { place: `${place}/assignee`, from: assignee.role, to, touches, change: (copy) => void (copyOf(copy).assignee = { role: to }) };
  }
  for (const [at, other] of (step.distinctFrom ?? []).entries()) {
    yield {
      place: `${place}/distinctFrom/${other}`,
      from: other,
      to: '(none)',
      touches,
      change: (copy) => void copyOf(copy).distinctFrom?.splice(at, 1),
    };
  }
  for (const [at, clock] of (step.clocks ?? []).entries()) {
    yield {
      place: `${place}/clocks/${clock}`,
      from: clock,
      to: '(none)',
      touches,
      change: (copy) => void copyOf(copy).clocks?.splice(at, 1),
    };
  }
  if (!vote) return;
  const to = vote.rule === 'any' ? 'all' : 'any';
  yield { place: `${place}/vote/rule`, from: vote.rule, to, touches, change: (copy) => void (copyOf(copy).vote!.rule = to) };
  for (const [at, seat] of (vote.seats ?? []).entries()) {
    const role = otherRole(composed, seat.role);
    yield {
      place: `${place}/vote/seats/${seat.id}`,
      from: seat.role,
      to: role,
      touches,
      change: (copy) => void (copyOf(copy).vote!.seats![at]!.role = role),
    };
  }
}

function* clockChanges(
  composed: ComposedPack,
  workflow: WorkflowDefinition,
  { clock, index }: { clock: ClockDefinition; index: number },
): Iterable<WorkflowChange> {
  const touches = [`clock:${clock.id}`];
  const place = `clocks/${clock.id}`;
  const copyOf = (copy: Mutable<WorkflowDefinition>) => copy.clocks[index] as Mutable<ClockDefinition>;
  if (clock.until === undefined) {
    const unit = clock.unit === 'working-day' ? 'calendar-day' : 'working-day';
    yield { place: `${place}/unit`, from: clock.unit, to: unit, touches, change: (copy) => void (copyOf(copy).unit = unit) };
    // Working days never end on a day off, and hours do not roll over.
    if (clock.unit !== 'working-day' && clock.unit !== 'hour') {
      const to = !clock.rollover;
      yield { place: `${place}/rollover`, from: String(!to), to: String(to), touches, change: (copy) => void (copyOf(copy).rollover = to) };
    }
  }
  const { when } = clock;
  if (when !== undefined) {
    const entered = workflow.steps.filter((step) => step.clocks?.includes(clock.id)).map(({ id }) => `step:${id}`);
    const base = { place: `${place}/when`, from: when, touches: entered };
    yield { ...base, to: '(none)', change: (copy) => void delete copyOf(copy).when };
    yield { ...base, to: `not(${when})`, change: (copy) => void (copyOf(copy).when = `not(${when})`) };
  }
  const acts = workflow.steps.some((step) => step.clocks?.includes(clock.id) && step.actions?.some(({ kind }) => kind === 'period-ended'));
  const onDue = clock.onDue === 'act' ? 'breach' : 'act';
  // Without an action to take, a clock that acts is late like any other.
  if (acts) yield { place: `${place}/onDue`, from: clock.onDue, to: onDue, touches, change: (copy) => void (copyOf(copy).onDue = onDue) };
  const supplemented = workflow.steps.some(
    (step) => step.clocks?.includes(clock.id) && step.actions?.some(({ kind }) => kind === 'supplement'),
  );
  if (supplemented) {
    const to = !clock.pausesForSupplement;
    yield {
      place: `${place}/pausesForSupplement`,
      from: String(!to),
      to: String(to),
      touches,
      change: (copy) => void (copyOf(copy).pausesForSupplement = to),
    };
  }
  if (clock.onDue === 'breach') {
    const to = otherRole(composed, clock.owner);
    yield {
      place: `${place}/owner`,
      from: clock.owner,
      to,
      touches: [`breach:${clock.id}`],
      change: (copy) => void (copyOf(copy).owner = to),
    };
  }
}

function* procedureChanges(composed: ComposedPack, workflow: WorkflowDefinition): Iterable<WorkflowChange> {
  for (const [index, procedure] of (workflow.procedures ?? []).entries()) {
    const touches = [`procedure:${procedure.id}`];
    const place = `procedures/${procedure.id}`;
    const asks = otherRole(composed, procedure.request.role);
    yield {
      place: `${place}/request`,
      from: procedure.request.role,
      to: asks,
      touches,
      change: (copy) => void (copy.procedures![index]!.request.role = asks),
    };
    for (const [seat, { role }] of procedure.decide.seats.entries()) {
      const to = otherRole(composed, role);
      yield {
        place: `${place}/seats/${seat}`,
        from: role,
        to,
        touches,
        change: (copy) => void (copy.procedures![index]!.decide.seats[seat]!.role = to),
      };
    }
    const { times } = procedure;
    if (times !== undefined) {
      yield {
        place: `${place}/times`,
        from: String(times),
        to: String(times + 1),
        touches,
        change: (copy) => void (copy.procedures![index]!.times = times + 1),
      };
    }
  }
}

/** A role of the staff that is not this one. */
function otherRole({ organisation }: ComposedPack, role: string): string {
  const staff = organisation.roles.filter(({ kind, id }) => (kind === 'staff' || kind === 'supervisor') && id !== role);
  return staff[0]?.id ?? organisation.roles.find(({ id }) => id !== role)?.id ?? role;
}
