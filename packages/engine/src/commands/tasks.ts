import { recordedActor } from '../decide/authorise.js';
import type { Journal } from '../decide/journal.js';
import { heldRole, isInvolved } from '../decide/roles.js';
import { refuse } from '../decide/stop.js';
import { refusal } from '../issues/refusals.js';
import type { ReleaseTask, TakeTask } from '../types/command.js';
import type { TaskState } from '../types/state.js';

/** A clerk takes an open task of a role held; colleagues then wait until it is released. */
export function takeTask(journal: Journal, command: TakeTask): void {
  const { task, role, area } = eligible(journal, command.task);
  if (task.takenBy !== undefined) refuse(refusal('TASK_TAKEN'));
  journal.actor = recordedActor(journal.ctx.actor, role, area);
  journal.record('TaskTaken', { task: task.id }, { step: task.step });
}

/** Whoever took a task gives it back. */
export function releaseTask(journal: Journal, command: ReleaseTask): void {
  const { task, role, area } = eligible(journal, command.task);
  const { actor } = journal.ctx;
  if (actor.kind !== 'person' || task.takenBy !== actor.id) refuse(refusal('NOT_YOUR_TASK'));
  journal.actor = recordedActor(actor, role, area);
  journal.record('TaskReleased', { task: task.id }, { step: task.step });
}

function eligible(journal: Journal, id: string): { readonly task: TaskState; readonly role: string; readonly area: string } {
  const { state, ctx, compiled } = journal;
  const task = state.tasks.find((known) => known.id === id);
  if (!task) refuse(refusal('NOT_FOUND'));
  const area = task.role === undefined ? undefined : heldRole(ctx.organisation, state.areaPath, ctx.actor, task.role);
  if (task.role === undefined || area === undefined) refuse(refusal('NOT_YOUR_TASK'));
  const { actor } = ctx;
  const before = task.kind === 'step' ? (compiled.steps.get(task.step)?.definition.distinctFrom ?? []) : [];
  const clash = before.find((step) => actor.kind === 'person' && state.performers[step]?.includes(actor.id));
  const label = compiled.steps.get(clash ?? task.step)?.definition.label;
  if (isInvolved(state, actor) || clash !== undefined) {
    refuse(refusal('SAME_PERSON', { words: { step: label ?? { 'zh-CN': task.step, en: task.step } } }));
  }
  return { task, role: task.role, area };
}
