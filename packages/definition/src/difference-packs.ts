import { nameDocument } from './document-words.js';
import type { Pack } from './documents.js';
import { canonicalJson } from './hash.js';
import type { LocalizedText } from './issue.js';
import { nodeDifferences } from './node-differences.js';
import { placeWords } from './place-words.js';
import { documentEntries } from './pack-content.js';

/** One difference between two packs. */
export interface PackDifference {
  /** Key of the document, such as `workflow:subsidy-approval`. */
  readonly document: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Where in the document, by stable ids and never by position: `/steps/review/label/en`. '' is the whole of it. */
  readonly path: string;
  readonly text: LocalizedText;
}

const maxShown = 60;

/**
 * What `after` has otherwise than `before`, document by document and in plain language. Nodes of a list are paired by their
 * stable id, so that moving one is no change of its content; a new order is told as one.
 */
export function differencePacks(before: Pack, after: Pack): readonly PackDifference[] {
  const old = new Map(documentEntries(before));
  const fresh = new Map(documentEntries(after));
  const keys = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return keys.flatMap((key) => documentDifferences(key, old.get(key), fresh.get(key)));
}

function documentDifferences(key: string, before: unknown, after: unknown): PackDifference[] {
  const name = nameDocument(key, after ?? before);
  const whole = (kind: 'added' | 'removed', zh: string, en: string): PackDifference[] => [
    { document: key, kind, path: '', text: { 'zh-CN': `${zh}${name['zh-CN']}。`, en: `The ${name.en} was ${en}.` } },
  ];
  if (before === undefined) return whole('added', '新增', 'added');
  if (after === undefined) return whole('removed', '删除', 'removed');
  return nodeDifferences(before, after).map((node) => ({
    document: key,
    kind: node.kind,
    path: node.path,
    text: tell(name, node, node.kind === 'removed' ? before : after),
  }));
}

type Node = ReturnType<typeof nodeDifferences>[number];

function tell(name: LocalizedText, { kind, path, before, after }: Node, document: unknown): LocalizedText {
  const place = placeWords(document, path);
  const at = (locale: keyof LocalizedText) => (place[locale] === '' ? name[locale] : `${name[locale]} › ${place[locale]}`);
  const say = (zh: string, en: string) => ({ 'zh-CN': `${at('zh-CN')}：${zh}。`, en: `${at('en')}: ${en}.` });
  const [was, is] = [showIn(before), showIn(after)];
  if (kind === 'added') return say(`新增 ${is['zh-CN']}`, `added ${is.en}`);
  if (kind === 'removed') return say(`删除 ${was['zh-CN']}`, `removed ${was.en}`);
  return say(`由 ${was['zh-CN']} 改为 ${is['zh-CN']}`, `from ${was.en} to ${is.en}`);
}

/** A value as it is written; of a node with a label its label. */
function showIn(value: unknown): LocalizedText {
  if (value === undefined) return { 'zh-CN': '', en: '' };
  const label = typeof value === 'object' && value !== null && 'label' in value ? value.label : undefined;
  if (typeof label === 'object' && label !== null && 'zh-CN' in label && 'en' in label) {
    return { 'zh-CN': `“${String(label['zh-CN'])}”`, en: `“${String(label.en)}”` };
  }
  const source = show(value);
  return { 'zh-CN': source, en: source };
}

function show(value: unknown): string {
  const source = typeof value === 'string' ? value : canonicalJson(value);
  return source.length > maxShown ? `${source.slice(0, maxShown)}…` : source;
}
