import type { DecisionRule, LocalizedText, ParamDefinition, TableColumn } from '@careway/definition';
import { cellWords } from '@careway/rules';

const locales = ['zh-CN', 'en'] as const;

/** How a parameter reads with `{value}` for its figure: in the pack's own wording, else made from label and unit. */
export function paramSentence(param: ParamDefinition, unit: LocalizedText | undefined): LocalizedText {
  if (param.sentence) return param.sentence;
  const say = (locale: (typeof locales)[number]) =>
    `${withoutBrackets(param.label[locale])}${locale === 'en' ? ': ' : '：'}{value}${unit?.[locale] ?? ''}`;
  return { 'zh-CN': say('zh-CN'), en: say('en') };
}

/** How an output of a row reads: the column's wording with the row's label, else both labels. */
export function cellSentence(rule: DecisionRule, column: TableColumn): LocalizedText {
  const say = (locale: (typeof locales)[number]) => {
    const row = rule.label?.[locale] ?? rule.id;
    if (column.sentence) return column.sentence[locale].replaceAll('{rule}', row);
    const [open, close] = locale === 'en' ? [' (', ')'] : ['（', '）'];
    return `${row}${open}${column.label[locale]}${close}${locale === 'en' ? ': ' : '：'}{value}`;
  };
  return { 'zh-CN': say('zh-CN'), en: say('en') };
}

/** How a bound in a condition reads: 计划期以前：服务月份早于{value}. */
export function conditionSentence(
  rule: DecisionRule,
  column: TableColumn,
  { before, after }: { readonly before: string; readonly after: string },
): LocalizedText {
  const words = cellWords(`${before}{value}${after}`, { type: column.type, values: column.values });
  const say = (locale: (typeof locales)[number]) => {
    const row = rule.label?.[locale];
    const lead = row === undefined ? '' : `${row}${locale === 'en' ? ': ' : '：'}`;
    return `${lead}${column.label[locale]}${locale === 'en' ? ' ' : ''}${words[locale]}`;
  };
  return { 'zh-CN': say('zh-CN'), en: say('en') };
}

/** 受理天数（工作日） → 受理天数: the unit follows the figure. */
function withoutBrackets(label: string): string {
  return label.replace(/\s*[（(][^（()）]*[)）]$/, '');
}
