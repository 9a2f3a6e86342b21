import type { CaseEnding, TaskState } from '../types/state.js';
import type { MoveRequest } from '../position/mover.js';
import { voteOfStep } from '../votes/step-vote.js';
import { tallyVotes } from '../votes/tally.js';
import { readHash } from '../facts/case-facts.js';
import { endClocksOfStep, resumePaused, startClock } from './clocks.js';
import { releaseClaims } from './claims.js';
import type { Journal } from './journal.js';
import { closeProcedure } from './procedure-tasks.js';
import { closeTasks, openStepTasks } from './tasks.js';

/** Why a step is left: its work is done, its period ended, it was called back, or the case ends otherwise. */
export type Leaving = 'done' | 'fired' | 'returned' | 'canceled';

/** Moves the case: exits, the new position, entries, in the order of the machine. */
export function moveCase(journal: Journal, request: MoveRequest, leaving: Leaving): void {
  const from = journal.state.position;
  const move = journal.compiled.mover.move(from, request);
  for (const step of move.exits) leaveStep(journal, step, leaving);
  journal.record('PositionMoved', { from, to: move.to, exits: move.exits, entries: move.entries });
  for (const step of move.entries) enterStep(journal, step);
}

function leaveStep(journal: Journal, step: string, leaving: Leaving): void {
  if (journal.state.votes.some((vote) => vote.step === step)) {
    journal.record('VotesVoided', { step, why: leaving === 'returned' ? 'returned' : 'left' }, { step });
  }
  const stopped = journal.state.supplement?.step === step;
  closeTasks(journal, (task) => task.step === step && task.kind === 'supplement', 'canceled');
  const why = leaving === 'done' ? 'done' : 'left';
  closeTasks(journal, (task) => task.step === step && task.kind === 'step', why);
  endClocksOfStep(journal, step, leaving === 'done' || leaving === 'fired' ? 'done' : 'canceled');
  closeTasks(journal, (task) => task.step === step && !isOfCase(journal, task), 'canceled');
  // Clocks of branches that stay had stopped for a supplement that is now gone.
  if (stopped) resumePaused(journal);
  if (journal.compiled.steps.get(step)?.definition.shows?.includes('publicity')) endPublicity(journal, leaving);
}

/** A side procedure on the case as a whole goes on wherever the case moves. */
function isOfCase({ state }: Journal, { procedure: id }: TaskState): boolean {
  const procedure = id === undefined ? undefined : state.procedures.find((known) => known.id === id);
  return procedure !== undefined && procedure.clock === undefined && procedure.step === undefined;
}

function endPublicity(journal: Journal, leaving: Leaving): void {
  const how = leaving === 'fired' ? 'ended' : 'withdrawn';
  for (const period of journal.state.publicity) {
    if (period.status === 'open') journal.record('PublicityEnded', { batch: period.batch, how });
  }
}

function enterStep(journal: Journal, id: string): void {
  const step = journal.compiled.steps.get(id);
  if (!step) return;
  const { kind, clocks, ending, resume, shows } = step.definition;
  if (kind === 'end') {
    closeCase(journal, ending ?? 'completed');
    return;
  }
  if (resume === 'keep-unchanged') restoreVotes(journal, id);
  openStepTasks(journal, step);
  for (const clock of clocks ?? []) startClock(journal, clock, id);
  if (shows?.includes('publicity')) openPublicity(journal, id);
}

/** The batch's approved rows become public, until the last day of the step's own clock. */
function openPublicity(journal: Journal, step: string): void {
  const { state, compiled } = journal;
  const items = state.items.filter((item) => item.status === 'approved' && !item.final).map((item) => item.id);
  const clock = state.clocks.find((known) => known.step === step && compiled.clocks.get(known.clock)?.onDue === 'act');
  const until = clock?.due;
  journal.record('PublicityOpened', { batch: state.batch, items, ...(until === undefined ? {} : { until }) }, { step });
}

/** Votes come back on the same facts, but never all that decide: somebody confirms. */
function restoreVotes(journal: Journal, step: string): void {
  const compiled = journal.compiled.steps.get(step);
  const rule = compiled && voteOfStep(compiled, journal.state);
  const hash = readHash(journal.state);
  const kept = (journal.state.keptVotes ?? []).filter((vote) => vote.step === step && vote.readHash === hash);
  if (!rule || kept.length === 0) return;
  let back = kept;
  while (back.length > 0 && tallyVotes(rule, back).outcome !== 'open') back = back.slice(0, -1);
  if (back.length > 0) journal.record('VotesRestored', { step, seats: back.map((vote) => vote.seat) }, { step });
}

function closeCase(journal: Journal, ending: CaseEnding): void {
  for (const procedure of journal.state.procedures) closeProcedure(journal, procedure.id, 'canceled');
  closeTasks(journal, () => true, 'canceled');
  releaseClaims(journal);
  journal.record('CaseClosed', { ending });
  const parent = journal.state.parent;
  if (parent) journal.effect({ kind: 'report-closed', parent: parent.caseId });
}
