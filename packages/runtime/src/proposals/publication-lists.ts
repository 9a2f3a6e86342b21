import type { LocalizedText } from '@careway/definition';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { StoredProposal } from '../ports/proposal-store.js';
import type { Publication } from '../ports/publication-store.js';
import { startedBy } from '../publications/pack-shelf.js';
import type { PersonRecord } from '../runtime.js';
import type { PackInForceView, PublicationView } from '../views.js';
import { parameterDifferences } from './compose-proposal.js';

/** The packs in force today, one for each area that has publications of its own. */
export function packsInForce(
  parts: TenantParts,
  { sees, proposals }: { readonly sees: (area: string) => boolean; readonly proposals: readonly StoredProposal[] },
): readonly PackInForceView[] {
  const { shelf, areas } = parts;
  const today = parts.time.now().slice(0, 10);
  const bound = [...new Set(shelf.publications.map(({ area }) => area))].filter(sees);
  return bound.flatMap((area): PackInForceView[] => {
    const own = shelf.publications.filter((publication) => publication.area === area);
    const inForce = shelf.publicationInForce(area, today, own);
    const pack = inForce && shelf.byHash(inForce.packHash);
    if (!pack) return [];
    const { id, label, version, notice } = pack.manifest;
    const count = (status: StoredProposal['status']) => proposals.filter((known) => known.area === area && known.status === status).length;
    const next = own
      .map(({ effectiveFrom }) => effectiveFrom)
      .filter((day) => day > today)
      .sort()[0];
    return [
      {
        area,
        areaLabel: areas.label(area),
        pack: id,
        label,
        version,
        hash: pack.hash,
        effectiveFrom: inForce.effectiveFrom,
        ...(next === undefined ? {} : { next }),
        ...(notice ? { notice } : {}),
        chain: distinct(pack.chain.map((link) => link.label)),
        drafts: count('draft'),
        submitted: count('submitted'),
      },
    ];
  });
}

function distinct(labels: readonly LocalizedText[]): readonly LocalizedText[] {
  return labels.filter((label, index) => label['zh-CN'] !== labels[index - 1]?.['zh-CN']);
}

/** Every publication, the newest first, with both names. */
export async function publicationHistory(
  parts: TenantParts,
  { sees, people }: { readonly sees: (area: string) => boolean; readonly people: ReadonlyMap<string, PersonRecord> },
): Promise<readonly PublicationView[]> {
  const bases = new Map((await parts.store.proposals.list()).map(({ id, base }) => [id, base]));
  return parts.shelf.publications
    .filter(({ area }) => sees(area))
    .map((publication) => publicationView(parts, publication, { people, base: bases.get(publication.proposal ?? '') }))
    .reverse();
}

function publicationView(
  { shelf, areas }: Pick<TenantParts, 'shelf' | 'areas'>,
  publication: Publication,
  { people, base }: { readonly people: ReadonlyMap<string, PersonRecord>; readonly base: string | undefined },
): PublicationView {
  const { area, packHash, effectiveFrom, publishedAt, by, approvedBy, note, proposal } = publication;
  const pack = shelf.byHash(packHash);
  const before = base === undefined ? undefined : shelf.byHash(base);
  const person = (id: string) => ({ id, name: people.get(id)?.name ?? '—' });
  return {
    area,
    areaLabel: areas.label(area),
    pack: pack?.manifest.id ?? '',
    label: pack?.manifest.label ?? { 'zh-CN': '—', en: '—' },
    hash: packHash,
    effectiveFrom,
    publishedAt,
    ...(by === startedBy ? {} : { by: person(by) }),
    ...(approvedBy === undefined ? {} : { approvedBy: person(approvedBy) }),
    ...(note === undefined ? {} : { note }),
    ...(proposal === undefined ? {} : { proposal }),
    changes: before && pack ? parameterDifferences(before, pack) : [],
  };
}
