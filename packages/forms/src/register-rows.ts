import type { FormColumn, FormDefinition, FormField, Issue } from '@careway/definition';
import { propertySchema } from './form-schema.js';
import { findHeader, type HeaderRow } from './header-row.js';
import { formIssue } from './messages.js';
import { readCell } from './read-cell.js';
import { validateSubmission } from './validate-submission.js';

/** Rows above the headings at most. */
export const HEADING_ROWS = 10;

/** Beside the fields of a register: the area in which a record lies. */
export const AREA_COLUMN: FormColumn = {
  id: '$area',
  label: { 'zh-CN': '所属区域', en: 'Area of the record' },
  widget: 'text',
  aliases: ['所属街道', '街道', '区域'],
};

/** The row of headings of an imported register. */
export interface RegisterHeader extends Pick<HeaderRow, 'at' | 'columns'> {
  /** Errors, and warnings about columns that are not used. */
  readonly issues: readonly Issue[];
}

/** Finds the headings among the first rows: columns in any order, only that of the key must be there. */
export function registerHeader(form: FormDefinition, key: string, rows: readonly (readonly unknown[])[]): RegisterHeader {
  const columns = [AREA_COLUMN, ...form.fields.map(columnOf)];
  const header = findHeader(rows.slice(0, HEADING_ROWS), columns);
  if (!header) return { at: 0, columns: [], issues: [formIssue('HEADINGS_MISSING', '')] };
  const keyColumn = columns.find(({ id }) => id === key);
  const missing = keyColumn && !header.columns.includes(keyColumn) ? [formIssue('COLUMN_MISSING', '', { label: keyColumn.label })] : [];
  const twice = header.twice.map(({ label }) => formIssue('COLUMN_TWICE', '', { label }));
  const unknown = header.unknown.map((name) => formIssue('COLUMN_UNKNOWN', '', { name: name.slice(0, 40) }, { severity: 'warning' }));
  return { at: header.at, columns: header.columns, issues: [...missing, ...twice, ...unknown] };
}

/** The answers of one row by column; empty cells are left out. */
export function readRegisterRow(
  form: FormDefinition,
  { columns }: Pick<RegisterHeader, 'columns'>,
  cells: readonly unknown[],
): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  columns.forEach((column, index) => {
    const value = column && readCell(column, propertySchema(form.schema, column.id), cells[index]);
    if (column && value !== undefined) answers[column.id] = value;
  });
  return answers;
}

/** Answers for a record as far as they can be told without the record. */
export interface RecordAnswers {
  /** Normalised and valid. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Numbers that came as they are shown, part of them hidden: they mean "as it is". */
  readonly masked: Readonly<Record<string, string>>;
  readonly issues: readonly Issue[];
}

/** Checks answers for a record of which some may be left out. @param overrides reasons by field, as for a submission. */
export function checkRecordAnswers(
  form: FormDefinition,
  answers: Readonly<Record<string, unknown>>,
  options: { readonly today: string; readonly overrides?: Readonly<Record<string, string>> },
): RecordAnswers {
  const hidden = new Set(form.fields.filter(({ widget }) => widget === 'identity' || widget === 'phone').map(({ id }) => id));
  const isMasked = ([id, value]: [string, unknown]) => hidden.has(id) && typeof value === 'string' && value.includes('*');
  const entries = Object.entries(answers);
  const masked = Object.fromEntries(entries.filter(isMasked)) as Record<string, string>;
  const plain = Object.fromEntries(entries.filter((entry) => !isMasked(entry)));
  const result = validateSubmission(form, plain, { ...options, stage: 'draft' });
  return result.ok ? { data: result.data, masked, issues: [] } : { data: {}, masked, issues: result.issues };
}

function columnOf({ id, label, widget, values }: FormField): FormColumn {
  return { id, label, widget, ...(values ? { values } : {}) };
}
