import type { FactDefinition, Locale } from '@careway/definition';
import type { FactValue } from '../types/values.js';
import { groupAmount } from './group-amount.js';

/** What says how a value reads: its type and the labels of its codes. */
export type Valued = Pick<FactDefinition, 'type' | 'values'>;

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** 2021年7月5日 (GB/T 9704-2012: no leading zero), 5 July 2021. */
export function dayInWords(date: string, locale: Locale): string {
  const [year = 0, month = 0, at = 0] = date.split('-').map(Number);
  return locale === 'en' ? `${at} ${MONTHS[month - 1]} ${year}` : `${year}年${month}月${at}日`;
}

/** A value as letters write it: labels of codes, yes and no, dates without leading zeros; sealed values by their hint. */
export function valueInWords(value: FactValue['value'], known: Valued | undefined, locale: Locale): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'object') return value.hint;
  if (typeof value === 'boolean') return locale === 'en' ? (value ? 'yes' : 'no') : value ? '是' : '否';
  if (known?.type === 'money') return groupAmount(value);
  if (known?.type === 'date') return dayInWords(value, locale);
  if (known?.type === 'month' && locale === 'zh-CN') return `${Number(value.slice(0, 4))}年${Number(value.slice(5, 7))}月`;
  return known?.values?.find((entry) => entry.value === value)?.label[locale] ?? value;
}
