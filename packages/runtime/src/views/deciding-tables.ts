import type { ComposedPack, DecisionDefinition, LocalizedText } from '@careway/definition';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { ClauseView, TablesView } from '../views.js';
import { clauseView } from './clause-view.js';
import { personView } from './person-view.js';
import type { ViewContext } from './view-context.js';

/** The pack whose tables decide, or decided, and its decision. */
export interface DecidingTables {
  readonly pack: ComposedPack;
  readonly decision: DecisionDefinition | undefined;
}

type Place = Pick<ViewContext, 'parts' | 'pack' | 'state' | 'ctx'>;

/** What decided a row, by the hash that it keeps; of one not decided what is in force on its legal date. */
export function decidingTables(
  { parts, pack, state, ctx }: Place,
  { decisionHash, on }: { readonly decisionHash?: string | undefined; readonly on?: string | undefined } = {},
): DecidingTables {
  const id = ctx.services.get(state.service)?.decision ?? '';
  const area = state.areaPath.at(-1)?.id ?? '';
  const decided = decisionHash === undefined ? undefined : parts.shelf.packOfDecision(id, decisionHash);
  const chosen = decided ?? (on === undefined ? undefined : parts.shelf.inForce(area, on)) ?? pack;
  return { pack: chosen, decision: chosen.decisions.get(id) };
}

/** On what a matched row rests: its clause, or the city's own decision where that set its figures. */
export interface Ground {
  readonly clause?: ClauseView;
  readonly citySet?: { readonly note?: LocalizedText };
}

export function groundOf(
  parts: Pick<TenantParts, 'shelf'>,
  { pack, decision }: DecidingTables,
  match: { readonly table?: string; readonly rule: string; readonly clause: string },
): Ground {
  const rules = (decision?.tables ?? [])
    .filter(({ id }) => match.table === undefined || id === match.table)
    .flatMap((table) => table.rules);
  const rule = rules.find(({ id }) => id === match.rule);
  // The quote of the clause does not hold these figures: it must not stand beside them as if it did.
  if (rule?.source === 'city-set' && Object.keys(rule.then).length > 0) {
    return { citySet: rule.note === undefined ? {} : { note: rule.note } };
  }
  const entry = parts.shelf.clause(pack, match.clause);
  return entry ? { clause: clauseView(entry) } : {};
}

/** By which publication the tables came into force that decided, with both names for colleagues. */
export function tablesView(context: ViewContext, tables: DecidingTables, on: string): TablesView | undefined {
  const { parts, state } = context;
  const { decision, pack } = tables;
  const hash = decision && pack.documentHashes.get(`decision:${decision.id}`);
  if (!decision || hash === undefined) return undefined;
  const found = parts.shelf.publicationOfDecision(decision.id, hash, { area: state.areaPath.at(-1)?.id ?? '', on });
  const { by, approvedBy, effectiveFrom, note } = found ?? {};
  const named = found?.proposal === undefined ? {} : { by, approvedBy };
  return {
    hash,
    ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
    ...(named.by === undefined ? {} : { by: personView(context, named.by) }),
    ...(named.approvedBy === undefined ? {} : { approvedBy: personView(context, named.approvedBy) }),
    ...(note === undefined ? {} : { note }),
  };
}
