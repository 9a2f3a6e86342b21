import type { LocalizedText } from '@careway/definition';

interface CellColumn {
  readonly type: string;
  readonly values?: readonly { readonly value: string; readonly label: LocalizedText }[] | undefined;
}

const signs: Readonly<Record<string, readonly [plain: LocalizedText, dated: LocalizedText]>> = {
  '<': [
    { 'zh-CN': '小于', en: 'less than ' },
    { 'zh-CN': '早于', en: 'before ' },
  ],
  '>': [
    { 'zh-CN': '大于', en: 'more than ' },
    { 'zh-CN': '晚于', en: 'after ' },
  ],
  '<=': [
    { 'zh-CN': '不超过', en: 'at most ' },
    { 'zh-CN': '不晚于', en: 'not after ' },
  ],
  '>=': [
    { 'zh-CN': '不低于', en: 'at least ' },
    { 'zh-CN': '不早于', en: 'not before ' },
  ],
};

/** A cell of a decision table as people read it: labels for codes, words for comparisons; alternatives joined by “or”. */
export function cellWords(cell: string, column: CellColumn): LocalizedText {
  return { 'zh-CN': words(cell, column, 'zh-CN'), en: words(cell, column, 'en') };
}

function words(cell: string, column: CellColumn, locale: 'zh-CN' | 'en'): string {
  const or = locale === 'en' ? ' or ' : '或';
  const negated = /^not\((.*)\)$/.exec(cell.trim());
  const tests = (negated?.[1] ?? cell).split(',').map((test) => testWords(test.trim(), column, locale));
  return (negated ? (locale === 'en' ? 'other than ' : '除') : '') + tests.join(or) + (negated && locale === 'zh-CN' ? '以外' : '');
}

function testWords(test: string, { type, values }: CellColumn, locale: 'zh-CN' | 'en'): string {
  if (test === 'true') return locale === 'en' ? 'yes' : '是';
  if (test === 'false') return locale === 'en' ? 'no' : '否';
  const code = /^"(.*)"$/.exec(test)?.[1];
  if (code !== undefined) return values?.find(({ value }) => value === code)?.label[locale] ?? code;
  const range = /^([[(])(.+)\.\.(.+)([\])])$/.exec(test);
  if (range) return rangeWords(range as unknown as Range, locale);
  const compared = /^(<=|>=|<|>)\s*(.+)$/.exec(test);
  const sign = compared && signs[compared[1] as string];
  if (!compared || !sign) return test;
  return sign[type === 'month' || type === 'date' ? 1 : 0][locale] + (compared[2] as string).replaceAll('"', '');
}

type Range = readonly [whole: string, open: '[' | '(', low: string, high: string, close: ']' | ')'];

/** `[46..65]` as 46至65; an end that does not count itself is said so. */
function rangeWords([, open, low, high, close]: Range, locale: 'zh-CN' | 'en'): string {
  const [from, to] = [low, high].map((end) => end.trim().replaceAll('"', ''));
  const without = (end: string | undefined) => (locale === 'en' ? ` (not ${end} itself)` : `（不含${end}）`);
  const ends = (open === '(' ? without(from) : '') + (close === ')' ? without(to) : '');
  return locale === 'en' ? `${from} to ${to}${ends}` : `${from}至${to}${ends}`;
}
