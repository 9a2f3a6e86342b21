import type { FormColumn, FormField, Issue } from '@careway/definition';
import { isDateText } from './calendar-text.js';
import type { FormSchema } from './form-schema.js';
import { isFormula } from './formula-cell.js';
import { identityProblem } from './identity-number.js';
import { type FormIssueCode, formIssue, type Words } from './messages.js';

/** Longest answer where the schema gives no limit. */
const LONGEST_LINE = 200;
const LONGEST_TEXT = 4000;

export interface AnswerPlace {
  readonly field: FormField | FormColumn;
  readonly schema: FormSchema | undefined;
  readonly path: string;
  readonly row?: number | undefined;
  /** ISO date. */
  readonly today: string;
}

/** What no JSON Schema keyword says about one normalised answer; an issue here replaces the schema's own for the same value. */
export function checkAnswer(place: AnswerPlace, value: unknown): Issue | undefined {
  if (typeof value !== 'string') return undefined;
  const { field, schema, today } = place;
  const free = field.widget === 'textarea';
  if (!free && isFormula(value)) return issue(place, 'FORMULA_CELL', { sign: value.trim().slice(0, 1) });
  if (hasControlCharacters(value, free)) return issue(place, 'INVISIBLE_CHARACTERS');
  const longest = schema?.maxLength ?? (free ? LONGEST_TEXT : LONGEST_LINE);
  const length = value.length > longest ? [...value].length : value.length;
  if (length > longest) return issue(place, 'TOO_LONG', { limit: longest, length });
  if (field.values && schema?.type === 'string' && !schema.enum && !field.values.some((entry) => entry.value === value)) {
    return issue(place, 'VALUE_NOT_LISTED', {
      values: {
        'zh-CN': field.values.map((entry) => entry.label['zh-CN']).join('、'),
        en: field.values.map((entry) => entry.label.en).join(', '),
      },
    });
  }
  if (schema?.format === 'identity') return checkIdentity(place, value);
  // A schema with a latest month of its own may let it lie ahead.
  const ahead = schema?.formatMaximum !== undefined;
  if (schema?.format === 'month' && !ahead && /^\d{4}-\d{2}$/.test(value) && value > today.slice(0, 7)) {
    return issue(place, 'MONTH_IN_FUTURE', { latest: today.slice(0, 7) });
  }
  if (field.latest === 'today' && isDateText(value) && value > today) return issue(place, 'DATE_IN_FUTURE');
  return undefined;
}

function checkIdentity(place: AnswerPlace, value: string): Issue | undefined {
  if (/^\d+(\.\d+)?E\+?\d+$/i.test(value)) return issue(place, 'IDENTITY_SCIENTIFIC', { value });
  if (/^[1-9]\d{14}0{3}$/.test(value) && identityProblem(value)) return issue(place, 'NUMBER_LOST_DIGITS');
  const problem = identityProblem(value, place.today);
  if (!problem) return undefined;
  const { code, ...words } = problem;
  return issue(place, code, words);
}

function issue(place: AnswerPlace, code: FormIssueCode, words: Words = {}): Issue {
  return formIssue(code, place.path, { label: place.field.label, ...words }, { row: place.row });
}

/** Control, zero-width and direction-changing characters; line breaks and tabs are fine in long texts. */
function hasControlCharacters(text: string, free: boolean): boolean {
  const pattern = free
    ? /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u
    : /[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u;
  return pattern.test(text);
}
