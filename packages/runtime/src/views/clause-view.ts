import type { ClauseEntry } from '../publications/pack-shelf.js';
import type { BasisView, ClauseView } from '../views.js';
import type { ViewContext } from './view-context.js';

/** A clause with its document, quoted. */
export function clauseView({ clause, document }: ClauseEntry): ClauseView {
  const validity = clause.validity ?? document.validity;
  return {
    id: clause.id,
    document: document.title,
    ...(document.number === undefined ? {} : { documentNumber: document.number }),
    article: clause.article,
    quote: clause.quote,
    ...(clause.plain === undefined ? {} : { plain: clause.plain }),
    status: clause.status ?? document.status,
    validFrom: validity.from,
    ...(validity.to === undefined ? {} : { validTo: validity.to }),
  };
}

export function clauseOf({ ctx }: Pick<ViewContext, 'ctx'>, id: string | undefined): ClauseView | undefined {
  const entry = id === undefined ? undefined : ctx.clause(id);
  return entry && clauseView(entry);
}

export function basisView(
  context: Pick<ViewContext, 'ctx'>,
  basis: { readonly clause?: string; readonly source?: 'city-set' } | undefined,
): BasisView {
  const clause = clauseOf(context, basis?.clause);
  return clause ? { source: 'clause', clause } : { source: 'city-set' };
}
