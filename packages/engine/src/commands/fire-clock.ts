import type { ClockDefinition } from '@careway/definition';
import type { ActionRun } from '../actions/action-run.js';
import { choosePath } from '../actions/choose-path.js';
import { writeRecords } from '../actions/write-records.js';
import { isReached } from '../calendar/instant.js';
import { recordedActor } from '../decide/authorise.js';
import { endClock, openOwnerTask } from '../decide/clocks.js';
import { issueLetters } from '../decide/letters.js';
import type { Journal } from '../decide/journal.js';
import { moveCase } from '../decide/move-case.js';
import { refuse, Stop } from '../decide/stop.js';
import { refusal } from '../issues/refusals.js';
import { eventOf } from '../position/machine-config.js';
import type { FireClock } from '../types/command.js';
import type { ClockState } from '../types/state.js';

/** A clock that is due: `breach` is recorded once and the owner told; `act` takes the step's `period-ended` action. */
export function fireClock(journal: Journal, command: FireClock): void {
  const clock = journal.state.clocks.find((known) => known.id === command.clock);
  const definition = clock && journal.compiled.clocks.get(clock.clock);
  if (!clock || !definition) refuse(refusal('NOT_FOUND'));
  if (journal.state.status === 'closed') refuse(refusal('CASE_CLOSED'));
  const due = clock.status === 'running' && clock.dueAt !== undefined && isReached(journal.ctx.now, clock.dueAt);
  if (!due || clock.breachedOn !== undefined) refuse(refusal('CLOCK_NOT_DUE'));
  journal.actor = recordedActor({ kind: 'system', cause: 'clock' });
  const run = definition.onDue === 'act' ? periodEnded(journal, clock) : undefined;
  const path = run && pathOf(run);
  if (!run || path === undefined) {
    breach(journal, clock, definition);
    return;
  }
  const { id, kind, basis } = run.action.definition;
  // A conclusion without a person rests on the clause that orders it.
  const clause = kind === 'deemed' && basis?.clause !== undefined ? { clause: basis.clause } : {};
  journal.record('ActionTaken', { action: id, ...clause }, { step: clock.step });
  endClock(journal, clock, 'fired');
  issueLetters(journal, run.action.definition.letters ?? [], {});
  writeRecords(run);
  moveCase(journal, { type: eventOf(clock.step, run.action.definition.id), path }, 'fired');
}

function breach(journal: Journal, clock: ClockState, definition: ClockDefinition): void {
  journal.record('ClockBreached', { id: clock.id }, { step: clock.step });
  openOwnerTask(journal, definition, clock.id, clock.step);
}

function periodEnded(journal: Journal, clock: ClockState): ActionRun | undefined {
  const step = journal.compiled.steps.get(clock.step);
  const action = [...(step?.actions.values() ?? [])].find(({ definition: { kind } }) => kind === 'period-ended' || kind === 'deemed');
  if (!step || !action || !journal.state.position.includes(clock.step)) return undefined;
  const command = { type: 'TakeAction' as const, step: clock.step, action: action.definition.id };
  return { journal, step, action, command, seat: undefined };
}

/** Where no path can be chosen (a fact is missing), a person must look: the clock is late, and owned, instead of failing for ever. */
function pathOf(run: ActionRun): number | undefined {
  try {
    return choosePath(run);
  } catch (stop) {
    if (stop instanceof Stop) return undefined;
    throw stop;
  }
}
