import { moveCase } from '../decide/move-case.js';
import { issueLetters, saidIn } from '../decide/letters.js';
import { closeTasks, openStepTasks } from '../decide/tasks.js';
import { readHash } from '../facts/case-facts.js';
import { AGAINST, eventOf } from '../position/machine-config.js';
import { voteOfStep } from '../votes/step-vote.js';
import { tallyVotes } from '../votes/tally.js';
import { type ActionRun, recordTaken } from './action-run.js';
import { choosePath } from './choose-path.js';
import { evaluateRows } from './evaluate-rows.js';
import { writeRecords } from './write-records.js';

/** `move`: takes the position on, or casts a vote where the step has one. */
export function takeMove(run: ActionRun): void {
  recordTaken(run);
  if (castVote(run) === 'passed') finishMove(run);
}

/** What follows once a move is decided: letters, then the path. */
export function finishMove(run: ActionRun): void {
  evaluateRows(run);
  const { journal, action, command } = run;
  issueLetters(journal, action.definition.letters ?? [], {
    ...saidIn(command),
    items: journal.state.items.filter((item) => item.status === 'approved' && !item.final),
    batch: journal.state.batch,
  });
  writeRecords(run);
  takePath(run);
}

/** Moves along the first path whose guard holds. */
export function takePath(run: ActionRun): void {
  const { journal, step, action } = run;
  if (action.paths.length === 0) return;
  const path = choosePath(run);
  moveCase(journal, { type: eventOf(step.definition.id, action.definition.id), path }, 'done');
}

/** `passed` at once where the step has no vote. A failed vote has moved the case where the vote says. */
export function castVote(run: ActionRun): 'passed' | 'failed' | 'open' {
  const { journal, step, action, seat } = run;
  const id = step.definition.id;
  const rule = voteOfStep(step, journal.state);
  if (!rule || seat === undefined) return 'passed';
  const hash = step.definition.resume === 'keep-unchanged' ? readHash(journal.state) : '';
  const vote = action.definition.vote ?? 'for';
  journal.record('VoteCast', { seat, action: action.definition.id, vote, readHash: hash }, { step: id });
  closeTasks(journal, (task) => task.kind === 'step' && task.step === id && task.seat === seat, 'done');
  const cast = journal.state.votes.filter((known) => known.step === id);
  const { outcome } = tallyVotes(rule, cast);
  if (outcome === 'passed') return vote === 'against' ? passByOthers(run) : 'passed';
  if (outcome === 'open') openStepTasks(journal, step);
  else if (step.definition.vote?.against !== undefined) moveCase(journal, { type: eventOf(id, AGAINST), path: 0 }, 'done');
  else takePath(run);
  return outcome;
}

/** A vote against cannot make a vote pass under any of the rules. */
function passByOthers(run: ActionRun): never {
  throw new RangeError(`the vote at ${run.step.definition.id} passed by a vote against`);
}
