import type { ComposedPack, DecisionDefinition, LocalizedText } from '@careway/definition';
import { groupAmount } from '@careway/engine';
import { cellWords } from '@careway/rules';
import { plainText } from './view-context.js';

type Table = DecisionDefinition['tables'][number];
type Column = Table['inputs'][number];

interface Match {
  readonly table: string;
  readonly rule: string;
}

/** One rule of a decision table as a sentence, after the name of the table: what it asks and what it gives, or why it refuses. */
export function ruleWords(pack: ComposedPack, decision: DecisionDefinition, match: Match): LocalizedText {
  const table = decision.tables.find(({ id }) => id === match.table)?.label;
  const said = ruleSays(pack, decision, match);
  return table ? { 'zh-CN': `${table['zh-CN']}：${said['zh-CN']}`, en: `${table.en}: ${said.en}` } : said;
}

/** What a rule asks and what it gives, or why it refuses; its own name where it asks nothing. */
export function ruleSays(pack: ComposedPack, decision: DecisionDefinition, match: Match): LocalizedText {
  const table = decision.tables.find(({ id }) => id === match.table);
  const rule = table?.rules.find(({ id }) => id === match.rule);
  if (!table || !rule) return plainText(match.rule);
  const asked = table.inputs.flatMap((column) => {
    const wanted = rule.when[column.id];
    return wanted === undefined ? [] : [labelled(column, cellWords(wanted, typed(pack, decision, column)))];
  });
  const given = rule.refuse
    ? [rule.refuse.reason]
    : rule.manual
      ? [rule.manual.reason]
      : table.outputs.flatMap((column) => (column.id in rule.then ? [labelled(column, outputWords(column, rule.then[column.id]))] : []));
  const arrow = ' → ';
  const say = (locale: 'zh-CN' | 'en') => {
    const list = (texts: readonly LocalizedText[]) => texts.map((text) => text[locale]).join(locale === 'en' ? ', ' : '，');
    const head = asked.length > 0 ? list(asked) : (rule.label?.[locale] ?? '');
    return [head, list(given)].filter((text) => text !== '').join(arrow);
  };
  return { 'zh-CN': say('zh-CN'), en: say('en') };
}

function typed(pack: ComposedPack, decision: DecisionDefinition, { id, type, values }: Column) {
  const workflow = pack.workflows.get(decision.workflow ?? '');
  const made = decision.tables.flatMap(({ outputs }) => outputs);
  const known = [...made, ...(workflow?.facts ?? []), ...(workflow?.items?.facts ?? []), ...(workflow?.params ?? [])];
  const declared = known.find((fact) => fact.id === id);
  return { type, values: values ?? declared?.values };
}

function labelled({ label }: Column, words: LocalizedText): LocalizedText {
  // 机构类型为社会办, but 服务月份早于2019-09
  const is = /^(小于|大于|早于|晚于|不超过|不晚于|不低于|不早于|除)/.test(words['zh-CN']) ? '' : '为';
  return { 'zh-CN': `${label['zh-CN']}${is}${words['zh-CN']}`, en: `${label.en} ${words.en}` };
}

/** An output of a table in words: labels of codes, yes and no, money with two decimals. */
export function outputWords({ type, values }: Pick<Column, 'type' | 'values'>, value: string | boolean | undefined): LocalizedText {
  if (typeof value === 'boolean') return value ? { 'zh-CN': '是', en: 'yes' } : { 'zh-CN': '否', en: 'no' };
  const text = value ?? '';
  if (type === 'money') return plainText(`¥${groupAmount(text)}`);
  return values?.find((known) => known.value === text)?.label ?? plainText(text);
}
