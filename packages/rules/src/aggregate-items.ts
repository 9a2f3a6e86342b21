import type { Issue } from '@careway/definition';
import { addDecimals } from './arithmetic.js';
import { rulesIssue } from './catalogue.js';
import type { CompiledDecision } from './compile-decision.js';
import { compareDecimals, type Decimal, decimalOf, parseDecimal } from './decimal.js';
import type { DecisionResult, MatchedRule } from './decision-result.js';
import { formatResult } from './result-value.js';

/**
 * The items' results and their aggregate. A refused item counts 0; one that is manual or has errors is left out and named by a
 * warning `ITEM_LEFT_OUT`. `count` counts the items granted.
 */
export function aggregateItems({ definition }: CompiledDecision, items: readonly DecisionResult[]): DecisionResult {
  const issues: Issue[] = [];
  const matched = new Map<string, MatchedRule>();
  items.forEach((item, index) => {
    for (const rule of item.matched) matched.set(`${rule.table} ${rule.rule}`, rule);
    for (const issue of item.issues) issues.push({ ...issue, path: `/items/${index}${issue.path}` });
    if (item.status === 'issue' || item.manual) {
      issues.push(rulesIssue('ITEM_LEFT_OUT', `/items/${index}`, { item: index + 1 }, { severity: 'warning' }));
    }
  });
  const outputs: Record<string, string | boolean> = {};
  const { aggregate, result } = definition;
  const counted = items.filter((item) => item.status === 'ok' && !item.manual);
  if (aggregate) {
    const value = aggregate.function === 'count' ? decimalOf(counted.filter(isGranted(result.id)).length) : combine(aggregate.function, amounts(counted, result.id));
    if (value) outputs[aggregate.id] = formatResult(aggregate.function === 'count' ? { ...result, rounding: undefined } : result, value);
    else issues.push(rulesIssue('EMPTY_AGGREGATE', '/aggregate', { name: aggregate.function }));
  }
  const status = issues.some((issue) => issue.severity === 'error') ? 'issue' : 'ok';
  return { status, outputs, matched: [...matched.values()], issues, trace: [], items };
}

function isGranted(resultId: string): (item: DecisionResult) => boolean {
  return (item) => !item.refused && item.outputs[resultId] !== false;
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
