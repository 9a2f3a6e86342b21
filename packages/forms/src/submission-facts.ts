import type { FormDefinition } from '@careway/definition';
import type { CleanSubmission } from './validate-submission.js';

/** A clean submission in the values that facts have: booleans and text, numbers as decimal text. */
export interface SubmissionFacts {
  /** Case-level answers by field id, without tables and files; computed values among them. */
  readonly answers: Readonly<Record<string, boolean | string>>;
  /** Rows by table field. */
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, boolean | string>>[]>>;
  /** Attachments by files field, as submitted. */
  readonly files: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

/** Splits a clean submission into answers, rows and files for the engine. */
export function submissionFacts(form: FormDefinition, data: CleanSubmission): SubmissionFacts {
  const answers: Record<string, boolean | string> = {};
  const tables: Record<string, Record<string, boolean | string>[]> = {};
  const files: Record<string, Record<string, unknown>[]> = {};
  for (const field of form.fields) {
    const value = data[field.id];
    if (value === undefined) continue;
    if (field.widget === 'table') tables[field.id] = (value as Record<string, unknown>[]).map(scalarsOf);
    else if (field.widget === 'files') files[field.id] = value as Record<string, unknown>[];
    else answers[field.id] = scalarOf(value);
  }
  for (const { id } of form.computed ?? []) if (data[id] !== undefined) answers[id] = scalarOf(data[id]);
  return { answers, tables, files };
}

/** Rows of a case: those of the table `field`; a form without that table is one row itself. */
export function submissionRows(
  form: FormDefinition,
  { answers, tables }: SubmissionFacts,
  field: string,
): SubmissionFacts['tables'][string] {
  return isRowTable(form, field) ? (tables[field] ?? []) : [answers];
}

/** Whether the form has the table whose rows are the rows of a case. */
export function isRowTable(form: FormDefinition, field: string): boolean {
  return form.fields.some(({ id, widget }) => id === field && widget === 'table');
}

function scalarsOf(row: Readonly<Record<string, unknown>>): Record<string, boolean | string> {
  return Object.fromEntries(Object.entries(row).map(([id, value]) => [id, scalarOf(value)]));
}

function scalarOf(value: unknown): boolean | string {
  return typeof value === 'boolean' ? value : String(value);
}

/** Which answers are sealed at rest: identity and phone numbers, by field and by table column. */
export function sensitiveFields(form: FormDefinition): {
  readonly fields: readonly string[];
  readonly columns: Readonly<Record<string, readonly string[]>>;
} {
  const sensitive = (widget: string) => widget === 'identity' || widget === 'phone';
  return {
    fields: form.fields.filter(({ widget }) => sensitive(widget)).map(({ id }) => id),
    columns: Object.fromEntries(
      form.fields.flatMap(({ id, columns }) =>
        columns ? [[id, columns.filter((column) => sensitive(column.widget)).map((column) => column.id)]] : [],
      ),
    ),
  };
}
