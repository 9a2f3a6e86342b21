import { isFigureQuoted } from './checks/quoted-figures.js';
import { composition, type Composition } from './compose-packs.js';
import type { ComposedPack } from './documents.js';
import { hashDocument } from './hash.js';
import type { Issue } from './issue.js';
import { packIssue } from './issue-catalogue.js';
import { applyOperations } from './overlay/apply-operations.js';
import type { PackDraft } from './pack-content.js';
import { withoutFigures } from './service-figures.js';
import type { OverlayOperation } from './schemas/overlay.js';

/**
 * Lays further operations over a composed pack. They join those of its overlay document, so that the pack goes on saying all of what
 * was changed, and become a link of its chain. Deterministic; the pack given stays as it is. Warns of service texts that still name a
 * figure which is no longer so.
 */
export function changePack(base: ComposedPack, operations: readonly OverlayOperation[]): Composition {
  const { hash: _hash, chain, documentHashes: _hashes, changes, ...content } = base;
  const draft: PackDraft = {
    ...content,
    workflows: new Map(base.workflows),
    decisions: new Map(base.decisions),
    services: new Map(base.services),
    overlay: { ...base.overlay, operations: [...(base.overlay?.operations ?? []), ...operations] },
  } as PackDraft;
  const applied = applyOperations(draft, operations);
  const { id, version, label } = base.manifest;
  return composition({
    draft,
    chain: [...chain, { id, version, label, hash: hashDocument({ operations }) }],
    changes: [...changes, ...applied.changes.map((change) => ({ ...change, layer: chain.length }))],
    issues: [...applied.issues, ...outdatedTexts(base, operations)],
  });
}

/** Services whose words name a figure of their own decision that the operations replace. */
function outdatedTexts(base: ComposedPack, operations: readonly OverlayOperation[]): Issue[] {
  return operations.flatMap((operation) => {
    if (operation.op !== 'set-cell' || operation.part !== 'then') return [];
    const rule = base.decisions
      .get(operation.decision)
      ?.tables.find(({ id }) => id === operation.table)
      ?.rules.find(({ id }) => id === operation.rule);
    const figure = rule?.then[operation.column];
    if (typeof figure !== 'string' || figure === operation.value || !/^\d/.test(figure)) return [];
    return [...base.services.values()]
      .filter(({ decision, summary, benefit, target }) => {
        const words = [summary, benefit, target].map((text) => text?.['zh-CN'] ?? '').join('\n');
        return decision === operation.decision && isFigureQuoted(figure, withoutFigures(words));
      })
      .map(({ id, label }) => {
        const file = base.files.get(`service:${id}`);
        const params = { serviceZh: label['zh-CN'], service: label.en, figure };
        return packIssue('TEXT_NAMES_OLD_FIGURE', '/benefit', params, { severity: 'warning', ...(file === undefined ? {} : { file }) });
      });
  });
}
