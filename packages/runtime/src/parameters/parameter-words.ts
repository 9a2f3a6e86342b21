import type { DecisionRule, DecisionTable, LocalizedText, ParamDefinition, TableColumn } from '@careway/definition';
import { cellWords } from '@careway/rules';

const locales = ['zh-CN', 'en'] as const;

/** How a parameter reads with `{value}` for its figure: in the pack's own wording, else made from label and unit. */
export function paramSentence(param: ParamDefinition, unit: LocalizedText | undefined): LocalizedText {
  if (param.sentence) return param.sentence;
  const say = (locale: (typeof locales)[number]) =>
    `${withoutBrackets(param.label[locale])}${locale === 'en' ? ': ' : '：'}{value}${unit?.[locale] ?? ''}`;
  return { 'zh-CN': say('zh-CN'), en: say('en') };
}

/** The label of a row, else its conditions in words. */
export function rowWords({ inputs }: DecisionTable, rule: DecisionRule): LocalizedText {
  if (rule.label) return rule.label;
  const parts = inputs.flatMap((column) => {
    const cell = rule.when[column.id];
    return cell === undefined ? [] : [cellWords(cell, { type: column.type, values: column.values })];
  });
  if (parts.length === 0) return { 'zh-CN': '其他情况', en: 'otherwise' };
  return { 'zh-CN': parts.map((part) => part['zh-CN']).join('，'), en: parts.map((part) => part.en).join(', ') };
}

/** How an output of a row reads: the column's wording with the row's label, else both labels. */
export function cellSentence(table: DecisionTable, rule: DecisionRule, column: TableColumn): LocalizedText {
  const row = rowWords(table, rule);
  const say = (locale: (typeof locales)[number]) => {
    if (column.sentence) return column.sentence[locale].replaceAll('{rule}', row[locale]);
    const [open, close] = locale === 'en' ? [' (', ')'] : ['（', '）'];
    return `${row[locale]}${open}${column.label[locale]}${close}${locale === 'en' ? ': ' : '：'}{value}`;
  };
  return { 'zh-CN': say('zh-CN'), en: say('en') };
}

/** How a bound in a condition reads: 计划期以前：服务月份早于{value}. */
export function conditionSentence(
  table: DecisionTable,
  rule: DecisionRule,
  { column, before, after }: { readonly column: TableColumn; readonly before: string; readonly after: string },
): LocalizedText {
  const words = cellWords(`${before}{value}${after}`, { type: column.type, values: column.values });
  const row = rule.label ?? table.label;
  const say = (locale: (typeof locales)[number]) =>
    `${row[locale]}${locale === 'en' ? ': ' : '：'}${column.label[locale]}${locale === 'en' ? ' ' : ''}${words[locale]}`;
  return { 'zh-CN': say('zh-CN'), en: say('en') };
}

export const limitWords = { minimum: { 'zh-CN': '最少', en: 'at least' }, maximum: { 'zh-CN': '最多', en: 'at most' } } as const;

/** How the range of a person's amount reads: 达标：由人工认定，最多{value}元. */
export function limitSentence(
  table: DecisionTable,
  rule: DecisionRule,
  { limit, unit }: { readonly limit: LocalizedText; readonly unit: LocalizedText | undefined },
): LocalizedText {
  const row = rowWords(table, rule);
  return {
    'zh-CN': `${row['zh-CN']}：由人工认定，${limit['zh-CN']}{value}${unit?.['zh-CN'] ?? ''}`,
    en: `${row.en}: a person decides, ${limit.en} {value}${unit ? ` ${unit.en}` : ''}`,
  };
}

/** 受理天数（工作日） → 受理天数: the unit follows the figure. */
function withoutBrackets(label: string): string {
  return label.replace(/\s*[（(][^（()）]*[)）]$/, '');
}
