import type { DecisionDefinition, Issue, LocalizedText } from '@careway/definition';
import { manualAmountIssue, parseDecimal, type DecisionResult } from '@careway/rules';
import type { SlotContent } from '../acts/slot.js';
import { refuse, stopWith } from '../decide/stop.js';
import { decisionOf, evaluateItem, itemResult } from '../facts/item-decision.js';
import { rowVerdict } from '../facts/row-verdict.js';
import { engineIssue } from '../issues/catalogue.js';
import { refusal } from '../issues/refusals.js';
import type { Refusal } from '../types/context.js';
import type { ItemResult, ItemState } from '../types/state.js';
import { type ActionRun, recordTaken } from './action-run.js';

const SPLIT = { 'zh-CN': '已另案办理', en: 'it goes on in a case of its own' };

/** `items`: decides rows, each by an act of its own; the position stays. All named rows or none. */
export function takeItems(run: ActionRun): void {
  const { journal, command } = run;
  const rows = namedItems(run);
  const { outcome } = command;
  if (outcome === undefined) stopWith([engineIssue('OUTCOME_REQUIRED', '/outcome')]);
  for (const item of rows) {
    if (item.final) refuse(refusal('ITEM_FINAL', { params: { row: item.row } }));
    if (item.status === 'split') {
      refuse(refusal('ITEM_NOT_ELIGIBLE', { params: { row: item.row }, words: { reason: SPLIT } }));
    }
  }
  const wanted = requiredWords(run);
  if (wanted.length > 0) stopWith(wanted);
  const results = outcome === 'approve' ? approvals(run, rows) : new Map<string, ItemResult>();
  recordTaken(run);
  for (const item of rows) recordItem(run, item, results.get(item.id));
  function recordItem({ step }: ActionRun, item: ItemState, result: ItemResult | undefined): void {
    const status = outcome === 'approve' ? 'approved' : outcome === 'hold' ? 'held' : outcome === 'refuse' ? 'refused' : 'open';
    const decided = status === 'approved' || status === 'refused';
    const refusedResult = status === 'refused' ? tableResult(run, item) : undefined;
    const stored = result ?? refusedResult;
    const slots: Record<string, SlotContent> = {};
    if (command.reason !== undefined && outcome !== 'reopen') slots.reason = { subject: item.subject, value: command.reason };
    const data = {
      item: item.id,
      status,
      ...(decided ? { batch: journal.state.batch } : {}),
      ...(stored ? { result: stored } : {}),
      ...(command.clause === undefined || outcome === 'reopen' ? {} : { clause: command.clause }),
    } as const;
    journal.record('ItemDecided', data, { step: step.definition.id, items: [item.id], slots });
  }
}

/** What the tables said of a row that a person refuses: kept when they refuse it too, so that the letter can quote the rule. */
function tableResult({ journal }: ActionRun, item: ItemState): ItemResult | undefined {
  const decision = decisionOf(journal.compiled, journal.state, journal.reads);
  if (!decision) return undefined;
  const result = evaluateItem(decision, item);
  return result.refused ? itemResult(decision, result) : undefined;
}

/** The rows of the command; unknown ones are issues. */
export function namedItems({ journal, command }: ActionRun): readonly ItemState[] {
  const ids = command.items ?? [];
  if (ids.length === 0) stopWith([engineIssue('ITEMS_REQUIRED', '/items')]);
  const unknown = ids.filter((id) => !journal.state.items.some((item) => item.id === id));
  if (unknown.length > 0) stopWith(unknown.map((item) => engineIssue('ITEM_UNKNOWN', '/items', { item })));
  return journal.state.items.filter((item) => ids.includes(item.id));
}

function requiredWords({ command, journal }: ActionRun): Issue[] {
  const { outcome } = command;
  const issues: Issue[] = [];
  if ((outcome === 'hold' || outcome === 'refuse') && !command.reason?.trim()) issues.push(engineIssue('REASON_REQUIRED', '/reason'));
  if (outcome === 'refuse' && command.clause === undefined) issues.push(engineIssue('CLAUSE_REQUIRED', '/clause'));
  if (command.clause !== undefined && !journal.ctx.clause(command.clause)) {
    issues.push(engineIssue('CLAUSE_UNKNOWN', '/clause', { clause: command.clause }));
  }
  return issues;
}

function approvals(run: ActionRun, rows: readonly ItemState[]): Map<string, ItemResult> {
  const { journal } = run;
  const decision = decisionOf(journal.compiled, journal.state, journal.reads);
  const results = new Map<string, ItemResult>();
  const issues: Issue[] = [];
  let first: Refusal | undefined;
  for (const item of rows) {
    const claim = claimProblem(run, item);
    if (claim) first ??= claim;
    if (claim) issues.push(asIssue(claim, item));
    if (!decision || claim) continue;
    const approved = approve(run, item, { decision, result: evaluateItem(decision, item) });
    if ('result' in approved) results.set(item.id, approved.result);
    else issues.push(...approved.issues);
    if ('refusal' in approved) first ??= approved.refusal;
  }
  if (first) refuse(first, issues);
  if (issues.length > 0) stopWith(issues);
  return results;
}

interface Evaluated {
  readonly decision: NonNullable<ReturnType<typeof decisionOf>>;
  readonly result: DecisionResult;
}

type Approval = { readonly result: ItemResult } | { readonly issues: readonly Issue[]; readonly refusal?: Refusal };

/** A person may set the amount only where the tables leave it to one. */
function approve({ command, journal }: ActionRun, item: ItemState, { decision, result }: Evaluated): Approval {
  const path = `/items/${item.id}`;
  const verdict = rowVerdict(decision, result);
  if (verdict.kind === 'unknown') return { issues: verdict.issues.map((issue) => ({ ...issue, path: `${path}${issue.path}` })) };
  if (verdict.kind === 'refused') {
    const { reason, clause } = verdict.refused;
    const refused = refusal('ITEM_NOT_ELIGIBLE', { params: { row: item.row }, words: { reason }, clause });
    return { refusal: refused, issues: [asIssue(refused, item)] };
  }
  if (verdict.kind === 'approved') {
    if (command.amount !== undefined) return { issues: [engineIssue('AMOUNT_NOT_MANUAL', path, { row: item.row })] };
    return { result: verdict.result };
  }
  if (command.amount === undefined) return { issues: [engineIssue('AMOUNT_REQUIRED', path, { row: item.row })] };
  const wrong = proposalIssue(command.amount, { decision, result });
  if (wrong) return { issues: [wrong] };
  if (!command.reason?.trim()) return { issues: [engineIssue('REASON_REQUIRED', '/reason')] };
  return { result: itemResult(decision, result, { amount: command.amount, by: journal.actor.id ?? '' }) };
}

/** What a person proposes fits the result: an amount within its range, or one of the codes that the tables could have given. */
function proposalIssue(proposed: string, { decision, result }: Evaluated): Issue | undefined {
  const { definition } = decision.compiled;
  if (definition.result.type === 'code') {
    const codes = codesOf(definition);
    if (codes.some(({ value }) => value === proposed)) return undefined;
    return engineIssue('RESULT_NOT_OFFERED', '/amount', { result: proposed, offered: codes.map(({ value }) => value).join(', ') });
  }
  if (!parseDecimal(proposed) || proposed.startsWith('-')) return engineIssue('AMOUNT_INVALID', '/amount', { amount: proposed });
  return result.manual && manualAmountIssue(result.manual, proposed, '/amount');
}

/** Codes of the output column that the result of a decision is. */
function codesOf({ tables, result }: DecisionDefinition): readonly { readonly value: string }[] {
  const column = tables.flatMap(({ outputs }) => outputs).find(({ id }) => id === result.expression.trim());
  return column?.values ?? [];
}

/** Why a row cannot be approved for want of its claim. */
export function claimProblem({ journal }: Pick<ActionRun, 'journal'>, item: ItemState): Refusal | undefined {
  const claim = journal.ctx.services.get(journal.state.service)?.claim;
  if (!claim || item.claim?.status === 'granted') return undefined;
  return refusal('CLAIM_NOT_HELD', { params: { row: item.row }, words: { reason: claimReason(claim.label, item) } });
}

function claimReason(label: LocalizedText, { claim }: ItemState): LocalizedText {
  if (!claim) return { 'zh-CN': '缺少核对重复所需的内容', en: 'facts for the duplicate check are missing' };
  if (claim.status === 'requested') return { 'zh-CN': '正在核对是否重复', en: 'it is still being checked for duplicates' };
  const since = claim.heldSince ?? '';
  return { 'zh-CN': `${label['zh-CN']}已由另一办件占用（${since}起）`, en: `${label.en} is held by another case since ${since}` };
}

/** A refusal of one row, as an issue at that row. */
export function asIssue(from: Refusal, item: ItemState): Issue {
  return {
    code: from.code,
    severity: 'error',
    path: `/items/${item.id}`,
    message: from.message,
    ...(from.params ? { params: from.params } : {}),
    ...(from.clause === undefined ? {} : { clause: from.clause }),
  };
}
