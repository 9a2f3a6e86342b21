import type { LocalizedText } from './issue.js';

type Json = Readonly<Record<string, unknown>>;

/** Lists whose nodes have labels of their own: the list itself need not be named. */
const containers: ReadonlySet<string> = new Set([
  'params',
  'facts',
  'items',
  'tables',
  'rules',
  'inputs',
  'outputs',
  'steps',
  'blocks',
  'actions',
  'clocks',
  'procedures',
  'notices',
  'fields',
  'columns',
  'pages',
  'clauses',
  'roles',
  'levels',
  'papers',
  'operations',
]);

const words: Readonly<Record<string, LocalizedText>> = {
  label: { 'zh-CN': '名称', en: 'name' },
  text: { 'zh-CN': '文字', en: 'words' },
  value: { 'zh-CN': '数值', en: 'value' },
  basis: { 'zh-CN': '依据', en: 'ground' },
  clause: { 'zh-CN': '条款', en: 'clause' },
  source: { 'zh-CN': '来源', en: 'source' },
  note: { 'zh-CN': '说明', en: 'note' },
  when: { 'zh-CN': '条件', en: 'condition' },
  then: { 'zh-CN': '结果', en: 'result' },
  minimum: { 'zh-CN': '最小值', en: 'least' },
  maximum: { 'zh-CN': '最大值', en: 'most' },
  expression: { 'zh-CN': '算式', en: 'calculation' },
  validity: { 'zh-CN': '有效期', en: 'validity' },
  quote: { 'zh-CN': '原文', en: 'quote' },
  assignee: { 'zh-CN': '办理岗位', en: 'who acts' },
  paths: { 'zh-CN': '去向', en: 'paths' },
  guard: { 'zh-CN': '前提', en: 'guard' },
  script: { 'zh-CN': '步骤', en: 'script' },
  submission: { 'zh-CN': '申请内容', en: 'submission' },
  expect: { 'zh-CN': '应有结果', en: 'expectation' },
  'zh-CN': { 'zh-CN': '中文', en: 'Chinese' },
  en: { 'zh-CN': '英文', en: 'English' },
};

/**
 * A place in a document in the words of its labels: `/tables/base/rules/severe/then/rate` → 标准 › 重度 › 结果 › 标准. What has no label
 * is named by its key.
 */
export function placeWords(document: unknown, path: string): LocalizedText {
  const found: LocalizedText[] = [];
  let node: unknown = document;
  let table: Json | undefined;
  let side: 'inputs' | 'outputs' | undefined;
  for (const segment of path.split('/').slice(1)) {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    const column = side && labelIn(table?.[side], key);
    const child = childOf(node, key);
    if (column) found.push(column);
    else if (!containers.has(key)) found.push(labelOf(child) ?? words[key] ?? { 'zh-CN': key, en: key });
    if (isObject(child) && 'hitPolicy' in child) table = child;
    side = key === 'when' ? 'inputs' : key === 'then' ? 'outputs' : undefined;
    node = child;
  }
  const join = (locale: keyof LocalizedText) => found.map((part) => part[locale]).join(' › ');
  return { 'zh-CN': join('zh-CN'), en: join('en') };
}

function childOf(node: unknown, key: string): unknown {
  if (Array.isArray(node)) return node.find((one) => identity(one) === key);
  return isObject(node) ? node[key] : undefined;
}

function identity(node: unknown): unknown {
  if (!isObject(node)) return undefined;
  return ['id', 'param', 'field', 'value', 'date'].map((key) => node[key]).find((id) => typeof id === 'string');
}

function labelIn(columns: unknown, id: string): LocalizedText | undefined {
  return labelOf(childOf(columns, id));
}

function labelOf(node: unknown): LocalizedText | undefined {
  if (!isObject(node)) return undefined;
  const label = node['label'] ?? node['title'];
  return isObject(label) && typeof label['zh-CN'] === 'string' ? (label as unknown as LocalizedText) : undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
