import type { CompiledAction, CompiledStep } from '../compile/compile-workflow.js';
import type { Journal } from '../decide/journal.js';
import { fileSlots } from '../decide/whose.js';
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

/** Records that the action was taken, with its words in slots: of whom the rows named, or the whole case, are about, or of `subject`. */
export function recordTaken({ journal, step, action, command, seat }: ActionRun, subject = journal.concerned(command.items)): void {
  const slots: Record<string, SlotContent> = fileSlots(command.attachments ?? [], subject);
  if (command.opinion !== undefined) slots.opinion = { subject, value: command.opinion };
  if (command.reason !== undefined) slots.reason = { subject, value: command.reason };
  const { submission } = command;
  if (submission) slots.answers = { subject, value: jsonOf(submission.answers) };
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
