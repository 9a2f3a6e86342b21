import type { Issue } from '@careway/definition';
import { addDecimals } from './arithmetic.js';
import { rulesIssue } from './catalogue.js';
import type { CompiledDecision } from './compile-decision.js';
import { compareDecimals, type Decimal, decimalOf, parseDecimal } from './decimal.js';
import type { DecisionResult, MatchedRule } from './decision-result.js';
import { formatResult } from './result-value.js';

/**
 * The items' results and their aggregate. A refused item counts 0; one that is manual or has errors is left out and named by a
 * warning `ITEM_LEFT_OUT`. `count` counts the items granted. When every item is left out there is no aggregate.
 */
export function aggregateItems(compiled: CompiledDecision, items: readonly DecisionResult[]): DecisionResult {
  const issues: Issue[] = [];
  const matched = new Map<string, MatchedRule>();
  items.forEach((item, index) => {
    for (const rule of item.matched) matched.set(`${rule.table} ${rule.rule}`, rule);
    for (const issue of item.issues) issues.push({ ...issue, path: `/items/${index}${issue.path}` });
    if (isLeftOut(item)) issues.push(rulesIssue('ITEM_LEFT_OUT', `/items/${index}`, { item: index + 1 }, { severity: 'warning' }));
  });
  const { outputs, issues: more } = aggregateOf(compiled, items);
  const status = [...issues, ...more].some((issue) => issue.severity === 'error') ? 'issue' : 'ok';
  return { status, outputs, matched: [...matched.values()], issues: [...issues, ...more], trace: [], items };
}

/** The result of a single item with the aggregate beside it. */
export function aggregateOne(compiled: CompiledDecision, item: DecisionResult): DecisionResult {
  const { outputs } = aggregateOf(compiled, [item]);
  return { ...item, outputs: { ...item.outputs, ...outputs } };
}

function isLeftOut(item: DecisionResult): boolean {
  return item.status === 'issue' || item.manual !== undefined;
}

function aggregateOf({ definition }: CompiledDecision, items: readonly DecisionResult[]): Pick<DecisionResult, 'outputs' | 'issues'> {
  const { aggregate, result } = definition;
  const counted = items.filter((item) => !isLeftOut(item));
  if (!aggregate || (counted.length === 0 && items.length > 0)) return { outputs: {}, issues: [] };
  if (aggregate.function === 'count') {
    return { outputs: { [aggregate.id]: String(counted.filter((item) => isGranted(item, result.id)).length) }, issues: [] };
  }
  const value = combine(aggregate.function, amounts(counted, result.id));
  if (!value) return { outputs: {}, issues: [rulesIssue('EMPTY_AGGREGATE', '/aggregate', { name: aggregate.function })] };
  return { outputs: { [aggregate.id]: formatResult(result, value) }, issues: [] };
}

function isGranted(item: DecisionResult, resultId: string): boolean {
  return !item.refused && item.outputs[resultId] !== false;
}

function amounts(items: readonly DecisionResult[], resultId: string): Decimal[] {
  return items.flatMap((item) => {
    const value = item.outputs[resultId];
    return typeof value === 'string' ? (parseDecimal(value) ?? []) : [];
  });
}

function combine(name: 'sum' | 'max' | 'min', values: readonly Decimal[]): Decimal | undefined {
  if (name === 'sum') return values.reduce(addDecimals, decimalOf(0));
  const sign = name === 'max' ? 1 : -1;
  return values.reduce<Decimal | undefined>((best, value) => (best && compareDecimals(value, best) * sign <= 0 ? best : value), undefined);
}
