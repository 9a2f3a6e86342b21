import { pointerSegment } from '../json-text.js';
import type { DecisionDefinition, DecisionRule, DecisionTable, TableColumn } from '../schemas/decision.js';
import type { FactDefinition } from '../schemas/workflow.js';
import { compareDecimalText } from '../decimal-text.js';
import { isFigureQuoted } from './quoted-figures.js';
import { type DocumentCheck, exists } from './scope.js';

const decimal = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** Tables read facts that exist, rows fill the columns, and every figure of a row stands in the quote of its clause. */
export function checkDecision(check: DocumentCheck, decision: DecisionDefinition): void {
  const { workflow: of } = decision;
  const workflow = of === undefined ? undefined : check.scope.content.workflows.get(of);
  if (of !== undefined) check.refer('workflow', of, '/workflow', exists.workflow(check.scope, of));
  if ((of === undefined) === (decision.facts === undefined)) check.report('DECISION_FACTS', '');
  const facts = workflow ? [...workflow.facts, ...(workflow.items?.facts ?? [])] : decision.facts;
  if (decision.per === 'item' && (of === undefined || (workflow && !workflow.items))) check.report('DECISION_WITHOUT_ITEMS', '/per');
  if (decision.aggregate && decision.per !== 'item') check.report('DECISION_WITHOUT_ITEMS', '/aggregate');
  if (facts && decision.legalDate === 'service-month' && !facts.some(({ id, type }) => id === 'service_month' && type === 'month')) {
    check.report('LEGAL_DATE_FACT', '/legalDate');
  }
  checkRuleIds(check, decision);
  checkExamples(check, decision);
  const outputs = new Set<string>();
  for (const [index, table] of decision.tables.entries()) {
    checkTable(check, table, `/tables/${index}`);
    if (facts) checkInputs(check, table, { path: `/tables/${index}`, facts, outputs });
    for (const { id } of table.outputs) outputs.add(id);
  }
}

/** A trace names a row by its id alone. */
function checkRuleIds(check: DocumentCheck, decision: DecisionDefinition): void {
  const owner = new Map<string, string>();
  for (const [at, table] of decision.tables.entries()) {
    for (const [index, { id }] of table.rules.entries()) {
      const other = owner.get(id);
      if (other !== undefined && other !== table.id) {
        check.report('DUPLICATE_ID', `/tables/${at}/rules/${index}/id`, { id, what: `rule of ${other}` });
      }
      owner.set(id, table.id);
    }
  }
}

/** An example expects something, of rows that the tables have. */
function checkExamples(check: DocumentCheck, { tables, examples }: DecisionDefinition): void {
  const rules = new Set(tables.flatMap((table) => table.rules.map(({ id }) => id)));
  for (const [index, { expect }] of (examples ?? []).entries()) {
    if (Object.keys(expect).length === 0) check.report('EXAMPLE_EMPTY', `/examples/${index}/expect`);
    for (const [at, id] of (expect.rules ?? []).entries()) check.refer('rule', id, `/examples/${index}/expect/rules/${at}`, rules.has(id));
  }
}

interface InputScope {
  readonly path: string;
  readonly facts: readonly Pick<FactDefinition, 'id'>[];
  readonly outputs: ReadonlySet<string>;
}

function checkInputs(check: DocumentCheck, table: DecisionTable, { path, facts, outputs }: InputScope): void {
  for (const [index, column] of table.inputs.entries()) {
    const known = column.expression !== undefined || outputs.has(column.id) || facts.some(({ id }) => id === column.id);
    if (!known) check.report('COLUMN_WITHOUT_FACT', `${path}/inputs/${index}/id`, { id: column.id });
  }
}

function checkTable(check: DocumentCheck, table: DecisionTable, path: string): void {
  if (table.aggregator !== undefined && table.hitPolicy !== 'COLLECT') check.report('AGGREGATOR_WRONG', `${path}/aggregator`);
  if (table.rules.length === 0 && table.status !== 'to-be-supplied') check.report('TABLE_EMPTY', `${path}/rules`);
  const inputs = new Set(table.inputs.map(({ id }) => id));
  for (const [index, rule] of table.rules.entries()) {
    const under = `${path}/rules/${index}`;
    for (const column of Object.keys(rule.when)) {
      check.refer('column', column, `${under}/when/${pointerSegment(column)}`, inputs.has(column));
    }
    checkManualRange(check, rule, `${under}/manual`);
    checkOutputs(check, table, { rule, path: `${under}/then` });
  }
}

function checkOutputs(check: DocumentCheck, table: DecisionTable, { rule, path }: { rule: DecisionRule; path: string }): void {
  const columns = new Map(table.outputs.map((column) => [column.id, column]));
  for (const [id, value] of Object.entries(rule.then)) {
    const column = columns.get(id);
    const under = `${path}/${pointerSegment(id)}`;
    check.refer('column', id, under, column !== undefined);
    if (!column) continue;
    const expected = cellMismatch(column, value);
    const { minimum = '−∞', maximum = '∞' } = column;
    if (expected !== undefined) check.report('RULE_OUTPUT_WRONG', under, { id, value, expected });
    else if (cellOutOfRange(column, value)) check.report('CELL_RANGE', under, { id, value, minimum, maximum });
    else checkFigure(check, column, { rule, path: under });
  }
  if (rule.refuse || rule.manual) return;
  for (const id of columns.keys()) if (!(id in rule.then)) check.report('RULE_OUTPUT_MISSING', path, { id });
}

function checkManualRange(check: DocumentCheck, { manual }: DecisionRule, path: string): void {
  const { minimum, maximum } = manual ?? {};
  if (minimum === undefined || maximum === undefined || compareDecimalText(minimum, maximum) <= 0) return;
  check.report('OUT_OF_RANGE', `${path}/minimum`, { limit: `≤ ${maximum}` });
}

/** What the value should have been, if it does not fit its column. */
export function cellMismatch(column: TableColumn, value: string | boolean): string | undefined {
  if (column.type === 'boolean') return typeof value === 'boolean' ? undefined : 'true | false';
  if (typeof value === 'boolean') return column.type;
  if (isFigure(column)) return decimal.test(value) ? undefined : column.type;
  if (column.values && !column.values.some((known) => known.value === value)) return column.values.map((known) => known.value).join(' | ');
  return undefined;
}

/** Whether a figure lies outside the range that its column allows. */
export function cellOutOfRange(column: TableColumn, value: string | boolean): boolean {
  if (typeof value !== 'string' || !isFigure(column)) return false;
  const below = column.minimum !== undefined && compareDecimalText(value, column.minimum) < 0;
  return below || (column.maximum !== undefined && compareDecimalText(value, column.maximum) > 0);
}

const isFigure = ({ type }: TableColumn) => type === 'money' || type === 'decimal' || type === 'integer';

function checkFigure(check: DocumentCheck, column: TableColumn, { rule, path }: { rule: DecisionRule; path: string }): void {
  const value = rule.then[column.id];
  const clause = check.scope.clauses.get(rule.clause);
  if (typeof value !== 'string' || !isFigure(column) || rule.source === 'city-set' || !clause) return;
  if (!isFigureQuoted(value, clause.quote)) check.report('FIGURE_NOT_IN_CLAUSE', path, { figure: value, clause: rule.clause });
}
