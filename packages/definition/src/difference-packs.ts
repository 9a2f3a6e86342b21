import { nameDocument } from './document-words.js';
import type { Pack } from './documents.js';
import { canonicalJson } from './hash.js';
import type { LocalizedText } from './issue.js';
import { nodeDifferences } from './node-differences.js';
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
    text: tell(name, node),
  }));
}

function tell(name: LocalizedText, { kind, path, before, after }: ReturnType<typeof nodeDifferences>[number]): LocalizedText {
  const at = { 'zh-CN': `${name['zh-CN']} ${path}`, en: `${name.en} ${path}` };
  if (kind === 'added') return { 'zh-CN': `${at['zh-CN']}:新增 ${show(after)}。`, en: `${at.en}: added ${show(after)}.` };
  if (kind === 'removed') return { 'zh-CN': `${at['zh-CN']}:删除 ${show(before)}。`, en: `${at.en}: removed ${show(before)}.` };
  return { 'zh-CN': `${at['zh-CN']}:由 ${show(before)} 改为 ${show(after)}。`, en: `${at.en}: from ${show(before)} to ${show(after)}.` };
}

function show(value: unknown): string {
  const source = typeof value === 'string' ? value : canonicalJson(value);
  return source.length > maxShown ? `${source.slice(0, maxShown)}…` : source;
}
