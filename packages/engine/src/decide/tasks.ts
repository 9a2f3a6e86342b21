import type { CompiledStep } from '../compile/compile-workflow.js';
import type { TaskState } from '../types/state.js';
import { seatHolder, voteOfStep } from '../votes/step-vote.js';
import { tallyVotes } from '../votes/tally.js';
import type { Journal } from './journal.js';
import { areaOfRole } from './roles.js';

export function openTask(journal: Journal, task: Omit<TaskState, 'id' | 'openedAt'>): void {
  journal.record('TaskOpened', { task: { id: `t${journal.nextSeq}`, ...task, openedAt: journal.ctx.now } }, { step: task.step });
}

export function closeTasks(journal: Journal, which: (task: TaskState) => boolean, why: 'done' | 'left' | 'canceled'): void {
  for (const task of journal.state.tasks) if (which(task)) journal.record('TaskClosed', { task: task.id, why }, { step: task.step });
}

/** Opens what a step needs: one task, or one for each seat whose turn it is and that has none. */
export function openStepTasks(journal: Journal, step: CompiledStep): void {
  const { id, assignee, kind } = step.definition;
  if (kind !== 'task') return;
  const area = (role: string) => areaOfRole(journal.ctx.organisation, journal.state.areaPath, role);
  const rule = voteOfStep(step, journal.state);
  if (!rule) {
    if (assignee) openTask(journal, { kind: 'step', step: id, role: assignee.role, area: area(assignee.role) });
    else openApplicantTask(journal, step);
    return;
  }
  const votes = journal.state.votes.filter((vote) => vote.step === id);
  let vacant = false;
  for (const seat of tallyVotes(rule, votes).open) {
    const person = seat.assigned === true ? seatHolder(journal.state, id, seat.id) : undefined;
    if (seat.assigned === true && person === undefined) vacant = true;
    const known = journal.state.tasks.some((task) => task.kind === 'step' && task.step === id && task.seat === seat.id);
    if (known || (seat.assigned === true && person === undefined)) continue;
    openTask(journal, {
      kind: 'step',
      step: id,
      seat: seat.id,
      role: seat.role,
      area: area(seat.role),
      ...(person === undefined ? {} : { person }),
    });
  }
  if (vacant && assignee) openVacancyTask(journal, id, { role: assignee.role, area: area(assignee.role) });
}

/** A seat without a person is work of the role that leads the step: somebody must be named. */
function openVacancyTask(journal: Journal, step: string, owner: { readonly role: string; readonly area: string }): void {
  const known = journal.state.tasks.some((task) => task.kind === 'step' && task.step === step && task.seat === undefined);
  if (!known) openTask(journal, { kind: 'step', step, ...owner });
}

/** A step without a role is a party's: the one it names, else the applicant's. */
function openApplicantTask(journal: Journal, step: CompiledStep): void {
  const party = step.definition.party ?? journal.state.parties[0]?.party;
  if (party !== undefined) openTask(journal, { kind: 'step', step: step.definition.id, party });
}
