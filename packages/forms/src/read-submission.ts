import type { FormDefinition, FormField, Issue, LocalizedText } from '@careway/definition';
import { propertySchema } from './form-schema.js';
import { formIssue } from './messages.js';
import { normalizeAnswer } from './normalize-answer.js';
import { escapePointer } from './validate-schema.js';

/** What of an attachment belongs to the submission. */
const ATTACHMENT_KEYS = ['id', 'field', 'name', 'type', 'bytes', 'sha256', 'uploadedBy', 'uploadedAt', 'supplement'];

export interface ReadSubmission {
  /** Normalised answers by field id; absent when nothing could be read. */
  readonly data?: Record<string, unknown>;
  /** Unknown fields, and tables that are no tables or too long (their value is left out). */
  readonly issues: readonly Issue[];
}

/** The first pass over a submission: shape, unknown names and notation; no rule of the form is applied yet. */
export function readSubmission(form: FormDefinition, submission: unknown, maxRows: number): ReadSubmission {
  if (!isRecord(submission)) return { issues: [formIssue('FORM_NOT_OBJECT', '')] };
  const issues = unknownNames(submission, new Set(form.fields.filter(({ widget }) => widget !== 'note').map(({ id }) => id)), '');
  const data: Record<string, unknown> = {};
  for (const field of form.fields) {
    if (!Object.hasOwn(submission, field.id)) continue;
    const value = readField(form, field, { value: submission[field.id], maxRows, issues });
    if (value !== undefined) data[field.id] = value;
  }
  return { data, issues };
}

/** Normalised answers, unknown ones left out: for showing a submission while it is being written. */
export function normalizeSubmission(form: FormDefinition, submission: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return readSubmission(form, submission, Number.MAX_SAFE_INTEGER).data ?? {};
}

interface Reading {
  readonly value: unknown;
  readonly maxRows: number;
  readonly issues: Issue[];
}

function readField(form: FormDefinition, field: FormField, { value, maxRows, issues }: Reading): unknown {
  const path = `/${escapePointer(field.id)}`;
  const schema = propertySchema(form.schema, field.id);
  if (field.widget !== 'table' && field.widget !== 'files') return normalizeAnswer(field, schema, value);
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) {
    issues.push(formIssue(field.widget === 'files' ? 'NOT_FILES' : 'NOT_A_TABLE', path, { label: field.label }));
    return undefined;
  }
  if (field.widget === 'files') return readFiles(field, value, issues);
  const limit = Math.min(maxRows, schema?.maxItems ?? maxRows);
  if (value.length > limit) {
    const override = limit === schema?.maxItems ? (field.messages?.['maxItems'] as LocalizedText | undefined) : undefined;
    issues.push(formIssue('TOO_MANY_ROWS', path, { label: field.label, count: value.length, limit }, { override }));
    return undefined;
  }
  return value.length === 0 ? undefined : value.map((row: unknown, index) => readRow(form, field, { row, index, issues }));
}

function readRow(
  form: FormDefinition,
  field: FormField,
  { row, index, issues }: { row: unknown; index: number; issues: Issue[] },
): unknown {
  if (!isRecord(row)) return row;
  const columns = field.columns ?? [];
  const schema = propertySchema(form.schema, field.id)?.items;
  const known = new Set(columns.map(({ id }) => id));
  issues.push(...unknownNames(row, known, `/${escapePointer(field.id)}/${index}`, index + 1));
  const clean: Record<string, unknown> = {};
  for (const column of columns) {
    const value = Object.hasOwn(row, column.id) ? normalizeAnswer(column, propertySchema(schema, column.id), row[column.id]) : undefined;
    if (value !== undefined) clean[column.id] = value;
  }
  return clean;
}

function readFiles(field: FormField, value: readonly unknown[], issues: Issue[]): unknown {
  const files = value.map((file) => {
    if (!isRecord(file) || typeof file['id'] !== 'string') return undefined;
    return Object.fromEntries(ATTACHMENT_KEYS.filter((key) => Object.hasOwn(file, key)).map((key) => [key, file[key]]));
  });
  if (files.includes(undefined)) {
    issues.push(formIssue('NOT_FILES', `/${escapePointer(field.id)}`, { label: field.label }));
    return undefined;
  }
  return files.length === 0 ? undefined : files;
}

function unknownNames(value: Record<string, unknown>, known: ReadonlySet<string>, path: string, row?: number): Issue[] {
  const unknown = Object.keys(value).filter((name) => !known.has(name) && value[name] !== undefined);
  return unknown.map((name) => formIssue('UNKNOWN_FIELD', `${path}/${escapePointer(name)}`, { name: name.slice(0, 60) }, { row }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
