import { fillText, type Issue, type LocalizedText } from '@careway/definition';
import { type RulesIssueCode, rulesCatalogue } from './catalogue.js';

interface IssueTexts {
  /** Machine-readable, kept in the issue; fill the message too. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Fill the message only, each language its own, before params of the same name. */
  readonly labels: Readonly<Record<string, LocalizedText>>;
  readonly clause?: string | undefined;
  readonly severity?: Issue['severity'];
}

/** An issue whose message names things by their labels and whose params name them by their ids. */
export function localizedIssue(code: RulesIssueCode, path: string, { params = {}, labels, clause, severity = 'error' }: IssueTexts): Issue {
  const template: LocalizedText = rulesCatalogue[code];
  const inLanguage = (locale: keyof LocalizedText) => {
    const chosen: Record<string, string | number> = { ...params };
    for (const name of Object.keys(labels)) chosen[name] = labels[name]?.[locale] ?? '';
    const text = template[locale];
    return fillText({ 'zh-CN': text, en: '' }, chosen)['zh-CN'];
  };
  const message = { 'zh-CN': inLanguage('zh-CN'), en: inLanguage('en') };
  return { severity, code, path, params, message, ...(clause === undefined ? {} : { clause }) };
}

/** Labels in a row, as each language writes it. */
export function joinedLabels(labels: readonly LocalizedText[]): LocalizedText {
  return { 'zh-CN': labels.map((label) => label['zh-CN']).join('、'), en: labels.map((label) => label.en).join(', ') };
}

export function plainText(text: string): LocalizedText {
  return { 'zh-CN': text, en: text };
}
