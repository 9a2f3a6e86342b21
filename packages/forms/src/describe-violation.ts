import type { FormColumn, FormField, Issue, LocalizedText } from '@careway/definition';
import { creditCodeProblem } from './credit-code.js';
import { propertySchema } from './form-schema.js';
import { identityProblem } from './identity-number.js';
import { type FormIssueCode, formIssue, type Words } from './messages.js';
import type { Violation } from './validate-schema.js';

/** Where a violated value stands in the form. */
export interface ViolationPlace {
  readonly field: Pick<FormField, 'id' | 'label' | 'widget' | 'values'> | FormColumn;
  readonly messages?: Readonly<Record<string, unknown>> | undefined;
  readonly row?: number | undefined;
  readonly value: unknown;
  /** ISO date. */
  readonly today: string;
}

interface Description {
  readonly code: FormIssueCode;
  readonly words?: Words;
}

/** The issue, in the words of the field's label, for one broken keyword. */
export function describeViolation(violation: Violation, place: ViolationPlace): Issue {
  const { code, words } = describe(violation, place);
  const { messages } = place;
  // An empty list counts as missing, so the form's words for too few rows serve there too.
  const override = (messages?.[violation.keyword] ?? (violation.keyword === 'required' ? messages?.['minItems'] : undefined)) as
    | LocalizedText
    | undefined;
  return formIssue(
    code,
    violation.path,
    { label: place.field.label, limit: String(violation.limit), ...words },
    { row: place.row, override },
  );
}

function describe({ keyword, limit, schema }: Violation, { field, value, today }: ViolationPlace): Description {
  switch (keyword) {
    case 'required':
      return { code: propertySchema(schema, field.id)?.const === true ? 'NEEDS_CONSENT' : missingCode(field.widget), words: { limit: 1 } };
    case 'type':
      return { code: typeCode(String(limit), field.widget) };
    case 'const':
      return { code: field.widget === 'checkbox' ? 'NEEDS_CONSENT' : 'VALUE_NOT_LISTED', words: listed(field, [limit]) };
    case 'enum':
      return { code: 'VALUE_NOT_LISTED', words: listed(field, schema.enum ?? []) };
    case 'minLength':
      return { code: 'TOO_SHORT' };
    case 'maxLength':
      return { code: 'TOO_LONG', words: { length: [...String(value)].length } };
    case 'minItems':
      return {
        code: field.widget === 'files' ? 'FILES_TOO_FEW' : value && (value as unknown[]).length > 0 ? 'TOO_FEW_ROWS' : 'ROWS_MISSING',
      };
    case 'maxItems':
      return { code: field.widget === 'files' ? 'FILES_TOO_MANY' : 'TOO_MANY_ROWS', words: { count: (value as unknown[]).length } };
    case 'format':
      return describeFormat(String(limit), String(value), today);
    default:
      return { code: BOUND_CODES[keyword]?.[schema.format === 'decimal' ? 1 : 0] ?? 'PATTERN_DIFFERS' };
  }
}

/** Codes of bounds: for dates and integers, for decimals. */
const BOUND_CODES: Readonly<Record<string, readonly [FormIssueCode, FormIssueCode]>> = {
  formatMinimum: ['TOO_EARLY', 'TOO_SMALL'],
  formatMaximum: ['TOO_LATE', 'TOO_LARGE'],
  minimum: ['TOO_SMALL', 'TOO_SMALL'],
  maximum: ['TOO_LARGE', 'TOO_LARGE'],
  multipleOf: ['NOT_A_MULTIPLE', 'NOT_A_MULTIPLE'],
};

/** By widget: what to ask for when the answer is missing. */
export function missingCode(widget: FormField['widget']): FormIssueCode {
  if (widget === 'files') return 'FILE_MISSING';
  if (widget === 'table') return 'ROWS_MISSING';
  return ['radio', 'score', 'select', 'checkbox', 'date', 'month'].includes(widget) ? 'CHOICE_MISSING' : 'ANSWER_MISSING';
}

function typeCode(type: string, widget: FormField['widget']): FormIssueCode {
  if (type === 'integer') return 'NEEDS_INTEGER';
  if (type === 'boolean') return 'NEEDS_YES_NO';
  if (type === 'array') return widget === 'files' ? 'NOT_FILES' : 'NOT_A_TABLE';
  return type === 'object' ? 'NOT_A_ROW' : 'NEEDS_TEXT';
}

function listed(field: ViolationPlace['field'], allowed: readonly unknown[]): Words {
  const labels = allowed.map((value) => field.values?.find((entry) => entry.value === String(value))?.label ?? String(value));
  const text = (locale: keyof LocalizedText) => labels.map((label) => (typeof label === 'string' ? label : label[locale]));
  return { values: { 'zh-CN': text('zh-CN').join('、'), en: text('en').join(', ') } };
}

function describeFormat(format: string, value: string, today: string): Description {
  if (format === 'identity') return withWords(identityProblem(value, today)) ?? { code: 'IDENTITY_CHECKSUM' };
  if (format === 'credit-code') return withWords(creditCodeProblem(value)) ?? { code: 'CREDIT_CODE_CHECKSUM' };
  if (format === 'phone') return { code: 'PHONE_DIFFERS' };
  if (format === 'decimal') return { code: 'NEEDS_DECIMAL' };
  if (format === 'month') return { code: 'NEEDS_MONTH' };
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return day
    ? { code: 'DATE_NOT_EXISTING', words: { year: Number(day[1]), month: Number(day[2]), day: Number(day[3]) } }
    : { code: 'NEEDS_DATE' };
}

function withWords(problem: ({ readonly code: FormIssueCode } & Readonly<Record<string, unknown>>) | undefined): Description | undefined {
  if (!problem) return undefined;
  const { code, ...words } = problem;
  return { code, words: words as Words };
}
