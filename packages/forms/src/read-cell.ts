import type { FormColumn, FormField } from '@careway/definition';
import type { FormSchema } from './form-schema.js';
import { unescapeCell } from './formula-cell.js';
import { normalizeAnswer } from './normalize-answer.js';

const YES = new Set(['是', '有', '对', '√', '✓', '✔', 'yes', 'y', 'true', '1']);
const NO = new Set(['否', '无', '没有', '不是', '×', 'x', '✗', 'no', 'n', 'false', '0']);
/** Beyond this a spreadsheet's number has lost digits. */
const EXACT_DIGITS = 15;

/**
 * One cell of a spreadsheet or pasted text as the answer to a column: typed cells (numbers, dates, booleans), yes/no words and the
 * labels of values become the stored value. What cannot be read stays as text, so that validation can name it.
 */
export function readCell(column: FormColumn | FormField, schema: FormSchema | undefined, cell: unknown): unknown {
  if (cell === null || cell === undefined) return undefined;
  const plain = typeof cell === 'string' ? unescapeCell(cell.trim()) : untyped(column, schema, cell);
  if (typeof plain !== 'string') return normalizeAnswer(column, schema, plain);
  const text = plain.trim();
  if (schema?.type === 'boolean') return normalizeAnswer(column, schema, yesOrNo(text) ?? valueOf(column, text) ?? text);
  return normalizeAnswer(column, schema, column.values ? (valueOf(column, text) ?? text) : text);
}

/** A typed cell as the text, number or boolean that its column stores. */
function untyped(column: FormColumn | FormField, schema: FormSchema | undefined, cell: unknown): unknown {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? String(cell) : isoDay(cell);
  if (typeof cell === 'number') return fromNumber(column, schema, cell);
  if (typeof cell === 'boolean') return schema?.type === 'boolean' ? cell : cell ? '是' : '否';
  return String(cell);
}

function fromNumber(column: FormColumn | FormField, schema: FormSchema | undefined, value: number): unknown {
  const dated = schema?.format === 'date' || schema?.format === 'month' || column.widget === 'date' || column.widget === 'month';
  // Day numbers of spreadsheets: 1 is 1900-01-01, with a 29 February 1900 that never was.
  if (dated && value >= 61 && value < 100_000) return isoDay(new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86_400_000));
  if (schema?.type === 'integer') return value;
  const digits = String(value);
  if (Number.isInteger(value) && digits.length > EXACT_DIGITS) return value.toExponential(5).replace('e', 'E');
  return digits;
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function yesOrNo(text: string): boolean | undefined {
  const word = text.toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
}

/** The value that a text means: the value itself, a label in either language, or a word with which one label alone begins. */
function valueOf(column: FormColumn | FormField, text: string): string | undefined {
  const word = text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  if (word === '') return undefined;
  const entries = (column.values ?? []).map(({ value, label }) => ({
    value,
    words: [value, label['zh-CN'], label.en].map((one) => one.normalize('NFKC').replace(/\s/g, '').toLowerCase()),
  }));
  const exact = entries.find(({ words }) => words.includes(word));
  if (exact) return exact.value;
  if ([...word].length < 2) return undefined;
  const close = entries.filter(({ words }) =>
    words.slice(1).some((one) => one.startsWith(word) || (word.startsWith(one) && one.length > 1)),
  );
  return close.length === 1 ? close[0]?.value : undefined;
}
