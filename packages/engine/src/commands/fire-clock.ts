import type { ClockDefinition } from '@careway/definition';
import type { ActionRun } from '../actions/action-run.js';
import { choosePath } from '../actions/choose-path.js';
import { addHours, isReached } from '../calendar/instant.js';
import { recordedActor } from '../decide/authorise.js';
import { endClock, openOwnerTask } from '../decide/clocks.js';
import { issueLetters } from '../decide/letters.js';
import type { Journal } from '../decide/journal.js';
import { moveCase } from '../decide/move-case.js';
import { computeWrites, type RequestedWrite, requestWrites } from '../decide/record-writes.js';
import { areaOfRole } from '../decide/roles.js';
import { refuse, Stop } from '../decide/stop.js';
import { openTask } from '../decide/tasks.js';
import { isInForce } from '../facts/clause-in-force.js';
import { refusal } from '../issues/refusals.js';
import { eventOf } from '../position/machine-config.js';
import type { FireClock } from '../types/command.js';
import type { ClockState } from '../types/state.js';
import { firesAt } from '../views/case-views.js';

/**
 * A clock that is due: `breach` is recorded once and the owner told, then level by level whoever the definition names; `act` takes the
 * step's `period-ended` or `deemed` action.
 */
export function fireClock(journal: Journal, command: FireClock): void {
  const clock = journal.state.clocks.find((known) => known.id === command.clock);
  const definition = clock && journal.compiled.clocks.get(clock.clock);
  if (!clock || !definition) refuse(refusal('NOT_FOUND'));
  if (journal.state.status === 'closed') refuse(refusal('CASE_CLOSED'));
  const at = firesAt(clock);
  if (at === undefined || !isReached(journal.ctx.now, at)) refuse(refusal('CLOCK_NOT_DUE'));
  journal.actor = recordedActor({ kind: 'system', cause: 'clock' });
  if (clock.breachedOn !== undefined) {
    escalate(journal, clock, definition);
    return;
  }
  const run = definition.onDue === 'act' ? periodEnded(journal, clock) : undefined;
  const conclusion = run && mayConclude(run, clock) ? conclusionOf(run) : undefined;
  if (!run || !conclusion) {
    breach(journal, clock, definition);
    return;
  }
  const { id, kind, basis } = run.action.definition;
  // A conclusion without a person rests on the clause that orders it.
  const clause = kind === 'deemed' && basis?.clause !== undefined ? { clause: basis.clause } : {};
  journal.record('ActionTaken', { action: id, ...clause }, { step: clock.step });
  endClock(journal, clock, 'fired');
  issueLetters(journal, run.action.definition.letters ?? [], {});
  requestWrites(journal, conclusion.writes, clock.step);
  moveCase(journal, { type: eventOf(clock.step, id), path: conclusion.path }, 'fired');
}

/** A conclusion without a person rests on a clause that orders it and is in force on the day: otherwise the case is late, and owned. */
function mayConclude({ journal, action }: ActionRun, clock: ClockState): boolean {
  const { kind, basis } = action.definition;
  if (kind !== 'deemed') return true;
  const day = clock.dueAt?.slice(0, 10) ?? journal.today;
  return basis?.clause !== undefined && isInForce(journal.ctx.clause(basis.clause), day);
}

function breach(journal: Journal, clock: ClockState, definition: ClockDefinition): void {
  const at = escalatesAt(clock, definition, 1);
  journal.record('ClockBreached', { id: clock.id, ...(at === undefined ? {} : { escalateAt: at }) }, { step: clock.step });
  openOwnerTask(journal, definition, clock.id, clock.step);
}

/** The next level is told; whoever was told before keeps the task. */
function escalate(journal: Journal, clock: ClockState, definition: ClockDefinition): void {
  const level = (clock.escalated ?? 0) + 1;
  const told = definition.escalation?.[level - 1];
  if (!told) refuse(refusal('CLOCK_NOT_DUE'));
  const { role } = told;
  const at = escalatesAt(clock, definition, level + 1);
  journal.record('ClockEscalated', { id: clock.id, level, role, ...(at === undefined ? {} : { escalateAt: at }) }, { step: clock.step });
  if (journal.state.tasks.some((task) => task.kind === 'overdue' && task.clock === clock.id && task.role === role)) return;
  const area = areaOfRole(journal.ctx.organisation, journal.state.areaPath, role);
  openTask(journal, { kind: 'overdue', step: clock.step, role, area, clock: clock.id });
}

/** When a level, counted from 1, is told: so many calendar days after the last day, at the breach itself for 0. */
function escalatesAt({ dueAt }: ClockState, { escalation }: ClockDefinition, level: number): string | undefined {
  const told = escalation?.[level - 1];
  return told && dueAt !== undefined ? addHours(dueAt, told.afterDays * 24) : undefined;
}

function periodEnded(journal: Journal, clock: ClockState): ActionRun | undefined {
  const step = journal.compiled.steps.get(clock.step);
  const action = [...(step?.actions.values() ?? [])].find(({ definition: { kind } }) => kind === 'period-ended' || kind === 'deemed');
  if (!step || !action || !journal.state.position.includes(clock.step)) return undefined;
  const command = { type: 'TakeAction' as const, step: clock.step, action: action.definition.id };
  return { journal, step, action, command, seat: undefined };
}

interface Conclusion {
  readonly path: number;
  readonly writes: readonly RequestedWrite[];
}

/** Where no path can be chosen, or a record not be written, for want of a fact, a person must look: the clock is late, and owned. */
function conclusionOf(run: ActionRun): Conclusion | undefined {
  try {
    return { path: choosePath(run), writes: computeWrites(run.journal, run.action.writes) };
  } catch (stop) {
    if (stop instanceof Stop) return undefined;
    throw stop;
  }
}
