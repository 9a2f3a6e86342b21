import { CalendarDate, CalendarMonth, Duration } from './calendar-date.js';
import { Decimal } from './decimal.js';
import type { FactDeclaration, FactType } from './fact.js';
import type { Value } from './value.js';

export type TypeKind = 'boolean' | 'number' | 'text' | 'date' | 'month' | 'duration' | 'list';

/** What is known of an expression before it runs. */
export interface StaticType {
  readonly kind: TypeKind;
  /** For lists; absent for the empty list. */
  readonly element?: StaticType | undefined;
  /** For codes: the fact's id and the values it may take. */
  readonly domain?: { readonly name: string; readonly values: readonly string[] } | undefined;
  /** A constant text: may stand for a date, a month or a code. */
  readonly text?: string | undefined;
}

const KIND_OF: Readonly<Record<FactType, TypeKind>> = {
  boolean: 'boolean',
  integer: 'number',
  decimal: 'number',
  money: 'number',
  text: 'text',
  code: 'text',
  date: 'date',
  month: 'month',
  identity: 'text',
  phone: 'text',
};

export const KIND_WORDS: Readonly<Record<TypeKind, { 'zh-CN': string; en: string }>> = {
  boolean: { 'zh-CN': '是/否', en: 'true or false' },
  number: { 'zh-CN': '数', en: 'a number' },
  text: { 'zh-CN': '文字', en: 'a text' },
  date: { 'zh-CN': '日期', en: 'a date' },
  month: { 'zh-CN': '月份', en: 'a month' },
  duration: { 'zh-CN': '时长', en: 'a duration' },
  list: { 'zh-CN': '列表', en: 'a list' },
};

export function kindOf(type: FactType): TypeKind {
  return KIND_OF[type];
}

export function typeOfFact(id: string, { type, values, list }: FactDeclaration): StaticType {
  const domain = type === 'code' && values ? { name: id, values: values.map(({ value }) => value) } : undefined;
  const single: StaticType = { kind: KIND_OF[type], domain };
  return list ? { kind: 'list', element: single } : single;
}

export function typeOfValue(value: Value): StaticType {
  if (typeof value === 'boolean') return { kind: 'boolean' };
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (value instanceof Decimal) return { kind: 'number' };
  if (value instanceof CalendarDate) return { kind: 'date' };
  if (value instanceof CalendarMonth) return { kind: 'month' };
  if (value instanceof Duration) return { kind: 'duration' };
  const [first] = value as readonly Value[];
  return { kind: 'list', element: first === undefined ? undefined : typeOfValue(first) };
}
