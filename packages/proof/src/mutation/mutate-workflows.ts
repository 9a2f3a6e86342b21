import type {
  ClockDefinition,
  ComposedPack,
  FactDefinition,
  ParamDefinition,
  StepDefinition,
  WorkflowDefinition,
} from '@careway/definition';
import { actionChanges } from './mutate-actions.js';
import { nearFigures } from './mutate-figures.js';
import { changed, type Mutable, type Mutant, withDocument } from './mutant.js';
import { correctionChanges, procedureChanges } from './mutate-procedures.js';
import { otherRole } from './other-role.js';
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
  yield* factChanges(workflow);
  yield* procedureChanges(composed, workflow);
  yield* correctionChanges(composed, workflow);
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

/** Values where nothing gives one: every case of the workflow may have them. */
function* factChanges(workflow: WorkflowDefinition): Iterable<WorkflowChange> {
  const touches = workflow.steps.map(({ id }) => `step:${id}`);
  const lists = [
    ['facts', workflow.facts],
    ['items', workflow.items?.facts ?? []],
  ] as const;
  for (const [of, facts] of lists) {
    for (const [index, fact] of facts.entries()) {
      if (fact.default === undefined) continue;
      const factOf = (copy: Mutable<WorkflowDefinition>) => (of === 'facts' ? copy.facts[index] : copy.items?.facts[index]);
      for (const to of otherDefaults(fact)) {
        yield {
          place: `${of}/${fact.id}/default`,
          from: String(fact.default),
          to: String(to),
          touches,
          change: (copy) => void Object.assign(factOf(copy) ?? {}, { default: to }),
        };
      }
    }
  }
}

function otherDefaults({ default: value, values }: FactDefinition): readonly (string | boolean)[] {
  if (typeof value === 'boolean') return [!value];
  const other = values?.find((known) => known.value !== value)?.value;
  return other === undefined ? nearFigures(String(value)) : [other];
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
  // One seat decides alone under any rule.
  if (vote.seats?.length !== 1)
    yield { place: `${place}/vote/rule`, from: vote.rule, to, touches, change: (copy) => void (copyOf(copy).vote!.rule = to) };
  const { quorum } = vote;
  if (typeof quorum === 'number') {
    for (const figure of [quorum + 1, quorum - 1].filter((value) => value > 0)) {
      yield {
        place: `${place}/vote/quorum`,
        from: String(quorum),
        to: String(figure),
        touches,
        change: (copy) => void (copyOf(copy).vote!.quorum = figure),
      };
    }
  }
  for (const [at, seat] of (vote.seats ?? []).entries()) {
    if (seat.assigned) {
      yield {
        place: `${place}/vote/seats/${seat.id}/assigned`,
        from: 'true',
        to: 'false',
        touches,
        change: (copy) => void delete copyOf(copy).vote!.seats![at]!.assigned,
      };
    }
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
    // Nought of any unit is the same day.
    const nought = workflow.params?.find(({ id }) => id === clock.param)?.value === 0;
    if (!nought) yield { place: `${place}/unit`, from: clock.unit, to: unit, touches, change: (copy) => void (copyOf(copy).unit = unit) };
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
  const acts = workflow.steps.some(
    (step) => step.clocks?.includes(clock.id) && step.actions?.some(({ kind }) => kind === 'period-ended' || kind === 'deemed'),
  );
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
  yield* escalationChanges(composed, clock, index);
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

function* escalationChanges(composed: ComposedPack, clock: ClockDefinition, index: number): Iterable<WorkflowChange> {
  for (const [at, { afterDays, role }] of (clock.escalation ?? []).entries()) {
    const place = `clocks/${clock.id}/escalation/${at + 1}`;
    const touches = [`breach:${clock.id}`];
    const levelOf = (copy: Mutable<WorkflowDefinition>) => copy.clocks[index]!.escalation![at]!;
    for (const to of [afterDays + 1, afterDays - 1].filter((days) => days >= 0)) {
      yield {
        place: `${place}/afterDays`,
        from: String(afterDays),
        to: String(to),
        touches,
        change: (copy) => void (levelOf(copy).afterDays = to),
      };
    }
    const to = otherRole(composed, role);
    yield { place: `${place}/role`, from: role, to, touches, change: (copy) => void (levelOf(copy).role = to) };
  }
}
