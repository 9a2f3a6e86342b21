import { fillText, type Issue, type LocalizedText } from '@careway/definition';
import { type RulesIssueCode, rulesCatalogue, rulesIssue } from './catalogue.js';

type Param = string | number | LocalizedText;

/** An issue whose params are labels: each language's message gets the label in that language, `params` the zh-CN one. */
export function localizedIssue(code: RulesIssueCode, path: string, given: Readonly<Record<string, Param>>, clause?: string): Issue {
  const zh = chosen(given, 'zh-CN');
  const template: LocalizedText = rulesCatalogue[code];
  const message = { 'zh-CN': fillText(template, zh)['zh-CN'], en: fillText(template, chosen(given, 'en')).en };
  return { ...rulesIssue(code, path, zh, clause === undefined ? {} : { clause }), message };
}

/** Labels in a row, as each language writes it. */
export function joinedLabels(labels: readonly LocalizedText[]): LocalizedText {
  return { 'zh-CN': labels.map((label) => label['zh-CN']).join('、'), en: labels.map((label) => label.en).join(', ') };
}

export function plainText(text: string): LocalizedText {
  return { 'zh-CN': text, en: text };
}

function chosen(given: Readonly<Record<string, Param>>, locale: keyof LocalizedText): Record<string, string | number> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, typeof value === 'object' ? value[locale] : value]));
}
