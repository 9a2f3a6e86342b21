import type { ActionDefinition, Issue } from '@careway/definition';
import { authorise } from '../decide/authorise.js';
import { entersForOthers, takeEffectiveDate } from '../decide/effective-date.js';
import type { Journal } from '../decide/journal.js';
import { refuse, stopWith } from '../decide/stop.js';
import { engineIssue } from '../issues/catalogue.js';
import { refusal } from '../issues/refusals.js';
import type { TakeAction } from '../types/command.js';
import { guardRefusal } from './action-guard.js';
import type { ActionRun } from './action-run.js';
import { takeAssign } from './assign.js';
import { takeDecide } from './decide-batch.js';
import { takeDeliver } from './deliver.js';
import { takeItems } from './items.js';
import { takeMove } from './move.js';
import { takeObject } from './object.js';
import { takeReopen } from './reopen.js';
import { takeReturn } from './return.js';
import { takeSupplement } from './supplement.js';
import { takeWithdraw } from './withdraw.js';
import { writeRecords } from './write-records.js';

type Kind = ActionDefinition['kind'];

/** Actions that a clock takes, never a person. */
type OfClock = 'period-ended' | 'deemed';

const takers: Readonly<Record<Exclude<Kind, OfClock>, (run: ActionRun) => void>> = {
  move: takeMove,
  decide: takeDecide,
  return: takeReturn,
  items: takeItems,
  supplement: takeSupplement,
  deliver: takeDeliver,
  withdraw: takeWithdraw,
  object: takeObject,
  assign: takeAssign,
  reopen: takeReopen,
};

/** Actions that write their records themselves: once a vote has passed, once the last letter is delivered. */
const WRITES_WHEN_DONE: ReadonlySet<Kind> = new Set(['move', 'decide', 'deliver']);

/** A person takes an action at an active step. */
export function takeAction(journal: Journal, command: TakeAction): void {
  const { compiled, state, ctx } = journal;
  const step = compiled.steps.get(command.step);
  if (!step) refuse(refusal('NOT_FOUND'));
  const action = step.actions.get(command.action);
  if (state.status === 'closed' && action?.definition.kind !== 'reopen') refuse(refusal('CASE_CLOSED'));
  const label = step.definition.label;
  if (!state.position.includes(command.step)) {
    refuse(refusal('STEP_NOT_ACTIVE', { words: { step: label } }));
  }
  if (!action || isOfClock(action.definition.kind)) refuse(refusal('ACTION_NOT_AVAILABLE'));
  const { kind } = action.definition;
  const allowed = authorise({ compiled, state, actor: ctx.actor, ctx }, step, action.definition, command.seat);
  if (allowed.refusal) refuse(allowed.refusal);
  const problem = guardRefusal({ compiled, state, ctx }, action);
  if (problem?.refusal) refuse(problem.refusal);
  if (problem?.issue) stopWith([problem.issue]);
  const missing = missingFields(action.definition, command, journal);
  if (missing.length > 0) stopWith(missing);
  takeEffectiveDate(journal, command.effectiveOn, {
    allowed: entersForOthers(ctx.actor, allowed.as),
    earliest: earliestDay(journal, command),
  });
  if (journal.effectiveOn < journal.today && kind !== 'deliver' && !command.attachments?.length) {
    stopWith([engineIssue('EVIDENCE_REQUIRED', '/attachments')]);
  }
  journal.actor = allowed.as;
  const run: ActionRun = { journal, step, action, command, seat: allowed.seat };
  takers[kind as Exclude<Kind, OfClock>](run);
  if (!WRITES_WHEN_DONE.has(kind)) writeRecords(run);
}

/** A letter is delivered after it was issued; everything else happens at the earliest on the day when the case came to the step. */
function earliestDay({ state }: Journal, { letter, step }: TakeAction): string {
  const issued = state.letters.find((known) => known.id === letter)?.issuedOn;
  return issued ?? state.enteredOn?.[step] ?? state.filedOn;
}

function isOfClock(kind: Kind): kind is OfClock {
  return kind === 'period-ended' || kind === 'deemed';
}

/** An action with a form is taken with its answers; another takes none. */
function formIssues({ form }: ActionDefinition, { submission }: TakeAction): Issue[] {
  if (form !== undefined && submission?.form.id !== form) return [engineIssue('FORM_REQUIRED', '/answers', { form })];
  return form === undefined && submission ? [engineIssue('FORM_UNEXPECTED', '/answers')] : [];
}

function missingFields(action: ActionDefinition, command: TakeAction, journal: Journal): Issue[] {
  const issues: Issue[] = [...formIssues(action, command)];
  for (const field of action.requires ?? []) {
    if (field === 'opinion' && !command.opinion?.trim()) issues.push(engineIssue('OPINION_REQUIRED', '/opinion'));
    if (field === 'reason' && !command.reason?.trim()) issues.push(engineIssue('REASON_REQUIRED', '/reason'));
    if (field === 'clause' && command.clause === undefined) issues.push(engineIssue('CLAUSE_REQUIRED', '/clause'));
    if (field === 'evidence' && !command.attachments?.length) issues.push(engineIssue('EVIDENCE_REQUIRED', '/attachments'));
    if (field === 'receipt' && !command.receiptFor?.trim()) issues.push(engineIssue('RECEIPT_REQUIRED', '/receiptFor'));
    if (field === 'items' && !command.items?.length) issues.push(engineIssue('ITEMS_REQUIRED', '/items'));
  }
  if (command.clause !== undefined && !journal.ctx.clause(command.clause)) {
    issues.push(engineIssue('CLAUSE_UNKNOWN', '/clause', { clause: command.clause }));
  }
  return issues;
}
