import type { FormColumn, FormDefinition, FormField, Issue } from '@careway/definition';
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
}

export interface MappedRows {
  /** Answers by column id, as `validateSubmission` takes them; empty when there are too many. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** About headings and the size of the list; cells are judged by `validateSubmission`. Unused columns are warnings. */
  readonly issues: readonly Issue[];
}

/** Reads a pasted or imported text into rows of a table. 100,000 rows are answered, not read. */
export function importRows(text: string, target: TableTarget): MappedRows {
  const { cells, count, issues } = parseDelimited(text, (target.maxRows ?? DEFAULT_MAX_ROWS) + 20);
  const path = `/${target.field}`;
  const mapped = mapRows(cells, target, count);
  return { rows: mapped.rows, issues: [...issues.map((issue) => ({ ...issue, path })), ...mapped.issues] };
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
