import type { SlotContent } from '../acts/slot.js';
import { notifyParty, remedyDays } from '../decide/letters.js';
import { refuse, stopWith } from '../decide/stop.js';
import { moveCase } from '../decide/move-case.js';
import { pendingLetters, tellsRevoked } from '../facts/builtin-facts.js';
import { engineIssue } from '../issues/catalogue.js';
import { refusal } from '../issues/refusals.js';
import { eventOf } from '../position/machine-config.js';
import type { LetterState } from '../types/state.js';
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
  if (tellsRevoked(journal.state, letter)) {
    const revoked = {
      'zh-CN': '这份文书所告知的决定已经撤销，不再送达',
      en: 'The decision that this letter tells was revoked; it is not delivered any more',
    };
    refuse(refusal('ACTION_NOT_AVAILABLE', { message: revoked }));
  }
  checkReceipt(run, letter);
  recordTaken(run);
  const remedies = remedyDays(journal, letter.letter, journal.effectiveOn);
  const { returned, slots } = receiptOf(run, letter);
  journal.record('LetterDelivered', { letter: letter.id, method: command.method, remedies, ...returned }, { step: id, slots });
  notifyParty(journal, letter.party, letter.id);
  if (pendingLetters(journal.state, journal.ctx.letters) > 0 || action.paths.length === 0) return;
  const path = choosePath(run);
  // A path back to the step itself means: not yet.
  if (action.paths[path]?.to === id) return;
  writeRecords(run);
  moveCase(journal, { type: eventOf(id, action.definition.id), path }, 'done');
}

/** What is told of the receipt: the number on it where it is the letter's own; else it is only what somebody typed. */
function receiptOf({ journal, command }: ActionRun, { items, number }: LetterState) {
  const subject = journal.concerned(items);
  const receiptFor = command.receiptFor?.trim();
  const slots: Record<string, SlotContent> = {};
  if (command.receipt !== undefined) slots.receipt = { subject, value: command.receipt };
  if (receiptFor && number === undefined) slots.receiptFor = { subject, value: receiptFor };
  return { slots, returned: receiptFor && number !== undefined ? { receiptFor: number } : {} };
}

/** A receipt that came back names the letter that it is for; a letter without a number cannot be told from another. */
function checkReceipt({ command }: ActionRun, { number }: LetterState): void {
  const given = command.receiptFor;
  if (number === undefined || !given?.trim() || plainNumber(given) === plainNumber(number)) return;
  refuse(refusal('RECEIPT_OF_ANOTHER', { params: { given: given.trim() } }));
}

/** As people write it: full-width digits, any brackets, spaces and small letters mean the same. */
function plainNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[[【〔〖({]/g, '(')
    .replace(/[\]】〕〗)}]/g, ')')
    .replace(/\s/g, '')
    .toUpperCase();
}
