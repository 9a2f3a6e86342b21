import {
  compareDecimalTexts,
  isDateText,
  isDecimalText,
  isMonthText,
  normalizeDateText,
  normalizeDecimal,
  normalizeMonthText,
} from '@careway/forms';
import type { ParameterView } from '../../api/index.js';

/** What is wrong with a value as typed, in words of the server's own catalogue kinds. */
export type FieldFault = 'missing' | 'number' | 'whole' | 'month' | 'date' | 'range';

/** Seen at once, before the server has looked: the server judges again. */
export function fieldFault({ type, minimum, maximum }: ParameterView, typed: string): FieldFault | undefined {
  const value = plainFigure(typed);
  if (value === '') return 'missing';
  if (type === 'boolean' || type === 'code') return undefined;
  if (type === 'month') return isMonthText(normalizeMonthText(typed)) ? undefined : 'month';
  if (type === 'date') return isDateText(normalizeDateText(typed)) ? undefined : 'date';
  if (!isDecimalText(value)) return 'number';
  if (type === 'integer' && value.includes('.')) return 'whole';
  const low = minimum !== undefined && compareDecimalTexts(value, minimum) < 0;
  return low || (maximum !== undefined && compareDecimalTexts(value, maximum) > 0) ? 'range' : undefined;
}

/** ￥１,６００元 → 1600 */
export function plainFigure(typed: string): string {
  return normalizeDecimal(
    typed
      .normalize('NFKC')
      .trim()
      .replace(/(个工作日|个自然日|天|倍)$/, ''),
  );
}

/** Whether two texts are the same figure: 160 and 160.00. */
export function sameFigure(type: ParameterView['type'], typed: string, value: string): boolean {
  if (type === 'money' || type === 'decimal' || type === 'integer') {
    const plain = plainFigure(typed);
    return isDecimalText(plain) && compareDecimalTexts(plain, value) === 0;
  }
  return typed.normalize('NFKC').trim() === value;
}
