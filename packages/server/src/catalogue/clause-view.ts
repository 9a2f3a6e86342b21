import type { ComposedPack } from '@careway/definition';
import type { BasisView, ClauseView, TenantRuntime } from '@careway/runtime';

/** A clause of a pack as everybody may read it: quoted, with its document and its validity. */
export function clauseView(pack: ComposedPack, id: string): ClauseView | undefined {
  for (const document of pack.clauseDocuments.values()) {
    const clause = document.clauses.find((candidate) => candidate.id === id);
    if (!clause) continue;
    const { from, to } = clause.validity ?? document.validity;
    return {
      id,
      document: document.title,
      ...(document.number !== undefined && { documentNumber: document.number }),
      article: clause.article,
      quote: clause.quote,
      ...(clause.plain && { plain: clause.plain }),
      status: clause.status ?? document.status,
      validFrom: from,
      ...(to !== undefined && { validTo: to }),
    };
  }
  return undefined;
}

/** Where a figure comes from. What names no clause is the city's own. */
export function basisView(pack: ComposedPack, basis: { readonly clause?: string | undefined } | undefined): BasisView {
  const clause = basis?.clause === undefined ? undefined : clauseView(pack, basis.clause);
  return clause ? { source: 'clause', clause } : { source: 'city-set' };
}

/** The packs in force today in any area of the tenant, each once, that of the widest area first. */
export function packsInForce(tenant: TenantRuntime): readonly ComposedPack[] {
  const packs = new Map<string, ComposedPack>();
  for (const area of tenant.areas()) {
    const pack = tenant.packFor(area.id);
    packs.set(pack.hash, pack);
  }
  return [...packs.values()];
}
