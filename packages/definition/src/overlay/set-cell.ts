import { freezeJson } from '../freeze-json.js';
import { hashDocument } from '../hash.js';
import type { LocalizedText } from '../issue.js';
import { packIssue } from '../issue-catalogue.js';
import type { DecisionDefinition, DecisionRule, DecisionTable, TableColumn } from '../schemas/decision.js';
import type { SetCell } from '../schemas/overlay.js';
import { cellIssue } from './cell-issue.js';
import type { OperationOutcome, OperationTarget } from './apply-operations.js';
import { staleIssue } from './node-history.js';
import { basisIssue, basisWords } from './operation-basis.js';

const file = 'overlay.json';

/** A cell of a decision table, found. */
export interface Cell {
  readonly decision: DecisionDefinition;
  readonly table: DecisionTable;
  readonly rule: DecisionRule;
  readonly column: TableColumn;
  readonly part: 'when' | 'then' | 'manual';
}

/**
 * Sets one cell of a decision table. The row then rests on the city's own decision, whatever its clause said of the old figure, unless
 * the operation names the clause in whose quote the new one stands.
 */
export function setCell(target: OperationTarget, operation: SetCell): OperationOutcome {
  const { draft, path, history } = target;
  const cell = findCell(target, operation);
  if ('code' in cell) return cell;
  const { decision, table, rule } = cell;
  const node = `${decision.id}/${table.id}/${rule.id}`;
  const ground = { basis: operation.basis, figures: figuresOf(operation.value), numerals: cell.part === 'when' };
  const wrong = cellIssue(cell, operation.value, path) ?? basisIssue(draft, ground, path);
  if (wrong) return wrong;
  if (!history.fits(node, rule, operation.expects)) return staleIssue(path, cellLabel(cell), plain(String(cellsOf(cell)[cell.column.id])));
  history.keep(node, rule);
  const text = tell(target, cell, operation);
  draft.decisions.set(decision.id, freezeJson(withRule(decision, table, changedRule(cell, operation))));
  return { document: `decision:${decision.id}`, path: `/tables/${table.id}/rules/${rule.id}/${cell.part}/${cell.column.id}`, text };
}

/** Content hash of a row, for an operation written against it. */
export function ruleHash(rule: DecisionRule): string {
  return hashDocument(rule);
}

function findCell({ draft, path }: OperationTarget, operation: SetCell): Cell | ReturnType<typeof packIssue> {
  const dangling = (key: 'decision' | 'table' | 'rule' | 'column', what: string, whatZh: string) =>
    packIssue('DANGLING_REFERENCE', `${path}/${key}`, { id: operation[key], what, whatZh }, { file });
  const decision = draft.decisions.get(operation.decision);
  if (!decision) return dangling('decision', 'decision', '决策');
  const table = decision.tables.find(({ id }) => id === operation.table);
  if (!table) return dangling('table', 'table', '决策表');
  const rule = table.rules.find(({ id }) => id === operation.rule);
  if (!rule) return dangling('rule', 'row', '行');
  const { part } = operation;
  const columns = part === 'when' ? table.inputs : part === 'then' ? table.outputs : limitColumns(decision);
  const column = columns.find(({ id }) => id === operation.column);
  if (!column || !(column.id in cellsOf({ rule, part }))) return dangling('column', 'column', '列');
  return { decision, table, rule, column, part };
}

/** The bounds of an amount that a person decides, as columns of the result's type. */
function limitColumns({ result: { type } }: DecisionDefinition): readonly TableColumn[] {
  return [
    { id: 'minimum', label: { 'zh-CN': '最少', en: 'least' }, type },
    { id: 'maximum', label: { 'zh-CN': '最多', en: 'most' }, type },
  ];
}

function cellsOf({ rule, part }: Pick<Cell, 'rule' | 'part'>): Readonly<Record<string, unknown>> {
  return rule[part] ?? {};
}

function changedRule({ rule, part, column }: Cell, { value, basis }: SetCell): DecisionRule {
  const { source: _source, note: _note, ...kept } = rule;
  const set = { ...cellsOf({ rule, part }), [column.id]: value };
  const ground = basis.clause === undefined ? { source: 'city-set' as const } : { clause: basis.clause };
  return { ...kept, [part]: set, ...ground, ...(basis.note === undefined ? {} : { note: basis.note }) };
}

function withRule(decision: DecisionDefinition, table: DecisionTable, rule: DecisionRule): DecisionDefinition {
  const rules = table.rules.map((known) => (known.id === rule.id ? rule : known));
  return { ...decision, tables: decision.tables.map((known) => (known.id === table.id ? { ...table, rules } : known)) };
}

/** Figures of a cell: `150.00`, or the bounds of `[60..80)`. */
function figuresOf(value: SetCell['value']): readonly (string | number | boolean)[] {
  if (typeof value !== 'string') return [value];
  return [...value.replace(/"[^"]*"/g, '').matchAll(/-?\d+(?:\.\d+)?/g)].map(([figure]) => figure);
}

function cellLabel({ table, rule, column }: Cell): LocalizedText {
  const row = rule.label ?? plain(rule.id);
  return {
    'zh-CN': `${table.label['zh-CN']}·${row['zh-CN']}·${column.label['zh-CN']}`,
    en: `${table.label.en}, ${row.en}, ${column.label.en}`,
  };
}

function tell({ draft }: OperationTarget, cell: Cell, { value, basis }: SetCell): LocalizedText {
  const { decision, column } = cell;
  const why = basisWords(draft, basis);
  const label = cellLabel(cell);
  const before = String(cellsOf(cell)[column.id]);
  const same = before === String(value);
  const zh = same ? `保持 ${before}` : `由 ${before} 改为 ${String(value)}`;
  const en = same ? `stays ${before}` : `from ${before} to ${String(value)}`;
  return {
    'zh-CN': `${decision.label['zh-CN']}：“${label['zh-CN']}”${zh}（${why['zh-CN']}）。`,
    en: `${decision.label.en}: “${label.en}” ${en} (${why.en}).`,
  };
}

function plain(text: string): LocalizedText {
  return { 'zh-CN': text, en: text };
}
