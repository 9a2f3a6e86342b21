import type { ActionDefinition, StepDefinition, WorkflowDefinition } from '@careway/definition';
import { nearTexts } from './mutate-figures.js';
import type { Mutable } from './mutant.js';
import { writeChanges } from './mutate-writes.js';
import type { WorkflowChange } from './workflow-change.js';

interface ActionPlace {
  readonly step: StepDefinition;
  readonly action: ActionDefinition;
  readonly index: number;
  readonly at: number;
}

/** Guard, letters, limits and paths of an action, and where it leads, a little different. */
export function* actionChanges(workflow: WorkflowDefinition, { step, action, index, at }: ActionPlace): Iterable<WorkflowChange> {
  const touches = [`tried:${step.id}.${action.id}`, `action:${step.id}.${action.id}`];
  const place = `steps/${step.id}.${action.id}`;
  const copyOf = (copy: Mutable<WorkflowDefinition>) => copy.steps[index]?.actions?.[at] as Mutable<ActionDefinition>;
  const { guard, times, paths = [] } = action;
  if (guard !== undefined) {
    const base = { place: `${place}/guard`, from: guard, touches };
    yield { ...base, to: '(none)', change: (copy) => void delete copyOf(copy).guard };
    for (const to of [`not(${guard})`, ...nearTexts(guard)]) yield { ...base, to, change: (copy) => void (copyOf(copy).guard = to) };
  }
  if (times !== undefined) {
    for (const to of [times + 1, times - 1].filter((value) => value > 0)) {
      yield { place: `${place}/times`, from: String(times), to: String(to), touches, change: (copy) => void (copyOf(copy).times = to) };
    }
  }
  for (const [letter, id] of (action.letters ?? []).entries()) {
    yield {
      place: `${place}/letters/${id}`,
      from: id,
      to: '(none)',
      touches,
      change: (copy) => void copyOf(copy).letters?.splice(letter, 1),
    };
  }
  for (const [path, { when }] of paths.entries()) {
    if (when === undefined) continue;
    const base = { place: `${place}/paths/${path}`, from: when, touches };
    for (const to of [`not(${when})`, ...nearTexts(when)])
      yield { ...base, to, change: (copy) => void (copyOf(copy).paths![path]!.when = to) };
    if (paths[path + 1]?.when !== undefined) yield { ...base, to: '(after the next)', change: (copy) => swap(copyOf(copy).paths!, path) };
  }
  for (const { at: target, from, put } of targetsOf(action)) {
    const to = workflow.steps.find(({ id, kind }) => kind !== 'end' && id !== from && id !== step.id)?.id;
    if (to !== undefined) yield { place: `${place}/${target}`, from, to, touches, change: (copy) => put(copyOf(copy), to) };
  }
  yield* writeChanges({ writes: action.writes, place, touches, of: (copy) => copy.steps[index]?.actions?.[at]?.writes });
  if (action.evaluates)
    yield { place: `${place}/evaluates`, from: 'true', to: 'false', touches, change: (copy) => void delete copyOf(copy).evaluates };
  yield* assignChanges(action, { place, touches, copyOf });
  for (const [one, required] of (action.requires ?? []).entries()) {
    // Deciding rows without naming any is refused by itself.
    if (action.kind === 'items' && required === 'items') continue;
    yield {
      place: `${place}/requires/${required}`,
      from: required,
      to: '(none)',
      touches,
      change: (copy) => void copyOf(copy).requires?.splice(one, 1),
    };
  }
}

interface AssignPlace {
  readonly place: string;
  readonly touches: readonly string[];
  readonly copyOf: (copy: Mutable<WorkflowDefinition>) => Mutable<ActionDefinition>;
}

/** Who may be named for a seat, a little different. */
function* assignChanges({ assign }: ActionDefinition, { place, touches, copyOf }: AssignPlace): Iterable<WorkflowChange> {
  if (!assign) return;
  const { conditions = [], distinctFrom = [] } = assign;
  for (const [one, { where, given }] of conditions.entries()) {
    const base = { place: `${place}/assign/conditions/${one}`, from: where, touches };
    const copied = (copy: Mutable<WorkflowDefinition>) => copyOf(copy).assign!.conditions![one]!;
    yield { ...base, to: '(none)', change: (copy) => void (copied(copy).where = 'true') };
    if (given) yield { ...base, to: '(always)', change: (copy) => void delete copied(copy).given };
    for (const to of nearTexts(where)) yield { ...base, to, change: (copy) => void (copied(copy).where = to) };
  }
  for (const [at, other] of distinctFrom.entries()) {
    yield {
      place: `${place}/assign/distinctFrom/${other}`,
      from: other,
      to: '(none)',
      touches,
      change: (copy) => void copyOf(copy).assign!.distinctFrom!.splice(at, 1),
    };
  }
}

interface Target {
  readonly at: string;
  readonly from: string;
  readonly put: (copy: Mutable<ActionDefinition>, to: string) => void;
}

function targetsOf({ to, paths = [] }: ActionDefinition): Target[] {
  const single: Target[] = to === undefined ? [] : [{ at: 'to', from: to, put: (copy, other) => void (copy.to = other) }];
  return [
    ...single,
    ...paths.map((path, index) => ({
      at: `paths/${index}/to`,
      from: path.to,
      put: (copy: Mutable<ActionDefinition>, other: string) => void (copy.paths![index]!.to = other),
    })),
  ];
}

function swap<T>(list: T[], index: number): void {
  const [first, second] = [list[index] as T, list[index + 1] as T];
  list[index] = second;
  list[index + 1] = first;
}
