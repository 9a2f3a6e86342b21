import { type CaseState, sumAmounts } from '@careway/engine';
import { contextFor } from '../loop/decide-context.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import { evaluatedItems } from './evaluated-items.js';

/** What the case comes to as it stands, two decimals: rows not refused and not split off; undecided ones as the tables say now. */
export function totalOf(parts: TenantParts, state: CaseState): string {
  const counted = state.items.filter(({ status }) => status !== 'refused' && status !== 'split');
  if (counted.every(({ result }) => result !== undefined)) return sum(counted.map(({ result }) => result?.amount));
  const pinned = parts.shelf.byHash(state.packHash);
  if (!pinned) return sum([]);
  const area = state.areaPath.at(-1)?.id ?? '';
  const ctx = contextFor(parts, { pinned, area, actor: { kind: 'system', cause: 'clock' } });
  const compiled = parts.shelf.workflow(pinned.hash, state.workflow.id);
  const amounts = new Map(evaluatedItems(parts, state, { compiled, ctx }).map(({ item, amount }) => [item, amount]));
  return sum(counted.map(({ id }) => amounts.get(id)));
}

function sum(amounts: readonly (string | undefined)[]): string {
  return sumAmounts(['0.00', ...amounts.filter((amount) => amount !== undefined)]);
}
