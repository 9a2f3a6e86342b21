import { issueLetters, saidIn } from '../decide/letters.js';
import { moveCase } from '../decide/move-case.js';
import { eventOf } from '../position/machine-config.js';
import { type ActionRun, recordTaken } from './action-run.js';
import { choosePath } from './choose-path.js';

/** `withdraw`: ends the case at the applicant's wish; tasks and clocks are canceled, claims released. */
export function takeWithdraw(run: ActionRun): void {
  const { journal, step, action, command } = run;
  recordTaken(run);
  issueLetters(journal, action.definition.letters ?? [], saidIn(command));
  const path = choosePath(run);
  moveCase(journal, { type: eventOf(step.definition.id, action.definition.id), path }, 'canceled');
}
