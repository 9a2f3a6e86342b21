import type { FormColumn, FormField, Locale } from '@careway/definition';
import { groupNumber, isMonthText, normalizeDateText } from '@careway/forms';
import type { StoredFile } from './form-context.js';
import { formText } from './form-texts.js';

/** An answer in words, for checking and printing; '' when there is none. */
export function answerText(field: FormField | FormColumn, value: unknown, locale: Locale): string {
  if (value === undefined || value === null || value === '') return '';
  const listed = field.values?.find((entry) => entry.value === String(value));
  if (listed && field.widget === 'score') return `${formText('points', locale, { score: listed.value })} ${listed.label[locale]}`;
  if (listed) return listed.label[locale];
  if (typeof value === 'boolean') return formText(value ? 'yes' : 'no', locale);
  if (Array.isArray(value)) return listText(field, value, locale);
  const text = String(value as string | number);
  switch (field.widget) {
    case 'identity':
      return groupNumber(text);
    case 'date':
      return dateText(normalizeDateText(text), locale);
    case 'month':
      return isMonthText(text) && locale === 'zh-CN' ? text.replace(/^(\d+)-0?(\d+)$/, '$1年$2月') : text;
    case 'money':
      return locale === 'zh-CN' ? `${text}元` : `${text} yuan`;
    default:
      return text;
  }
}

function listText(field: FormField | FormColumn, value: readonly unknown[], locale: Locale): string {
  if (value.length === 0) return '';
  if (field.widget === 'table') return formText('rows', locale, { count: value.length });
  const names = value.map((file) => (file as StoredFile).name).join(locale === 'zh-CN' ? '、' : ', ');
  return formText('files', locale, { count: value.length, names });
}

function dateText(text: string, locale: Locale): string {
  return locale === 'zh-CN' ? text.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/, '$1年$2月$3日') : text;
}
