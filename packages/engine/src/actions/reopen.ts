import { moveCase } from '../decide/move-case.js';
import { reopenCase } from '../decide/reopen-case.js';
import { issueLetters } from '../decide/letters.js';
import { eventOf } from '../position/machine-config.js';
import { type ActionRun, recordTaken } from './action-run.js';
import { choosePath } from './choose-path.js';

/** `reopen`: a closed case goes on at a step, with new clocks; what was decided and delivered stays in its history. */
export function takeReopen(run: ActionRun): void {
  const { journal, step, action, command } = run;
  recordTaken(run);
  const path = choosePath(run);
  reopenCase(journal, step.definition.id);
  issueLetters(journal, action.definition.letters ?? [], { reason: command.reason });
  moveCase(journal, { type: eventOf(step.definition.id, action.definition.id), path }, 'done');
}
