import type { LocalizedText, Locale } from '@careway/definition';
import { amountInWords } from '@careway/rules';
import type { CaseState, LetterState } from '../types/state.js';
import type { FactValue } from '../types/values.js';
import { groupAmount } from './group-amount.js';
import type { LetterData } from './letter-data.js';

export interface PlaceholderInput {
  readonly letter: LetterState;
  readonly state: CaseState;
  readonly data: LetterData;
}

/** Fills `{name}` in both languages; a value that is not there becomes a dash, a name that is unknown stays. */
export function fillPlaceholders(text: LocalizedText, input: PlaceholderInput): LocalizedText {
  const fill = (locale: Locale) =>
    text[locale].replace(
      /\{([A-Za-z]+)(?::([^}]+))?\}/g,
      (whole, name: string, id?: string) => valueOf(name, id, { ...input, locale }) ?? whole,
    );
  return { 'zh-CN': fill('zh-CN'), en: fill('en') };
}

const ABSENT = '—';

function valueOf(name: string, id: string | undefined, input: PlaceholderInput & { readonly locale: Locale }): string | undefined {
  const { letter, state, data, locale } = input;
  switch (name) {
    case 'number':
      return letter.number ?? ABSENT;
    case 'case':
      return state.number ?? ABSENT;
    case 'service':
      return data.service.label[locale];
    case 'applicant':
      return state.parties.find((party) => party.party === letter.party)?.name ?? ABSENT;
    case 'date':
      return dayInWords(letter.issuedOn, locale);
    case 'total':
      return letter.total === undefined ? ABSENT : groupAmount(letter.total);
    case 'totalInWords':
      return letter.total === undefined ? ABSENT : amountInWords(letter.total);
    case 'reason':
      return letter.reason ?? ABSENT;
    case 'list':
      return letter.list?.map((entry, index) => `${index + 1}. ${entry.what}（${entry.why}）`).join('；') ?? ABSENT;
    case 'due': {
      const due = letter.due ?? state.publicity.findLast(({ batch }) => batch === letter.batch)?.until;
      return due === undefined ? ABSENT : dayInWords(due, locale);
    }
    case 'office':
      return (data.office ?? data.service.contact.office)[locale];
    case 'area':
      return id === undefined ? undefined : (data.areas?.get(id)?.[locale] ?? ABSENT);
    case 'fact':
      return id === undefined ? undefined : factText(id, input);
    default:
      return undefined;
  }
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** 2021年7月5日 (GB/T 9704-2012: no leading zero), 5 July 2021. */
function dayInWords(date: string, locale: Locale): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return locale === 'en' ? `${day} ${MONTHS[month - 1]} ${year}` : `${year}年${month}月${day}日`;
}

function factText(id: string, { state, data, locale }: PlaceholderInput & { readonly locale: Locale }): string {
  const value: FactValue['value'] = state.facts[id]?.value;
  if (value === undefined) return ABSENT;
  if (typeof value === 'object') return value.hint;
  if (typeof value === 'boolean') return locale === 'en' ? (value ? 'yes' : 'no') : value ? '是' : '否';
  const known = data.facts.find((fact) => fact.id === id);
  if (known?.type === 'money') return groupAmount(value);
  if (known?.type === 'date') return dayInWords(value, locale);
  if (known?.type === 'month' && locale === 'zh-CN') return `${Number(value.slice(0, 4))}年${Number(value.slice(5, 7))}月`;
  return known?.values?.find((entry) => entry.value === value)?.label[locale] ?? value;
}
