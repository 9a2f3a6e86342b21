import type { Issue } from '@careway/definition';
import { aggregateItems, aggregateOne } from './aggregate-items.js';
import { parseCalendarDate } from './calendar-date.js';
import { rulesIssue } from './catalogue.js';
import type { TableOutcome } from './apply-hit-policy.js';
import type { CompiledDecision, CompiledRule, CompiledTable } from './compile-decision.js';
import { Decimal } from './decimal.js';
import type { DecisionResult, MatchedRule, TableTrace } from './decision-result.js';
import { evaluateTable } from './evaluate-table.js';
import { Evaluator } from './evaluator.js';
import type { Facts } from './fact.js';
import { localizedIssue } from './localized-issue.js';
import { missingFacts } from './missing-facts.js';
import { formatResult, refusedResult } from './result-value.js';
import { EvaluationFault, Scope } from './scope.js';
import { Undecided, valueToJson } from './value.js';

export interface DecisionOptions {
  /** Legal date, ISO. A decision by `service-month` takes the first day of the fact `service_month` where that is known. */
  readonly on: string;
  /** Rows of the case. */
  readonly items?: readonly Facts[] | undefined;
  /** Leave out to get the trace; false evaluates by the index, with the same result. */
  readonly trace?: boolean | undefined;
}

/**
 * Evaluates a decision: per case once, per item for each of `options.items` with the case's facts around it. Without `items`, a
 * decision per item takes the facts as those of one item. Never throws; whatever stands in the way is an issue.
 */
export function evaluateDecision(compiled: CompiledDecision, facts: Facts, options: DecisionOptions): DecisionResult {
  if (compiled.issues.length > 0) return withIssues(compiled.issues);
  if (compiled.definition.per === 'case') return evaluateOnce(compiled, facts, options);
  if (!options.items) return aggregateOne(compiled, evaluateOnce(compiled, facts, options));
  const results = options.items.map((item) => evaluateOnce(compiled, { ...facts, ...item }, options));
  return aggregateItems(compiled, results);
}

/** One evaluation on facts that already hold those of the item, if there is one. */
export function evaluateOnce(compiled: CompiledDecision, facts: Facts, options: DecisionOptions): DecisionResult {
  const on = legalDate(compiled, facts, options.on);
  const problem = dateProblem(compiled, on);
  if (problem) return withIssues([problem]);
  const rows = options.items ? { items: options.items, declared: compiled.itemDeclared } : undefined;
  const run = new DecisionRun(compiled, new Scope(facts, compiled.visible, { rows }), { on, trace: options.trace ?? true });
  try {
    return run.evaluate();
  } catch (fault) {
    if (!(fault instanceof EvaluationFault)) throw fault;
    return run.result({ issues: [fault.issue] });
  }
}

function withIssues(issues: readonly Issue[]): DecisionResult {
  return { status: 'issue', outputs: {}, matched: [], issues, trace: [] };
}

function legalDate({ definition }: CompiledDecision, facts: Facts, on: string): string {
  const month = facts.service_month;
  return definition.legalDate === 'service-month' && typeof month === 'string' ? `${month.slice(0, 7)}-01` : on;
}

function dateProblem({ definition }: CompiledDecision, on: string): Issue | undefined {
  if (!parseCalendarDate(on)) return rulesIssue('LEGAL_DATE_INVALID', '', { on });
  const { validity } = definition;
  if (!validity || (validity.from <= on && (validity.to === undefined || on <= validity.to))) return undefined;
  const params = { decision: definition.id, on, from: validity.from, to: validity.to ?? '…' };
  return localizedIssue('DECISION_NOT_IN_FORCE', '/validity', { params, labels: { decision: definition.label } });
}

/** Steps of one decision: 20 tables of 5,000 rows and 50 columns, read whole. */
const DECISION_BUDGET = 10_000_000;

type Ending = Extract<TableOutcome, { readonly kind: 'refused' | 'manual' }>;

class DecisionRun {
  private readonly evaluator = new Evaluator(DECISION_BUDGET);
  private readonly outputs: Record<string, string | boolean> = {};
  private readonly matched: MatchedRule[] = [];
  private readonly trace: TableTrace[] = [];

  constructor(
    private readonly compiled: CompiledDecision,
    private readonly scope: Scope,
    private readonly options: { readonly on: string; readonly trace: boolean },
  ) {}

  evaluate(): DecisionResult {
    for (const table of this.compiled.tables) {
      const ended = this.table(table);
      if (ended) return ended;
    }
    const { definition, result } = this.compiled;
    const value = result ? this.evaluator.expression(result, this.scope) : new Undecided([]);
    if (value instanceof Undecided) return this.result({ issues: [missingFacts(this.compiled, value.facts, '/result/expression')] });
    this.outputs[definition.result.id] = formatResult(definition.result, value);
    return this.result({});
  }

  result(end: Pick<Partial<DecisionResult>, 'issues' | 'refused' | 'manual'>): DecisionResult {
    const { issues = [], ...rest } = end;
    const status = issues.some((issue) => issue.severity === 'error') ? 'issue' : 'ok';
    return { status, outputs: this.outputs, matched: this.matched, ...rest, issues, trace: this.trace };
  }

  private table(table: CompiledTable): DecisionResult | undefined {
    const { outcome, trace } = evaluateTable(this.compiled, table, { evaluator: this.evaluator, scope: this.scope, ...this.options });
    if (trace) this.trace.push(trace);
    switch (outcome.kind) {
      case 'issue':
        return this.result({ issues: [outcome.issue] });
      case 'refused':
        return this.refused(table, outcome);
      case 'manual':
        return this.manual(table, outcome);
      case 'values':
        for (const rule of outcome.rules) this.matched.push(matchedRule(table, rule));
        for (const [id, value] of outcome.values) {
          this.scope.provide(id, value);
          if (!Array.isArray(value))
            this.outputs[id] = value instanceof Decimal || typeof value !== 'boolean' ? String(valueToJson(value)) : value;
        }
        return undefined;
    }
  }

  /** Under a hit policy that lists rows, every reason is told; the first is the refusal's. */
  private refused(table: CompiledTable, { rule, rules }: Ending): DecisionResult {
    const matched = matchedRule(table, rule);
    const { code, reason } = rule.definition.refuse as NonNullable<typeof rule.definition.refuse>;
    const nothing = refusedResult(this.compiled.definition.result);
    if (nothing !== undefined) this.outputs[this.compiled.definition.result.id] = nothing;
    for (const one of rules) this.matched.push(matchedRule(table, one));
    return this.result({ refused: { ...matched, code, reason } });
  }

  private manual(table: CompiledTable, { rule, rules }: Ending): DecisionResult {
    const matched = matchedRule(table, rule);
    const { reason, minimum, maximum } = rule.definition.manual as NonNullable<typeof rule.definition.manual>;
    for (const one of rules) this.matched.push(matchedRule(table, one));
    const path = `/tables/${table.position}/rules/${rule.position}`;
    const issue = localizedIssue('MANUAL_DECISION', path, { labels: { reason }, clause: matched.clause, severity: 'warning' });
    const range = { ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) };
    return this.result({ manual: { ...matched, reason, ...range }, issues: [issue] });
  }
}

function matchedRule(table: CompiledTable, { definition }: CompiledRule): MatchedRule {
  return { table: table.definition.id, rule: definition.id, clause: definition.clause };
}
