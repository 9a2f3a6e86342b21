import type { Issue } from '@careway/definition';
import type { SlotContent } from '../acts/slot.js';
import { authoriseApplicant } from '../decide/authorise.js';
import { requestClaim } from '../decide/claims.js';
import { endClock, resumePaused } from '../decide/clocks.js';
import { entersForOthers, takeEffectiveDate } from '../decide/effective-date.js';
import type { Journal } from '../decide/journal.js';
import { jsonOf } from '../acts/json-of.js';
import { recordCaseFacts, recordItemFacts } from '../decide/record-facts.js';
import { refuse, stopWith } from '../decide/stop.js';
import { closeTasks } from '../decide/tasks.js';
import { answerSlots, fileSlots } from '../decide/whose.js';
import { engineIssue } from '../issues/catalogue.js';
import { refusal } from '../issues/refusals.js';
import type { FileSupplement } from '../types/command.js';
import type { CaseState, ItemState } from '../types/state.js';
import type { FactScalar } from '../types/values.js';

/** The applicant completes the file: rows and answers are replaced, changed rows are decided anew, clocks run on. */
export function fileSupplement(journal: Journal, command: FileSupplement): void {
  const { compiled, state, ctx } = journal;
  if (state.status === 'closed') refuse(refusal('CASE_CLOSED'));
  const { supplement } = state;
  const step = supplement && compiled.steps.get(supplement.step);
  if (!supplement || !step) refuse(refusal('SUPPLEMENT_NOT_OPEN'));
  const allowed = authoriseApplicant({ compiled, state, actor: ctx.actor, ctx }, step.definition);
  if (allowed.refusal) refuse(allowed.refusal);
  takeEffectiveDate(journal, command.effectiveOn, { allowed: entersForOthers(ctx.actor, allowed.as), earliest: supplement.requestedOn });
  journal.actor = allowed.as;
  const { submission } = command;
  const extra = submission.rows.flatMap((_row, index): Issue[] => {
    const known = state.items.some((item) => item.row === index + 1);
    return known ? [] : [engineIssue('ROW_UNKNOWN', `/submission/rows/${index}`, { row: index + 1 })];
  });
  if (extra.length > 0) stopWith(extra);
  const changed = changedRows(journal, submission.rows);
  const files = submission.attachments.map((file) => ({ ...file, supplement: true as const }));
  const slots: Record<string, SlotContent> = { ...answerSlots(submission, journal.whose), ...fileSlots(files, journal.concerned()) };
  for (const { item, values } of changed) slots[`item:${item.id}`] = { subject: item.subject, value: jsonOf(values) };
  journal.record('SupplementFiled', { items: changed.map(({ item }) => item.id) }, { step: supplement.step, slots });
  recordCaseFacts(journal, { ...submission, answers: { ...uncorrected(journal), ...submission.answers } as never });
  for (const { item, values } of changed) updateRow(journal, item, values);
  closeTasks(journal, (task) => task.kind === 'supplement', 'done');
  endSupplementClocks(journal, supplement.step);
  resumePaused(journal);
}

/** Answers as filed, but for those that were corrected since: what was corrected stands until it is filed anew. */
function uncorrected({ compiled, state }: Journal): CaseState['answers'] {
  const corrected = compiled.definition.facts.filter(({ id }) => state.facts[id]?.source.kind === 'correction');
  const fields = new Set(corrected.map(({ id, from }) => from.field ?? id));
  return Object.fromEntries(Object.entries(state.answers).filter(([field]) => !fields.has(field)));
}

type Row = FileSupplement['submission']['rows'][number];

/** Rows whose values differ from the facts they gave, or that are said to differ; final and split rows cannot change any more. */
function changedRows(journal: Journal, rows: readonly Row[]): { readonly item: ItemState; readonly values: Row['values'] }[] {
  const facts = journal.compiled.definition.items?.facts ?? [];
  const read = facts.filter((fact) => fact.from.kind === 'submission');
  return rows.flatMap((row, index) => {
    const item = journal.state.items.find((known) => known.row === index + 1);
    if (!item || item.final || item.status === 'split') return [];
    const differs = read.some((fact) => !sameScalar(row.values[fact.from.field ?? fact.id], item.facts[fact.id]?.value));
    return differs || row.differs === true ? [{ item, values: row.values }] : [];
  });
}

/** A number sealed again has other bytes: its keyed hash tells whether it is the same. */
function sameScalar(given: FactScalar | undefined, known: FactScalar | undefined): boolean {
  const text = (value: FactScalar | undefined) =>
    typeof value === 'object' ? `key:${value.key}` : value === undefined ? '' : String(value);
  return text(given) === text(known);
}

function updateRow(journal: Journal, item: ItemState, values: Row['values']): void {
  recordItemFacts(journal, item, values);
  if (item.status !== 'open') journal.record('ItemDecided', { item: item.id, status: 'open' }, { items: [item.id] });
  const now = journal.state.items.find((known) => known.id === item.id);
  if (now) requestClaim(journal, now);
}

/** The supplement's own clock was started by the action that asked for it. */
function endSupplementClocks(journal: Journal, step: string): void {
  const ids = new Set(['supplement']);
  for (const action of journal.compiled.steps.get(step)?.actions.values() ?? []) {
    if (action.definition.kind === 'supplement' && action.definition.clock !== undefined) ids.add(action.definition.clock);
  }
  for (const clock of journal.state.clocks) if (clock.step === step && ids.has(clock.clock)) endClock(journal, clock, 'done');
}
