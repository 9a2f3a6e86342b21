import type { Locale } from '@careway/definition';
import type { RowNote } from '../form-context.js';
import { formText } from '../form-texts.js';

/** ¥1,234.00 from decimal text. */
export function yuan(amount: string): string {
  const [whole = '0', fraction = ''] = amount.split('.');
  return `¥${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction.padEnd(2, '0')}`;
}

/** The estimate of a row; words where there is no figure: a missing rate is never 0. */
export function rowAmountText(note: RowNote | undefined, locale: Locale): string {
  if (!note) return '—';
  if (note.status === 'manual') return formText('manual', locale);
  if (note.status === 'issue') return formText('unclear', locale);
  if (note.status === 'refused') return note.amount ? yuan(note.amount) : formText('refused', locale);
  return note.amount ? yuan(note.amount) : '—';
}
