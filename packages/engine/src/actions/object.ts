import { moveCase } from '../decide/move-case.js';
import { issueLetters, saidIn } from '../decide/letters.js';
import { refuse } from '../decide/stop.js';
import { refusal } from '../issues/refusals.js';
import { eventOf } from '../position/machine-config.js';
import type { SlotContent } from '../acts/slot.js';
import type { OpenChildCase } from '../types/command.js';
import type { CaseState, ItemState } from '../types/state.js';
import { type ActionRun, recordTaken } from './action-run.js';
import { choosePath } from './choose-path.js';
import { jsonOf } from '../acts/json-of.js';
import { namedItems } from './items.js';

const NOT_PUBLIC = { 'zh-CN': '这一行不在公示中', en: 'it is not on public notice' };

/**
 * `object`: rows named go on in a child case, the rest proceeds; without rows the whole is objected to and the position moves. In a case of
 * one row, whoever objects to it objects to the whole.
 */
export function takeObject(run: ActionRun): void {
  const { journal, step, action, command } = run;
  const whole = (command.items?.length ?? 0) === 0 || journal.state.items.length === 1;
  const rows = whole ? [] : namedItems(run);
  const gone = rows.find((item) => item.final || item.status !== 'approved');
  if (gone) refuse(refusal('ITEM_NOT_ELIGIBLE', { params: { row: gone.row }, words: { reason: NOT_PUBLIC } }));
  const items = rows.map((item) => item.id);
  // An objector is a person of their own, known by this one objection: what they say is erased with them.
  const subject = command.objector ? `${journal.state.caseId}:objector:${journal.nextSeq}` : journal.concerned(items);
  recordTaken(run, subject);
  const slots: Record<string, SlotContent> = { reason: { subject, value: command.reason ?? '' } };
  if (command.objector) slots.objector = { subject, value: jsonOf(command.objector) };
  journal.record('ObjectionFiled', { items, whole }, { step: step.definition.id, slots, ...(whole ? {} : { items }) });
  issueLetters(journal, action.definition.letters ?? [], { items: rows, ...saidIn(command), subject });
  if (!whole) {
    splitRows(run, rows, subject);
    return;
  }
  const path = choosePath(run);
  moveCase(journal, { type: eventOf(step.definition.id, action.definition.id), path }, 'canceled');
}

function splitRows({ journal, step, action, command }: ActionRun, rows: readonly ItemState[], subject: string): void {
  const before = journal.state;
  const key = `o${journal.nextSeq}`;
  const items = rows.map((item) => item.id);
  journal.record('ItemsSplit', { items, key }, { step: step.definition.id, items });
  const child: Omit<OpenChildCase, 'type' | 'caseId'> = {
    tenant: before.tenant,
    service: before.service,
    entry: action.definition.entry ?? before.entry,
    areaPath: before.areaPath,
    form: before.form,
    parent: { caseId: before.caseId, items, cause: 'objection' },
    parties: before.parties,
    items: rows,
    facts: before.facts,
    answers: before.answers,
    inheritedClocks: dueDays(before),
    filedOn: journal.effectiveOn,
    performers: before.performers,
    objection: { reason: command.reason ?? '', subject, ...(command.objector ? { objector: command.objector } : {}) },
  };
  journal.effect({ kind: 'open-child', key, command: child });
}

/** Last day of each clock of the case, so that a child can go on with it. */
function dueDays(state: CaseState): Readonly<Record<string, string>> {
  const days: Record<string, string> = { ...state.inheritedClocks };
  for (const clock of state.clocks) if (clock.due !== undefined) days[clock.clock] = clock.due;
  return days;
}
