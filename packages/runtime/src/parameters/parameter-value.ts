import { type Issue, isDate, type LocalizedText } from '@careway/definition';
import { normalizeDecimal } from '@careway/forms';
import { compareDecimals, parseDecimal } from '@careway/rules';
import { parameterIssue } from './parameter-messages.js';
import type { Parameter } from './parameter.js';

/** What was typed as a pack writes it: half-width digits, no thousands separators, no currency sign or unit. */
export function plainValue(typed: string, type: Parameter['type']): string {
  const text = typed.normalize('NFKC').trim();
  if (type === 'boolean' || type === 'code') return text;
  if (type === 'month' || type === 'date') return dashed(text);
  return normalizeDecimal(text.replace(/(个工作日|个自然日|天|倍)$/, ''));
}

function dashed(text: string): string {
  const [, year, month, day] = /^(\d{4})[-年/.]?(\d{1,2})[-月/.]?(?:(\d{1,2})日?)?$/.exec(text) ?? [];
  if (year === undefined || month === undefined) return text;
  return [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
}

/** Whether a value fits a parameter; the issue in words for the field if not. @param path JSON Pointer of the change. */
export function parameterValueIssue(parameter: Parameter, value: string, path: string): Issue | undefined {
  const place = `${path}/value`;
  if (value === '') return parameterIssue('VALUE_MISSING', place);
  switch (parameter.type) {
    case 'boolean':
      return ['true', 'false'].includes(value) ? undefined : parameterIssue('VALUE_NOT_LISTED', place);
    case 'code':
      return parameter.values?.some((known) => known.value === value) ? undefined : parameterIssue('VALUE_NOT_LISTED', place);
    case 'month':
      return isDate(`${value}-01`) ? undefined : parameterIssue('VALUE_NOT_MONTH', place);
    case 'date':
      return isDate(value) ? undefined : parameterIssue('VALUE_NOT_DATE', place);
    default:
      return numberIssue(parameter, value, place);
  }
}

function numberIssue({ type, minimum, maximum }: Parameter, value: string, place: string): Issue | undefined {
  const number = /^-?\d+(\.\d+)?$/.test(value) ? parseDecimal(value) : undefined;
  if (!number) return parameterIssue('VALUE_NOT_NUMBER', place);
  if (type === 'integer' && value.includes('.')) return parameterIssue('VALUE_NOT_WHOLE', place);
  if (type === 'money' && (value.split('.')[1] ?? '').length > 2) return parameterIssue('VALUE_PLACES', place);
  const [low, high] = [minimum, maximum].map((bound) => (bound === undefined ? undefined : parseDecimal(bound)));
  const outside = (low && compareDecimals(number, low) < 0) || (high && compareDecimals(number, high) > 0);
  if (!outside) return undefined;
  if (minimum !== undefined && maximum !== undefined) return parameterIssue('VALUE_RANGE', place, { minimum, maximum });
  return minimum === undefined
    ? parameterIssue('VALUE_RANGE_TO', place, { maximum: maximum ?? '' })
    : parameterIssue('VALUE_RANGE_FROM', place, { minimum });
}

/** A value for people: labels of codes, yes and no, else the figure; money with two decimals. */
export function valueWords({ type, values }: Pick<Parameter, 'type' | 'values'>, value: string): LocalizedText {
  if (type === 'boolean') return value === 'true' ? { 'zh-CN': '是', en: 'yes' } : { 'zh-CN': '否', en: 'no' };
  const label = type === 'code' ? values?.find((known) => known.value === value)?.label : undefined;
  const text = type === 'money' ? twoDecimals(value) : value;
  return label ?? { 'zh-CN': text, en: text };
}

function twoDecimals(value: string): string {
  const [whole = '', fraction = ''] = value.split('.');
  return /^-?\d+$/.test(whole) && fraction.length < 2 ? `${whole}.${fraction.padEnd(2, '0')}` : value;
}
