import type { Issue, TableColumn } from '@careway/definition';
import { addDecimals } from './arithmetic.js';
import type { CompiledRule, CompiledTable } from './compile-decision.js';
import { Decimal, decimalOf } from './decimal.js';
import { localizedIssue } from './localized-issue.js';
import { compareValues, type Value } from './value.js';

/** What the matched rows of a table come to. */
export type TableOutcome =
  | { readonly kind: 'values'; readonly values: ReadonlyMap<string, Value>; readonly rules: readonly CompiledRule[] }
  /** `rules`: every row that refuses, or that leaves it to a person; `rule` is the first. */
  | { readonly kind: 'refused' | 'manual'; readonly rule: CompiledRule; readonly rules: readonly CompiledRule[] }
  | { readonly kind: 'issue'; readonly issue: Issue };

/** Applies the table's hit policy (DMN 1.3, 8.2.10) to its matched rows, which are in row order. */
export function applyHitPolicy(table: CompiledTable, matched: readonly CompiledRule[]): TableOutcome {
  const { hitPolicy, aggregator } = table.definition;
  if (matched.length === 0) {
    if (hitPolicy === 'COLLECT' && aggregator === 'COUNT') return aggregated(table, matched);
    return nothingMatched(table);
  }
  switch (hitPolicy) {
    case 'UNIQUE':
      return matched.length > 1 ? failed(table, 'MANY_RULES_MATCHED', matched) : single(matched[0] as CompiledRule, matched);
    case 'ANY':
      return matched.every((rule) => agree(rule, matched[0] as CompiledRule))
        ? single(matched[0] as CompiledRule, matched)
        : failed(table, 'RULES_DISAGREE', matched);
    case 'FIRST':
      return single(matched[0] as CompiledRule, matched.slice(0, 1));
    case 'PRIORITY': {
      const [best] = ranked(table, matched);
      return single(best as CompiledRule, [best as CompiledRule]);
    }
    case 'OUTPUT ORDER':
      return ending(matched) ?? listed(table, ranked(table, matched));
    case 'RULE ORDER':
      return ending(matched) ?? listed(table, matched);
    case 'COLLECT':
      return ending(matched) ?? (aggregator ? aggregated(table, matched) : listed(table, matched));
  }
}

const unmatched = new WeakMap<CompiledTable, TableOutcome>();

/** The same for every input, so its words are made once a table. */
function nothingMatched(table: CompiledTable): TableOutcome {
  const known = unmatched.get(table) ?? failed(table, 'NO_RULE_MATCHED', []);
  unmatched.set(table, known);
  return known;
}

function failed(
  table: CompiledTable,
  code: 'NO_RULE_MATCHED' | 'MANY_RULES_MATCHED' | 'RULES_DISAGREE',
  rules: readonly CompiledRule[],
): TableOutcome {
  const { id, label, clause } = table.definition;
  const params = { table: id, ...(rules.length > 0 ? { rules: rules.map((rule) => rule.definition.id).join(', ') } : {}) };
  return { kind: 'issue', issue: localizedIssue(code, `/tables/${table.position}`, { params, labels: { table: label }, clause }) };
}

function single(rule: CompiledRule, rules: readonly CompiledRule[]): TableOutcome {
  return ending([rule]) ?? { kind: 'values', values: rule.outputs, rules };
}

/** A refusal ends the chain before a manual row does: what is refused needs no figure. */
function ending(rules: readonly CompiledRule[]): TableOutcome | undefined {
  const refusing = rules.filter((rule) => rule.definition.refuse);
  if (refusing[0]) return { kind: 'refused', rule: refusing[0], rules: refusing };
  const manual = rules.filter((rule) => rule.definition.manual);
  return manual[0] ? { kind: 'manual', rule: manual[0], rules: manual } : undefined;
}

function agree(a: CompiledRule, b: CompiledRule): boolean {
  if (a.definition.refuse?.code !== b.definition.refuse?.code) return false;
  if ((a.definition.manual === undefined) !== (b.definition.manual === undefined)) return false;
  if (a.outputs.size !== b.outputs.size) return false;
  return [...a.outputs].every(([id, value]) => compareValues(value, b.outputs.get(id) as Value) === 0);
}

/** By the order of the output columns' `values`, then by larger `priority`, then by row; refusing and manual rows come first. */
function ranked(table: CompiledTable, rules: readonly CompiledRule[]): readonly CompiledRule[] {
  const { outputs } = table.definition;
  return [...rules].sort((a, b) => {
    for (const column of outputs) {
      const order = rank(column, a) - rank(column, b);
      if (order !== 0) return order;
    }
    return (b.definition.priority ?? 0) - (a.definition.priority ?? 0) || a.position - b.position;
  });
}

function rank(column: TableColumn, rule: CompiledRule): number {
  const value = rule.outputs.get(column.id);
  return column.values && typeof value === 'string' ? column.values.findIndex((entry) => entry.value === value) : -1;
}

function listed(table: CompiledTable, rules: readonly CompiledRule[]): TableOutcome {
  const values = new Map<string, Value>();
  for (const { id } of table.definition.outputs) {
    values.set(
      id,
      rules.flatMap((rule) => rule.outputs.get(id) ?? []),
    );
  }
  return { kind: 'values', values, rules };
}

function aggregated(table: CompiledTable, rules: readonly CompiledRule[]): TableOutcome {
  const { aggregator, outputs } = table.definition;
  const values = new Map<string, Value>();
  for (const { id } of outputs) {
    const numbers = rules.map((rule) => rule.outputs.get(id)).filter((value) => value instanceof Decimal);
    const value = aggregator === 'COUNT' ? decimalOf(rules.length) : combined(aggregator, numbers);
    if (value) values.set(id, value);
  }
  return { kind: 'values', values, rules };
}

function combined(aggregator: string | undefined, numbers: readonly Decimal[]): Decimal | undefined {
  if (aggregator === 'SUM') return numbers.reduce(addDecimals, decimalOf(0));
  const sign = aggregator === 'MAX' ? 1 : -1;
  return numbers.reduce<Decimal | undefined>(
    (best, value) => (best && (compareValues(value, best) ?? 0) * sign <= 0 ? best : value),
    undefined,
  );
}
