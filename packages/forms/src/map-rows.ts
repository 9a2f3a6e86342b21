import type { FormColumn, FormDefinition, FormField, Issue } from '@careway/definition';
import { FOLD_MAX_LINES, foldPlan } from './fold-plan.js';
import { FoldRun, type ListCells, listHeader } from './fold-rows.js';
import { propertySchema } from './form-schema.js';
import { findHeader } from './header-row.js';
import { formIssue } from './messages.js';
import { parseDelimited } from './parse-delimited.js';
import { readCell } from './read-cell.js';
import { DEFAULT_MAX_ROWS } from './validate-submission.js';

/** The table field that rows are read into. */
export interface TableTarget {
  readonly form: FormDefinition;
  /** Id of a field with widget `table`. */
  readonly field: string;
  /** 200 when left out. */
  readonly maxRows?: number;
  /** What a list is folded by: the other answers of the form, and the tenant's day. */
  readonly around?: { readonly answers: Readonly<Record<string, unknown>>; readonly today: string };
}

export interface MappedRows {
  /** Answers by column id, as `validateSubmission` takes them; empty when there are too many. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** About headings and the size of the list; cells are judged by `validateSubmission`. Unused columns are warnings. */
  readonly issues: readonly Issue[];
}

/** Reads a pasted or imported text into rows of a table, folding it where it is a list with lines to fold. 100,000 rows are answered, not read. */
export function importRows(text: string, target: TableTarget): MappedRows {
  const list = parseDelimited(text, readableRows(target));
  const path = `/${target.field}`;
  const mapped = startFold(list, target)?.result() ?? mapRows(list.cells, target, list.count);
  return { rows: mapped.rows, issues: [...list.issues.map((issue) => ({ ...issue, path })), ...mapped.issues] };
}

/** Rows that are worth reading before a list is refused as too long: headings and some lines around them are allowed for. */
export function readableRows({ form, field, maxRows = DEFAULT_MAX_ROWS }: TableTarget): number {
  return (foldPlan(form, field) ? Math.max(maxRows, FOLD_MAX_LINES) : maxRows) + 20;
}

/** A list of lines for a table that folds them, ready to be read in steps; undefined where it is a roster. */
export function startFold(list: ListCells, { form, field, maxRows, around }: TableTarget): FoldRun | undefined {
  const plan = foldPlan(form, field);
  if (!plan || !around || !listHeader(plan, list.cells)) return undefined;
  return new FoldRun(plan, list, { ...around, maxRows });
}

/**
 * Cells of a spreadsheet (typed or text) as rows of a table. Headings are found by label, alias or id in any order; without
 * headings the columns are taken by position. Blank rows and counter columns are dropped.
 */
export function mapRows(cells: readonly (readonly unknown[])[], target: TableTarget, count = cells.length): MappedRows {
  const field = tableField(target);
  const path = `/${field.id}`;
  const columns = field.columns ?? [];
  const filled = cells.filter((row) => row.some((cell) => !isBlank(cell)));
  const header = findHeader(filled, columns);
  const body = header ? filled.slice(header.at + 1) : filled;
  if (body.length === 0) return { rows: [], issues: [formIssue('ROSTER_EMPTY', path)] };
  const limit = target.maxRows ?? DEFAULT_MAX_ROWS;
  const total = Math.max(body.length, count - (cells.length - filled.length) - (header ? header.at + 1 : 0));
  if (total > limit) return { rows: [], issues: [formIssue('TOO_MANY_ROWS', path, { label: field.label, count: total, limit })] };
  const order = header ? header.columns : positions(columns, body);
  const rows = body.map((row) => readRow(row, order, target));
  return { rows, issues: [...headingIssues(target, field, { order, header }), ...longRows(path, body, order.length)] };
}

/** Cells of a spreadsheet without their blank rows, each row with its number there. */
export function listCells(cells: readonly (readonly unknown[])[]): ListCells {
  const filled = cells.flatMap((row, index) => (row.every(isBlank) ? [] : [{ row, line: index + 1 }]));
  return { cells: filled.map(({ row }) => row), lines: filled.map(({ line }) => line), count: filled.length };
}

function tableField({ form, field }: TableTarget): FormField {
  const found = form.fields.find(({ id }) => id === field);
  if (!found?.columns) throw new TypeError(`${form.id} has no table field ${field}`);
  return found;
}

function readRow(
  row: readonly unknown[],
  order: readonly (FormColumn | undefined)[],
  { form, field }: TableTarget,
): Record<string, unknown> {
  const schema = propertySchema(form.schema, field)?.items;
  const answers: Record<string, unknown> = {};
  order.forEach((column, index) => {
    const value = column && readCell(column, propertySchema(schema, column.id), row[index]);
    if (column && value !== undefined) answers[column.id] = value;
  });
  return answers;
}

/** Without headings: by position, a leading column of running numbers set aside. */
function positions(columns: readonly FormColumn[], body: readonly (readonly unknown[])[]): (FormColumn | undefined)[] {
  const counted = body.every((row, index) => Number(row[0]) === index + 1 && row.length > columns.length);
  return counted ? [undefined, ...columns] : [...columns];
}

function headingIssues(
  { form }: TableTarget,
  field: FormField,
  { order, header }: { order: readonly (FormColumn | undefined)[]; header: ReturnType<typeof findHeader> },
): Issue[] {
  if (!header) return [];
  const path = `/${field.id}`;
  const required = propertySchema(form.schema, field.id)?.items?.required ?? [];
  const missing = (field.columns ?? []).filter((column) => required.includes(column.id) && !order.includes(column));
  return [
    ...missing.map(({ label }) => formIssue('COLUMN_MISSING', path, { label })),
    ...header.twice.map(({ label }) => formIssue('COLUMN_TWICE', path, { label })),
    ...header.unknown.map((name) => formIssue('COLUMN_UNKNOWN', path, { name: name.slice(0, 40) }, { severity: 'warning' })),
  ];
}

function longRows(path: string, body: readonly (readonly unknown[])[], width: number): Issue[] {
  return body.flatMap((row, index) => {
    const extra = row.slice(width).filter((cell) => !isBlank(cell)).length;
    return extra > 0 ? [formIssue('CELLS_TOO_MANY', `${path}/${index}`, { count: extra }, { row: index + 1 })] : [];
  });
}

function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
