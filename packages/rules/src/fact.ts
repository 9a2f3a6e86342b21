import type { FactDefinition, Issue, LocalizedText } from '@careway/definition';
import { parseCalendarDate, parseCalendarMonth } from './calendar-date.js';
import { decimalOf, parseDecimal } from './decimal.js';
import { joinedLabels, localizedIssue, plainText } from './localized-issue.js';
import type { Value } from './value.js';

export type FactType = FactDefinition['type'];

/** What an expression needs to know of a fact: its type and, for codes, the values it may take. */
export interface FactDeclaration {
  readonly type: FactType;
  readonly values?: readonly { readonly value: string; readonly label: { readonly 'zh-CN': string; readonly en: string } }[] | undefined;
  readonly label?: { readonly 'zh-CN': string; readonly en: string } | undefined;
  readonly minimum?: string | undefined;
  readonly maximum?: string | undefined;
  /** Several values at once, as a table that collects gives; never from outside. */
  readonly list?: true;
}

export type FactDeclarations = ReadonlyMap<string, FactDeclaration>;

/** Facts as JSON: booleans, decimal text (or safe integers), text, ISO dates, months `YYYY-MM`. Null or absent means unknown. */
export type Facts = Readonly<Record<string, unknown>>;

/** Declarations by id, of the facts of a workflow or of its items. */
export function declareFacts(definitions: readonly (FactDeclaration & { readonly id: string })[]): Map<string, FactDeclaration> {
  return new Map(definitions.map((definition) => [definition.id, definition]));
}

const TYPE_WORDS: Readonly<Record<FactType, LocalizedText>> = {
  boolean: { 'zh-CN': '是/否', en: 'true or false' },
  integer: { 'zh-CN': '整数', en: 'a whole number' },
  decimal: { 'zh-CN': '小数（写成文本，如 1.5）', en: 'a decimal written as text, such as 1.5' },
  money: { 'zh-CN': '金额（写成文本，如 385.00）', en: 'an amount written as text, such as 385.00' },
  text: { 'zh-CN': '文字', en: 'a text' },
  code: { 'zh-CN': '代码', en: 'a code' },
  date: { 'zh-CN': '存在的日期（如 2021-06-30）', en: 'an existing date such as 2021-06-30' },
  month: { 'zh-CN': '月份（如 2021-06）', en: 'a month such as 2021-06' },
  identity: { 'zh-CN': '证件号码', en: 'an identity number' },
  phone: { 'zh-CN': '电话号码', en: 'a phone number' },
};

/** What a fact of this declaration may be, in words: its values where they are declared, else its type. */
export function expectedWords({ type, values }: FactDeclaration): LocalizedText {
  if (type !== 'code' || !values) return TYPE_WORDS[type];
  return joinedLabels(values.map(({ value, label }) => ({ 'zh-CN': `${label['zh-CN']}（${value}）`, en: `${label.en} (${value})` })));
}

/** The value of one fact; undefined when it is unknown, an issue when it has not the declared type. */
export function readFact(id: string, raw: unknown, declaration: FactDeclaration): Value | Issue | undefined {
  if (raw === undefined || raw === null || raw === '') return undefined;
  const value = readTyped(raw, declaration);
  if (value !== undefined) return value;
  const labels = { fact: declaration.label ?? plainText(id), expected: expectedWords(declaration) };
  return localizedIssue('FACT_TYPE', `/${id}`, { params: { fact: id }, labels });
}

export function isIssue(value: unknown): value is Issue {
  return typeof value === 'object' && value !== null && 'code' in value && 'severity' in value;
}

function readTyped(raw: unknown, declaration: FactDeclaration): Value | undefined {
  switch (declaration.type) {
    case 'boolean':
      return typeof raw === 'boolean' ? raw : undefined;
    case 'integer':
    case 'decimal':
    case 'money':
      return readNumber(raw, declaration.type === 'integer');
    case 'date':
      return typeof raw === 'string' ? parseCalendarDate(raw) : undefined;
    case 'month':
      return typeof raw === 'string' ? parseCalendarMonth(raw) : undefined;
    case 'code':
      return typeof raw === 'string' && (!declaration.values || declaration.values.some(({ value }) => value === raw)) ? raw : undefined;
    default:
      return typeof raw === 'string' ? raw : undefined;
  }
}

function readNumber(raw: unknown, whole: boolean): Value | undefined {
  if (typeof raw === 'number') return Number.isSafeInteger(raw) ? decimalOf(raw) : undefined;
  if (typeof raw !== 'string') return undefined;
  const value = parseDecimal(raw);
  return whole && value && value.scale > 0 ? undefined : value;
}
