import type { ComputedDefinition, FormColumn, FormDefinition, FormField, Issue } from '@careway/definition';
import { type FieldAccess, fieldMode } from './access.js';
import { describeViolation } from './describe-violation.js';
import { defaultKey, duplicateRows } from './duplicate-rows.js';
import { computeAnswers, type ComputedValue, knownValues } from './compute-answers.js';
import { checkAnswer } from './field-rules.js';
import { foldedMonths } from './folded-months.js';
import type { FormRules } from './form-rules.js';
import { type FormSchema, propertySchema } from './form-schema.js';
import { formIssue } from './messages.js';
import { readSubmission } from './read-submission.js';
import { escapePointer, validateSchema, type Violation } from './validate-schema.js';
import { visibleFields } from './visibility.js';

export interface SubmissionOptions {
  /** The tenant's day, ISO: nothing reads a clock. */
  readonly today: string;
  /** Rows a table may have; 200 when left out. */
  readonly maxRows?: number;
  /** By table field: columns that tell rows apart (the workflow's `items.key`); its identity column when left out. */
  readonly keys?: Readonly<Record<string, readonly string[]>>;
  /** Reasons given, by JSON Pointer, for a code that differs from its standard on the certificate itself. */
  readonly overrides?: Readonly<Record<string, string>>;
  /** Access of the step at which it is filed. */
  readonly access?: FieldAccess;
  /** `draft`: missing answers are no issue yet. */
  readonly stage?: 'draft' | 'submit';
  /** What computed values read besides the answers (`formRules`); without it those that need a decision are an issue on submit. */
  readonly rules?: FormRules | undefined;
}

/** Clean answers by field id: normalised, hidden ones dropped; integers are numbers, decimals text. Computed values are among them. */
export type CleanSubmission = Readonly<Record<string, unknown>>;

export type SubmissionResult =
  | { readonly ok: true; readonly data: CleanSubmission; readonly warnings: readonly Issue[]; readonly computed: readonly ComputedValue[] }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly computed: readonly ComputedValue[] };

export const DEFAULT_MAX_ROWS = 200;

/**
 * Validates what a person filed: every issue at once, in the order of the form, in the words of its labels. The same code runs in
 * browser and server, so they cannot disagree. `ok` data without its computed values (`answersOnly`) validates again to itself.
 * Warnings are no obstacle.
 */
export function validateSubmission(form: FormDefinition, submission: unknown, options: SubmissionOptions): SubmissionResult {
  const read = readSubmission(form, submission, options.maxRows ?? DEFAULT_MAX_ROWS);
  if (!read.data) return { ok: false, issues: read.issues, computed: [] };
  const visible = new Set(visibleFields(form, read.data, options.access));
  const fields = form.fields.filter(({ id, widget }) => visible.has(id) && widget !== 'note');
  const data = Object.fromEntries(fields.flatMap(({ id }) => (read.data?.[id] === undefined ? [] : [[id, read.data[id]]])));
  const issues = fields.flatMap((field) => {
    const unread = read.issues.filter(({ path }) => path === `/${escapePointer(field.id)}`);
    return unread.length > 0 ? unread : [...checkField({ form, field, options }, data[field.id]), ...foldedMonths(form, field, data)];
  });
  const elsewhere = read.issues.filter(({ code }) => code === 'UNKNOWN_FIELD');
  const computed = computeAnswers(form, data, options);
  const all = [...issues, ...elsewhere, ...(options.stage === 'draft' ? [] : computedIssues(form, computed, issues))];
  if (all.some(({ severity }) => severity === 'error')) return { ok: false, issues: all, computed };
  return { ok: true, data: { ...data, ...knownValues(computed) }, warnings: all, computed };
}

/** The answers of clean data: without what was computed from them. */
export function answersOnly(form: FormDefinition, data: CleanSubmission): CleanSubmission {
  const computed = new Set((form.computed ?? []).map(({ id }) => id));
  return computed.size === 0 ? data : Object.fromEntries(Object.entries(data).filter(([id]) => !computed.has(id)));
}

/**
 * Computed values that a submission still lacks, each reason once: an error where one of them is not optional. An answer that has an
 * issue of its own is not named a second time.
 */
function computedIssues(form: FormDefinition, computed: readonly ComputedValue[], found: readonly Issue[]): Issue[] {
  const faulty = new Set(found.filter(({ severity }) => severity === 'error').map(({ path }) => path.split('/')[1]));
  const reasons = new Map<string, Issue>();
  for (const value of computed) {
    const definition = form.computed?.find(({ id }) => id === value.id);
    if (!definition || value.status === 'known') continue;
    if (value.status === 'undetermined') {
      const { issue } = value;
      const reason = `${issue.code} ${issue.message.en}`;
      const before = reasons.get(reason) ?? { ...issue, severity: 'warning' };
      reasons.set(reason, definition.optional ? before : { ...before, severity: 'error' });
    } else if (!definition.optional && !value.missing.some((id) => faulty.has(escapePointer(id)))) {
      reasons.set(`waiting ${value.id}`, waitingIssue(form, definition, value.missing));
    }
  }
  return [...reasons.values()];
}

function waitingIssue(form: FormDefinition, { id, label }: ComputedDefinition, missing: readonly string[]): Issue {
  const labels = missing.map((field) => form.fields.find((candidate) => candidate.id === field)?.label ?? { 'zh-CN': field, en: field });
  const words = { 'zh-CN': labels.map((each) => each['zh-CN']).join('、'), en: labels.map((each) => each.en).join(', ') };
  return formIssue('COMPUTED_WAITING', `/${escapePointer(id)}`, { label, missing: words });
}

interface FieldCheck {
  readonly form: FormDefinition;
  readonly field: FormField;
  readonly options: SubmissionOptions;
}

function checkField({ form, field, options }: FieldCheck, value: unknown): Issue[] {
  const path = `/${escapePointer(field.id)}`;
  const draft = options.stage === 'draft';
  if (value !== undefined && options.access && fieldMode(options.access, field.id) !== 'write') {
    return [formIssue('FIELD_NOT_WRITABLE', path, { label: field.label })];
  }
  const schema = propertySchema(form.schema, field.id);
  if (value === undefined) {
    const required = (form.schema as unknown as FormSchema).required?.includes(field.id);
    const violation: Violation = { path, keyword: 'required', limit: field.id, schema: form.schema as unknown as FormSchema };
    return required && !draft ? [describeViolation(violation, { field, messages: field.messages, value, today: options.today })] : [];
  }
  if (!schema) return [];
  const violations = validateSchema(schema, value, path).filter(
    ({ keyword }) => !draft || (keyword !== 'required' && keyword !== 'minItems'),
  );
  const own =
    field.columns && Array.isArray(value)
      ? checkRows(field, value, { schema, options })
      : checkOne(field, value, { schema, options, path });
  return mergeIssues({ field, violations, own, value, options });
}

function checkOne(
  field: FormField,
  value: unknown,
  { schema, options, path }: { schema: FormSchema; options: SubmissionOptions; path: string },
): Issue[] {
  const issue = checkAnswer({ field, schema, path, today: options.today }, value);
  return issue ? [issue] : [];
}

function checkRows(
  field: FormField,
  rows: readonly unknown[],
  { schema, options }: { schema: FormSchema; options: SubmissionOptions },
): Issue[] {
  const columns = (field.columns ?? []).map((column) => ({
    column,
    schema: propertySchema(schema.items, column.id),
    token: escapePointer(column.id),
  }));
  const found: Issue[] = [];
  rows.forEach((row, index) => {
    if (typeof row !== 'object' || row === null) return;
    for (const { column, schema: own, token } of columns) {
      const path = `/${escapePointer(field.id)}/${index}/${token}`;
      const value = (row as Record<string, unknown>)[column.id];
      const issue = checkAnswer({ field: column, schema: own, path, row: index + 1, today: options.today }, value);
      if (issue) found.push(issue);
    }
  });
  return [...found, ...duplicateRows(field, rows, options.keys?.[field.id] ?? defaultKey(field))];
}

interface Merge {
  readonly field: FormField;
  readonly violations: readonly Violation[];
  readonly own: readonly Issue[];
  readonly value: unknown;
  readonly options: SubmissionOptions;
}

/** The own rules' issue wins over the schema's for the same value; one issue a value; tables in the order of their rows. */
function mergeIssues({ field, violations, own, value, options }: Merge): Issue[] {
  const byPath = new Map<string, Issue>();
  for (const issue of own) if (!byPath.has(issue.path)) byPath.set(issue.path, issue);
  for (const violation of violations) {
    if (violation.keyword === 'additionalProperties' || byPath.has(violation.path)) continue;
    byPath.set(violation.path, describeViolation(violation, placeOf(violation, field, { value, today: options.today })));
  }
  const issues = [...byPath.values()].map((issue) => overridden(issue, options.overrides));
  return issues.sort((a, b) => Number(a.params?.['row'] ?? 0) - Number(b.params?.['row'] ?? 0));
}

function placeOf({ path }: Violation, field: FormField, { value, today }: { value: unknown; today: string }) {
  const [, , index, columnToken] = path.split('/');
  if (index === undefined || !field.columns) return { field, messages: field.messages, value, today };
  const row = Number(index);
  const cells = (value as readonly Record<string, unknown>[])[row];
  const column: FormColumn | undefined = field.columns.find(({ id }) => escapePointer(id) === columnToken);
  if (!column) return { field, value, today, row: row + 1 };
  return { field: column, value: cells?.[column.id], today, row: row + 1 };
}

/** A checksum that the certificate itself breaks becomes a warning once a reason is given. */
function overridden(issue: Issue, overrides: SubmissionOptions['overrides']): Issue {
  const reason = overrides && Object.hasOwn(overrides, issue.path) ? overrides[issue.path] : undefined;
  return issue.code === 'CREDIT_CODE_CHECKSUM' && reason?.trim() ? { ...issue, severity: 'warning' } : issue;
}
