import type { Locale, LocalizedText } from '@careway/definition';
import { AREA_COLUMN, printDelimited } from '@careway/forms';
import type { RegisterView } from '@careway/runtime';
import type { Answer } from '../route.js';
import { csvType, textSheetAnswer } from './sheet.js';

type Field = RegisterView['fields'][number];

const hints: Readonly<Record<string, LocalizedText>> = {
  identity: { 'zh-CN': '18位', en: '18 characters' },
  date: { 'zh-CN': '如2021-06-05', en: 'such as 2021-06-05' },
  month: { 'zh-CN': '如2021-06', en: 'such as 2021-06' },
  boolean: { 'zh-CN': '是或否', en: 'yes or no' },
};
const needed: LocalizedText = { 'zh-CN': '要填', en: 'needed' };

/** An empty file with the headings of a register, each with how it is filled in; an import reads over what stands in brackets. */
export async function registerTemplate(view: RegisterView, format: 'xlsx' | 'csv', locale: Locale): Promise<Answer> {
  const area = view.scope === 'area' ? [AREA_COLUMN.label[locale]] : [];
  const row = [...view.fields.filter(({ typed }) => typed).map((field) => heading(field, locale)), ...area];
  if (format === 'xlsx') return textSheetAnswer([row], { sheet: view.label[locale], name: `${view.id}.xlsx` });
  return { kind: 'file', bytes: new TextEncoder().encode(`\ufeff${printDelimited([row])}`), type: csvType, name: `${view.id}.csv` };
}

function heading({ label, type, values, required }: Field, locale: Locale): string {
  const choice = values?.map((value) => value.label[locale]).join(locale === 'en' ? ' / ' : '、');
  const parts = [required ? needed[locale] : undefined, choice ?? hints[type]?.[locale]].filter((part) => part !== undefined);
  if (parts.length === 0) return label[locale];
  return locale === 'en' ? `${label.en} (${parts.join(': ')})` : `${label['zh-CN']}（${parts.join('：')}）`;
}
