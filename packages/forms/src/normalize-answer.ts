import type { FormColumn, FormField } from '@careway/definition';
import { normalizeDateText, normalizeMonthText } from './calendar-text.js';
import { normalizeDecimal } from './decimal-text.js';
import type { FormSchema } from './form-schema.js';
import { normalizeIdentity } from './identity-number.js';
import { normalizePhone } from './phone-number.js';

/** What fields and columns of tables have in common. */
export type AnswerField = Pick<FormField, 'id' | 'label' | 'widget' | 'values'> & Pick<Partial<FormColumn>, 'aliases' | 'example'>;

/**
 * The answer as it is stored: trimmed, numbers and dates in one notation, decimals as text. Empty answers become undefined.
 * What cannot be read stays as it is, so that validation can name it. Idempotent.
 */
export function normalizeAnswer(field: AnswerField, schema: FormSchema | undefined, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return normalizeText(field, schema, value);
  if (typeof value === 'number' && schema?.type === 'string' && isDecimalField(field, schema)) return normalizeDecimal(value);
  return value;
}

function normalizeText(field: AnswerField, schema: FormSchema | undefined, value: string): unknown {
  const text = trim(value);
  if (text === '') return undefined;
  if (schema?.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (schema?.type === 'integer') {
    const digits = normalizeDecimal(text);
    return /^-?\d{1,15}(\.0+)?$/.test(digits) ? Number(digits) : text;
  }
  const format = schema?.format;
  if (format === 'identity' || field.widget === 'identity' || format === 'credit-code') return normalizeIdentity(text);
  if (format === 'phone' || field.widget === 'phone') return normalizePhone(text);
  if (format === 'date' || field.widget === 'date') return normalizeDateText(text.normalize('NFKC'));
  if (format === 'month' || field.widget === 'month') return normalizeMonthText(text.normalize('NFKC'));
  return isDecimalField(field, schema) ? normalizeDecimal(text) : text;
}

function isDecimalField(field: AnswerField, schema: FormSchema | undefined): boolean {
  return schema?.format === 'decimal' || field.widget === 'decimal' || field.widget === 'money';
}

/** Without blanks and zero-width characters at both ends. */
function trim(text: string): string {
  return text.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '');
}
