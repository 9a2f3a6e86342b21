import { nameDocument } from './document-words.js';
import type { ComposedPack } from './documents.js';
import { hashDocument } from './hash.js';
import { documentEntries, type PackContent } from './pack-content.js';

/** One thing that an overlay changes, in plain words. */
export type PackChange = ComposedPack['changes'][number];

/** What the documents of `above` add to those of `below`, or replace. Unchanged copies are not told. */
export function changesBetween(below: PackContent, above: PackContent): readonly Omit<PackChange, 'layer'>[] {
  const known = new Map(documentEntries(below));
  const changes: Omit<PackChange, 'layer'>[] = [];
  for (const [key, document] of documentEntries(above)) {
    if (key === 'pack' || key === 'overlay' || key.startsWith('fixture:')) continue;
    const before = known.get(key);
    if (before !== undefined && hashDocument(before) === hashDocument(document)) continue;
    const name = nameDocument(key, document);
    const text =
      before === undefined
        ? { 'zh-CN': `新增${name['zh-CN']}。`, en: `Adds the ${name.en}.` }
        : { 'zh-CN': `以本地版本替换${name['zh-CN']}。`, en: `Replaces the ${name.en}.` };
    changes.push({ document: key, path: '', text });
  }
  return changes;
}
