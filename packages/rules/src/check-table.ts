import type { DecisionRule, DecisionTable, Issue, TableColumn } from '@careway/definition';
import type { CheckInput } from './check-expression.js';
import { checkCell, checkText, pointerStep, validityIssues } from './check-text.js';
import { rulesIssue } from './catalogue.js';
import { expectedWords, isIssue, readFact } from './fact.js';
import { localizedIssue } from './localized-issue.js';
import { kindOf, type StaticType, typeOfFact } from './static-type.js';

/** Whether a table gives a list of values and not one. */
export function isListed({ hitPolicy, aggregator }: DecisionTable): boolean {
  return hitPolicy === 'RULE ORDER' || hitPolicy === 'OUTPUT ORDER' || (hitPolicy === 'COLLECT' && aggregator === undefined);
}

export function checkTable(table: DecisionTable, path: string, input: CheckInput): Issue[] {
  const issues = [
    ...duplicates(table.rules, `${path}/rules`),
    ...duplicates(table.inputs, `${path}/inputs`),
    ...duplicates(table.outputs, `${path}/outputs`),
    ...checkHitPolicy(table, path),
  ];
  if (table.rules.length === 0 && table.status === undefined) issues.push(rulesIssue('NO_RULES', `${path}/rules`, { table: table.id }));
  table.inputs.forEach((column, index) => {
    const at = `${path}/inputs/${index}${column.expression === undefined ? '/id' : '/expression'}`;
    issues.push(...checkText(column.expression ?? column.id, at, { ...input, expected: kindOf(column.type) }));
    issues.push(...foreignValues(column, `${path}/inputs/${index}`, input));
  });
  table.rules.forEach((rule, index) => {
    const at = `${path}/rules/${index}`;
    issues.push(
      ...checkWhen(table, rule, { at, input }),
      ...checkThen(table, rule, at),
      ...validityIssues(rule.validity, `${at}/validity`),
    );
  });
  return issues;
}

export function duplicates(entries: readonly { readonly id: string }[], path: string): Issue[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, index) => {
    if (seen.has(id)) return [rulesIssue('DUPLICATE_ID', `${path}/${index}/id`, { id })];
    seen.add(id);
    return [];
  });
}

function checkHitPolicy(table: DecisionTable, path: string): Issue[] {
  const { hitPolicy, aggregator, outputs, rules } = table;
  if (aggregator !== undefined && hitPolicy !== 'COLLECT') return [rulesIssue('AGGREGATOR_MISPLACED', `${path}/aggregator`)];
  if (aggregator !== undefined && !aggregates(aggregator, outputs)) {
    return [rulesIssue('AGGREGATOR_OUTPUT', `${path}/aggregator`, { aggregator })];
  }
  const ranks = outputs.some((column) => column.values !== undefined) || rules.some((rule) => rule.priority !== undefined);
  if ((hitPolicy === 'PRIORITY' || hitPolicy === 'OUTPUT ORDER') && !ranks) {
    return [rulesIssue('PRIORITY_MISSING', `${path}/hitPolicy`, { policy: hitPolicy })];
  }
  return [];
}

function aggregates(aggregator: string, outputs: readonly TableColumn[]): boolean {
  const [only, more] = outputs;
  return only !== undefined && more === undefined && (aggregator === 'COUNT' || kindOf(only.type) === 'number');
}

function checkWhen(table: DecisionTable, rule: DecisionRule, { at, input }: { at: string; input: CheckInput }): Issue[] {
  return Object.entries(rule.when).flatMap(([id, text]) => {
    const path = `${at}/when/${pointerStep(id)}`;
    const column = table.inputs.find((candidate) => candidate.id === id);
    if (!column) return [rulesIssue('UNKNOWN_COLUMN', path, { table: table.id, column: id })];
    return checkCell(text, path, subjectOf(column, input), input);
  });
}

/** A column without its own values has those of the fact it reads. */
function subjectOf(column: TableColumn, { declared }: CheckInput): StaticType {
  const fact = declared.get(column.expression ?? column.id);
  return typeOfFact(column.id, { type: column.type, values: column.values ?? fact?.values });
}

/** Values of a column that the fact it reads can never have. */
function foreignValues(column: TableColumn, path: string, { declared }: CheckInput): Issue[] {
  const name = column.expression ?? column.id;
  const known = declared.get(name)?.values?.map((entry) => entry.value);
  if (!known || !column.values) return [];
  return column.values.flatMap(({ value }, index) => {
    if (known.includes(value)) return [];
    return [rulesIssue('VALUE_NOT_IN_DOMAIN', `${path}/values/${index}`, { value, name, values: known.join(', ') })];
  });
}

function checkThen(table: DecisionTable, rule: DecisionRule, at: string): Issue[] {
  const unknown = Object.keys(rule.then)
    .filter((id) => !table.outputs.some((column) => column.id === id))
    .map((column) => rulesIssue('UNKNOWN_COLUMN', `${at}/then/${pointerStep(column)}`, { table: table.id, column }));
  const ends = rule.refuse !== undefined || rule.manual !== undefined;
  const values = table.outputs.flatMap((column) => {
    const raw = Object.hasOwn(rule.then, column.id) ? rule.then[column.id] : undefined;
    if (raw === undefined) return ends ? [] : [rulesIssue('OUTPUT_MISSING', `${at}/then`, { rule: rule.id, column: column.id })];
    const value = readFact(column.id, raw, column);
    if (value !== undefined && !isIssue(value)) return [];
    const labels = { expected: expectedWords(column) };
    return [
      localizedIssue('OUTPUT_VALUE', `${at}/then/${pointerStep(column.id)}`, { params: { rule: rule.id, column: column.id }, labels }),
    ];
  });
  return [...unknown, ...values];
}
