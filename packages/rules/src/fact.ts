import type { FactDefinition, Issue } from '@careway/definition';
import { parseCalendarDate, parseCalendarMonth } from './calendar-date.js';
import { rulesIssue } from './catalogue.js';
import { decimalOf, parseDecimal } from './decimal.js';
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

export const TYPE_WORDS: Readonly<Record<FactType, string>> = {
  boolean: 'true / false',
  integer: '整数 (integer)',
  decimal: '小数文本 (decimal text)',
  money: '金额文本 (money text)',
  text: '文字 (text)',
  code: '代码 (code)',
  date: '日期 (YYYY-MM-DD)',
  month: '月份 (YYYY-MM)',
  identity: '证件号码 (identity)',
  phone: '电话 (phone)',
};

/** The value of one fact; undefined when it is unknown, an issue when it has not the declared type. */
export function readFact(id: string, raw: unknown, declaration: FactDeclaration): Value | Issue | undefined {
  if (raw === undefined || raw === null || raw === '') return undefined;
  const value = readTyped(raw, declaration);
  if (value !== undefined) return value;
  const values = declaration.type === 'code' && declaration.values ? declaration.values.map((entry) => entry.value).join(' / ') : undefined;
  return rulesIssue('FACT_TYPE', `/${id}`, { fact: id, expected: values ?? TYPE_WORDS[declaration.type] });
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
