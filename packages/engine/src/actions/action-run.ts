import type { CompiledAction, CompiledStep } from '../compile/compile-workflow.js';
import type { Journal } from '../decide/journal.js';
import { recordSheetFacts } from '../decide/record-sheets.js';
import { jsonOf } from '../acts/json-of.js';
import type { SlotContent } from '../acts/slot.js';
import type { TakeAction } from '../types/command.js';

/** One action under way: authorised, its guard held, its required fields present. */
export interface ActionRun {
  readonly journal: Journal;
  readonly step: CompiledStep;
  readonly action: CompiledAction;
  readonly command: TakeAction;
  /** Seat in which the actor votes. */
  readonly seat: string | undefined;
}

/** Records that the action was taken, with its words in slots. */
export function recordTaken({ journal, step, action, command, seat }: ActionRun): void {
  const slots: Record<string, SlotContent> = {};
  if (command.opinion !== undefined) slots.opinion = { subject: journal.applicant, value: command.opinion };
  if (command.reason !== undefined) slots.reason = { subject: journal.applicant, value: command.reason };
  if (command.attachments?.length) slots.attachments = { subject: journal.applicant, value: jsonOf(command.attachments) };
  const { submission } = command;
  if (submission) slots.answers = { subject: journal.applicant, value: jsonOf(submission.answers) };
  const data = {
    action: action.definition.id,
    ...(command.clause === undefined ? {} : { clause: command.clause }),
    ...(command.attachments?.length ? { attachments: command.attachments.map((file) => file.id) } : {}),
    ...(submission ? { form: submission.form } : {}),
    ...(submission && seat !== undefined ? { seat } : {}),
  };
  journal.record('ActionTaken', data, { step: step.definition.id, slots, ...(command.items?.length ? { items: command.items } : {}) });
  if (submission) recordSheetFacts(journal);
}
