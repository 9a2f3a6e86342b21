import { applyHitPolicy, type TableOutcome } from './apply-hit-policy.js';
import type { CompiledDecision, CompiledTable } from './compile-decision.js';
import type { TableTrace } from './decision-result.js';
import type { Evaluator } from './evaluator.js';
import { missingFacts } from './missing-facts.js';
import { localizedIssue } from './localized-issue.js';
import { lookUpRows, type RowMatches, scanRows } from './match-rows.js';
import type { Scope } from './scope.js';
import { type JsonValue, Undecided, valueToJson } from './value.js';

export interface TableRun {
  readonly evaluator: Evaluator;
  readonly scope: Scope;
  readonly on: string;
  readonly trace: boolean;
}

export interface TableEvaluation {
  readonly outcome: TableOutcome;
  readonly trace: TableTrace | undefined;
}

/** Runs one table of a decision on the facts known so far. */
export function evaluateTable(decision: CompiledDecision, table: CompiledTable, run: TableRun): TableEvaluation {
  if (table.definition.status === 'to-be-supplied') return { outcome: { kind: 'issue', issue: rateTableMissing(table) }, trace: undefined };
  const inputs = table.columns.map((column) => run.evaluator.expression(column.expression, run.scope));
  const input = { evaluator: run.evaluator, scope: run.scope, inputs, on: run.on };
  const matches = run.trace ? scanRows(table, input) : lookUpRows(table, input);
  const open = openFacts(table, matches);
  const outcome: TableOutcome =
    open.length > 0
      ? { kind: 'issue', issue: missingFacts(decision, open, `/tables/${table.position}`) }
      : applyHitPolicy(table, matches.matched);
  if (!run.trace) return { outcome, trace: undefined };
  const values = table.columns.map((column, index) => {
    const value = inputs[index];
    return [column.definition.id, value === undefined || value instanceof Undecided ? null : valueToJson(value)] as const;
  });
  const trace = { table: table.definition.id, inputs: Object.fromEntries(values), rows: matches.rows, outputs: outputsOf(outcome) };
  return { outcome, trace };
}

/** Facts that could still change what the table says. Under FIRST, rows after the first match cannot. */
function openFacts(table: CompiledTable, { matched, open }: RowMatches): string[] {
  if (open.length === 0) return [];
  const first = table.definition.hitPolicy === 'FIRST' ? (matched[0]?.position ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
  return [...new Set(open.filter(({ rule }) => rule.position < first).flatMap(({ facts }) => facts))];
}

function rateTableMissing({ definition, position }: CompiledTable) {
  const contact = definition.contact ?? { 'zh-CN': '本地民政部门', en: 'the local civil-affairs bureau' };
  const { id, label, clause } = definition;
  const params = { table: id, contact: contact['zh-CN'] };
  return localizedIssue('RATE_TABLE_MISSING', `/tables/${position}`, { params, labels: { table: label, contact }, clause });
}

function outputsOf(outcome: TableOutcome): Record<string, JsonValue> {
  if (outcome.kind !== 'values') return {};
  return Object.fromEntries([...outcome.values].map(([id, value]) => [id, valueToJson(value)]));
}
