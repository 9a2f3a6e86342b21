import { takeAction } from '../actions/take-action.js';
import { correctFact } from '../commands/correct-fact.js';
import { fileSupplement } from '../commands/file-supplement.js';
import { fireClock } from '../commands/fire-clock.js';
import { openChildCase } from '../commands/open-child-case.js';
import { requestProcedure, voteProcedure } from '../commands/procedures.js';
import { recordOutcomes } from '../commands/record-outcomes.js';
import { releaseTask, takeTask } from '../commands/tasks.js';
import type { CompiledWorkflow } from '../compile/compile-workflow.js';
import { refusal } from '../issues/refusals.js';
import type { Command } from '../types/command.js';
import type { DecideContext, Decided } from '../types/context.js';
import type { CaseState } from '../types/state.js';
import { recordedActor } from './authorise.js';
import { determineClocks } from './clocks.js';
import { Journal } from './journal.js';
import { sendNotices } from './notices.js';
import { openCase } from './open-case.js';
import { refuse, Stop } from './stop.js';

/**
 * What a command does to a case: acts and effects with the new state, or why not. Pure: time, randomness and everything outside come in
 * `ctx`. The new state is the fold of `evolve` over the acts. `state` is undefined for a case that is being opened.
 * @throws PositionRefused when the state was written under another definition; RangeError for a bug.
 */
export function decide(compiled: CompiledWorkflow, state: CaseState | undefined, command: Command, ctx: DecideContext): Decided {
  const journal = new Journal(compiled, ctx, state, recordedActor(ctx.actor));
  try {
    run(journal, state, command);
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    return { ok: false, issues: stop.issues, ...(stop.refusal ? { refusal: stop.refusal } : {}) };
  }
  sendNotices(journal);
  return journal.done();
}

function run(journal: Journal, state: CaseState | undefined, command: Command): void {
  if (command.type === 'OpenCase' || command.type === 'OpenChildCase') {
    if (state) refuse(refusal('ACTION_NOT_AVAILABLE'));
    if (command.type === 'OpenCase') openCase(journal, command);
    else openChildCase(journal, command);
    return;
  }
  if (!state) refuse(refusal('NOT_FOUND'));
  switch (command.type) {
    case 'TakeAction':
      return takeAction(journal, command);
    case 'FileSupplement':
      return fileSupplement(journal, command);
    case 'TakeTask':
      return takeTask(journal, command);
    case 'ReleaseTask':
      return releaseTask(journal, command);
    case 'FireClock':
      return fireClock(journal, command);
    case 'DetermineClocks':
      return determineClocks(journal);
    case 'CorrectFact':
      return correctFact(journal, command);
    case 'RequestProcedure':
      return requestProcedure(journal, command);
    case 'VoteProcedure':
      return voteProcedure(journal, command);
    case 'RecordOutcomes':
      return recordOutcomes(journal, command);
  }
}
