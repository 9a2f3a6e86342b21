import { fillText, type Issue, type LocalizedText } from '@careway/definition';
import { type RulesIssueCode, rulesCatalogue, rulesIssue } from './catalogue.js';

interface IssueTexts {
  /** Machine-readable, kept in the issue; fill the message too. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Fill the message only, each language its own, before params of the same name. */
  readonly labels: Readonly<Record<string, LocalizedText>>;
  readonly clause?: string | undefined;
  readonly severity?: Issue['severity'];
}

/** An issue whose message names things by their labels and whose params name them by their ids. */
export function localizedIssue(code: RulesIssueCode, path: string, { params = {}, labels, clause, severity }: IssueTexts): Issue {
  const template: LocalizedText = rulesCatalogue[code];
  const inLanguage = (locale: keyof LocalizedText) => {
    const chosen = Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, label[locale]]));
    return fillText(template, { ...params, ...chosen })[locale];
  };
  const message = { 'zh-CN': inLanguage('zh-CN'), en: inLanguage('en') };
  return { ...rulesIssue(code, path, params, { ...(severity ? { severity } : {}), ...(clause === undefined ? {} : { clause }) }), message };
}

/** Labels in a row, as each language writes it. */
export function joinedLabels(labels: readonly LocalizedText[]): LocalizedText {
  return { 'zh-CN': labels.map((label) => label['zh-CN']).join('、'), en: labels.map((label) => label.en).join(', ') };
}

export function plainText(text: string): LocalizedText {
  return { 'zh-CN': text, en: text };
}
