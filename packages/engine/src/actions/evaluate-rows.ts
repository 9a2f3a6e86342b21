import { canonicalJson, type Issue } from '@careway/definition';
import { refuse, stopWith } from '../decide/stop.js';
import { decisionOf, evaluateItem } from '../facts/item-decision.js';
import { rowVerdict } from '../facts/row-verdict.js';
import { engineIssue } from '../issues/catalogue.js';
import type { Refusal } from '../types/context.js';
import type { ItemResult, ItemState } from '../types/state.js';
import type { ActionRun } from './action-run.js';
import { asIssue, claimProblem } from './items.js';

interface Judged {
  readonly item: ItemState;
  readonly status: 'approved' | 'refused';
  readonly result: ItemResult;
}

/**
 * Where the action `evaluates`, rows still open take the result of the tables: approved, or refused by the rule that refuses. All of them
 * or none: a row that the tables leave to a person, or that cannot be judged yet, must be decided first. A row that the tables alone decided
 * before, in a batch that is not final, is judged again by what is known now.
 */
export function evaluateRows(run: ActionRun): void {
  const { journal, step, action } = run;
  const rows = journal.state.items.filter((item) => item.status === 'open' || (item.byTables && !item.final && item.status !== 'split'));
  if (action.definition.evaluates !== true || rows.length === 0) return;
  for (const { item, status, result } of judgeRows(run, rows)) {
    if (item.status === status && canonicalJson(item.result ?? {}) === canonicalJson(result)) continue;
    const data = { item: item.id, status, batch: journal.state.batch, result, byTables: true } as const;
    journal.record('ItemDecided', data, { step: step.definition.id, items: [item.id] });
  }
}

function judgeRows({ journal }: ActionRun, open: readonly ItemState[]): readonly Judged[] {
  const decision = decisionOf(journal.compiled, journal.state, journal.reads);
  if (!decision) stopWith([engineIssue('NO_DECISION_IN_FORCE', '/items')]);
  const judged: Judged[] = [];
  const issues: Issue[] = [];
  let first: Refusal | undefined;
  for (const item of open) {
    const path = `/items/${item.id}`;
    const verdict = rowVerdict(decision, evaluateItem(decision, item));
    const claim = verdict.kind === 'approved' ? claimProblem({ journal }, item) : undefined;
    first ??= claim;
    if (claim) issues.push(asIssue(claim, item));
    else if (verdict.kind === 'unknown') issues.push(...verdict.issues.map((issue) => ({ ...issue, path: `${path}${issue.path}` })));
    else if (verdict.kind === 'left-to-a-person') issues.push(engineIssue('ROW_LEFT_TO_PERSON', path, { row: item.row }));
    else judged.push({ item, status: verdict.kind, result: verdict.result });
  }
  if (first) refuse(first, issues);
  if (issues.length > 0) stopWith(issues);
  return judged;
}
