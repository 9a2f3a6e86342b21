import type { Journal } from '../decide/journal.js';
import { moveCase } from '../decide/move-case.js';
import { AGAINST, eventOf } from '../position/machine-config.js';
import { voteOfStep } from '../votes/step-vote.js';
import { tallyVotes } from '../votes/tally.js';
import type { ActionRun } from './action-run.js';
import { finishDecide } from './decide-batch.js';
import { finishMove } from './move.js';

/** Fewer seats may decide a vote that was open: then it takes effect as the last vote cast for it would have. */
export function settleVote(journal: Journal, id: string): void {
  const step = journal.compiled.steps.get(id);
  const rule = step && voteOfStep(step, journal.state);
  if (!step || !rule || !journal.state.position.includes(id)) return;
  const votes = journal.state.votes.filter((vote) => vote.step === id);
  const { outcome } = tallyVotes(rule, votes);
  if (outcome === 'open' || votes.length === 0) return;
  const last = votes.findLast(({ vote }) => (outcome === 'passed' ? vote === 'for' : vote === 'against')) ?? votes.at(-1);
  const action = last && step.actions.get(last.action);
  if (!action) return;
  const command = { type: 'TakeAction' as const, step: id, action: action.definition.id };
  const run: ActionRun = { journal, step, action, command, seat: undefined };
  if (outcome === 'failed' && step.definition.vote?.against !== undefined) {
    moveCase(journal, { type: eventOf(id, AGAINST), path: 0 }, 'done');
    return;
  }
  if (action.definition.kind === 'decide' && outcome === 'passed') finishDecide(run);
  else finishMove(run);
}
