import { releaseClaim } from '../decide/claims.js';
import { issueLetters, saidIn } from '../decide/letters.js';
import { refuse } from '../decide/stop.js';
import { sumAmounts } from '../facts/sum-amounts.js';
import { refusal } from '../issues/refusals.js';
import type { ItemState } from '../types/state.js';
import { type ActionRun, recordTaken } from './action-run.js';
import { choosePath } from './choose-path.js';
import { evaluateRows } from './evaluate-rows.js';
import { castVote } from './move.js';
import { recordEntitlements } from './record-entitlements.js';
import { writeRecords } from './write-records.js';
import { moveCase } from '../decide/move-case.js';
import { eventOf } from '../position/machine-config.js';

/** `decide`: moves and makes the batch's row decisions final. Held rows stay out; rows in child cases are not of this case any more. */
export function takeDecide(run: ActionRun): void {
  const outcome = run.action.definition.outcome ?? 'grant';
  // Rows that the tables decide are decided only once the decision is taken.
  const evaluates = run.action.definition.evaluates === true;
  if (outcome === 'grant' && !evaluates) checkBatch(run);
  recordTaken(run);
  if (castVote(run) === 'passed') finishDecide(run);
}

/** What follows once the decision is taken: rows are final, letters, entitlements, the path. */
export function finishDecide(run: ActionRun): void {
  const outcome = run.action.definition.outcome ?? 'grant';
  const { journal } = run;
  const replaced = run.action.definition.replaces === true ? replaceDecision(run) : undefined;
  if (outcome === 'grant' && run.action.definition.evaluates === true) {
    evaluateRows(run);
    checkBatch(run);
  }
  if (outcome === 'grant') confirmAmounts(run);
  else refuseAll(run);
  const rows = batchOf(journal.state.items);
  const { batch } = journal.state;
  const total = sumAmounts(
    rows.flatMap((item) => (item.status === 'approved' && item.result?.amount !== undefined ? [item.result.amount] : [])),
  );
  // Chosen while the batch's rows still count: once final they belong to no batch that is prepared.
  const path = run.action.paths.length === 0 ? undefined : choosePath(run);
  journal.record('BatchDecided', { batch, items: rows.map((item) => item.id), outcome, ...(rows.length > 0 ? { total } : {}) });
  issueLetters(journal, run.action.definition.letters ?? [], {
    items: rows,
    batch,
    total: rows.length > 0 ? total : undefined,
    ...(replaced === undefined ? {} : { supersedes: replaced }),
    ...saidIn(run.command),
  });
  for (const item of rows) if (item.status === 'refused') releaseClaim(journal, item);
  recordEntitlements(journal, rows);
  writeRecords(run);
  if (path !== undefined) moveCase(journal, { type: eventOf(run.step.definition.id, run.action.definition.id), path }, 'done');
}

/** The decision that stands is superseded: its rows are open again. Gives the letter that told it, if any. */
function replaceDecision({ journal, step, command }: ActionRun): string | undefined {
  const { state } = journal;
  const standing = state.decisions?.at(-1);
  if (!standing) refuse(refusal('NOTHING_TO_REVOKE'));
  const { batch, act } = standing;
  const items = state.items.filter((item) => item.final && item.batch === batch).map(({ id }) => id);
  const slots = command.reason === undefined ? {} : { reason: { subject: journal.concerned(items), value: command.reason } };
  const clause = command.clause === undefined ? {} : { clause: command.clause };
  journal.record('DecisionRevoked', { batch, items, supersedes: act, ...clause }, { step: step.definition.id, items, slots });
  return state.letters.findLast((letter) => letter.batch === batch)?.id;
}

/** Rows decided and not final: the batch. */
export function batchOf(items: readonly ItemState[]): readonly ItemState[] {
  return items.filter((item) => !item.final && (item.status === 'approved' || item.status === 'refused'));
}

function checkBatch({ journal, action }: ActionRun): void {
  const { items } = journal.state;
  if (items.length === 0) return;
  const open = items.filter((item) => item.status === 'open');
  if (open.length > 0) refuse(refusal('ITEMS_UNDECIDED', { params: { count: open.length } }));
  const rows = batchOf(items);
  if (rows.length === 0) {
    const message = {
      'zh-CN': '没有可以决定的行：其余的行已暂缓或者另案办理',
      en: 'No row can be decided: the others are held or in child cases',
    };
    refuse(refusal('ITEMS_UNDECIDED', { params: { count: 0 }, message }));
  }
  const own = rows.find((item) => item.result?.manual && item.result.manual.by === journal.actor.id);
  if (own) {
    const label = action.definition.label;
    const message = {
      'zh-CN': `不能“${label['zh-CN']}”：第${own.row}行的金额是您提出的，须由另一人确认`,
      en: `You cannot “${label.en}”: you proposed the amount of row ${own.row}; somebody else must confirm it`,
    };
    refuse(refusal('SAME_PERSON', { message }));
  }
}

function confirmAmounts({ journal, step }: ActionRun): void {
  for (const item of batchOf(journal.state.items)) {
    if (item.status !== 'approved' || !item.result?.manual) continue;
    journal.record('ManualAmountConfirmed', { item: item.id }, { step: step.definition.id, items: [item.id] });
  }
}

/** Refusing the whole refuses every row that has no decision of its own against it, held rows too. */
function refuseAll({ journal, step, command }: ActionRun): void {
  const { batch } = journal.state;
  for (const item of journal.state.items) {
    if (item.final || item.status === 'split' || item.status === 'refused') continue;
    const data = { item: item.id, status: 'refused' as const, batch, ...(command.clause === undefined ? {} : { clause: command.clause }) };
    const slots = command.reason === undefined ? {} : { reason: { subject: item.subject, value: command.reason } };
    journal.record('ItemDecided', data, { step: step.definition.id, items: [item.id], slots });
  }
}
