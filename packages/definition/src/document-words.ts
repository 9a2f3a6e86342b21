import type { LocalizedText } from './issue.js';

const kinds: Readonly<Record<string, LocalizedText>> = {
  pack: { 'zh-CN': '包说明', en: 'pack description' },
  organisation: { 'zh-CN': '组织设置', en: 'organisation' },
  overlay: { 'zh-CN': '叠加说明', en: 'overlay' },
  workflow: { 'zh-CN': '流程', en: 'workflow' },
  decision: { 'zh-CN': '决策', en: 'decision' },
  form: { 'zh-CN': '表单', en: 'form' },
  service: { 'zh-CN': '事项', en: 'service' },
  letter: { 'zh-CN': '文书', en: 'letter' },
  remedy: { 'zh-CN': '救济途径', en: 'remedy' },
  clauses: { 'zh-CN': '政策条款', en: 'clauses of' },
  calendar: { 'zh-CN': '日历', en: 'calendar' },
  register: { 'zh-CN': '台账', en: 'register' },
  schedule: { 'zh-CN': '定时开办', en: 'schedule' },
  scenario: { 'zh-CN': '测试场景', en: 'scenario' },
  fixture: { 'zh-CN': '表单样例', en: 'form fixture' },
};

/** Names a document for people: by its label where it has one, else by its id. */
export function nameDocument(key: string, document: unknown): LocalizedText {
  const [kind = '', id = ''] = splitKey(key);
  const word = kinds[kind] ?? { 'zh-CN': kind, en: kind };
  const label = labelOf(document);
  if (id === '') return word;
  return { 'zh-CN': `${word['zh-CN']}“${label?.['zh-CN'] ?? id}”`, en: `${word.en} “${label?.en ?? id}”` };
}

function splitKey(key: string): readonly string[] {
  const at = key.indexOf(':');
  return at < 0 ? [key] : [key.slice(0, at), key.slice(at + 1)];
}

function labelOf(document: unknown): LocalizedText | undefined {
  if (typeof document !== 'object' || document === null) return undefined;
  const label = 'label' in document ? document.label : 'title' in document ? document.title : undefined;
  return typeof label === 'object' && label !== null && 'zh-CN' in label && 'en' in label ? (label as LocalizedText) : undefined;
}
