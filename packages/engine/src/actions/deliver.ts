import { notifyParty, remedyDays } from '../decide/letters.js';
import { refuse, stopWith } from '../decide/stop.js';
import { moveCase } from '../decide/move-case.js';
import { pendingLetters } from '../facts/builtin-facts.js';
import { engineIssue } from '../issues/catalogue.js';
import { refusal } from '../issues/refusals.js';
import { eventOf } from '../position/machine-config.js';
import { type ActionRun, recordTaken } from './action-run.js';
import { choosePath } from './choose-path.js';
import { writeRecords } from './write-records.js';

/** `deliver`: records the delivery of a letter, from which its remedies count. The last required one decides where the case goes. */
export function takeDeliver(run: ActionRun): void {
  const { journal, step, action, command } = run;
  const id = step.definition.id;
  if (command.letter === undefined) stopWith([engineIssue('LETTER_REQUIRED', '/letter')]);
  if (command.method === undefined) stopWith([engineIssue('METHOD_REQUIRED', '/method')]);
  const letter = journal.state.letters.find((known) => known.id === command.letter);
  if (!letter) refuse(refusal('NOT_FOUND'));
  if (letter.status !== 'issued') {
    const numbering = {
      'zh-CN': '文书还在编号，稍后再登记送达',
      en: 'The letter is still being numbered; record its delivery in a moment',
    };
    const delivered = { 'zh-CN': '这份文书已经登记送达', en: 'The delivery of this letter is recorded already' };
    refuse(refusal('ACTION_NOT_AVAILABLE', { message: letter.status === 'numbering' ? numbering : delivered }));
  }
  recordTaken(run);
  const remedies = remedyDays(journal, letter.letter, journal.effectiveOn);
  const slots = command.receipt === undefined ? {} : { receipt: { subject: journal.applicant, value: command.receipt } };
  journal.record('LetterDelivered', { letter: letter.id, method: command.method, remedies }, { step: id, slots });
  notifyParty(journal, letter.party, letter.id);
  if (pendingLetters(journal.state, journal.ctx.letters) > 0 || action.paths.length === 0) return;
  const path = choosePath(run);
  // A path back to the step itself means: not yet.
  if (action.paths[path]?.to === id) return;
  writeRecords(run);
  moveCase(journal, { type: eventOf(id, action.definition.id), path }, 'done');
}
