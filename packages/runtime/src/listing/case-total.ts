import { type CaseState, evaluateItems, sumAmounts } from '@careway/engine';
import { contextFor } from '../loop/decide-context.js';
import type { TenantParts } from '../loop/tenant-parts.js';

/** What the case comes to as it stands, two decimals: rows not refused and not split off; undecided ones as the tables say now. */
export function totalOf(parts: TenantParts, state: CaseState): string {
  const counted = new Set(state.items.filter(({ status }) => status !== 'refused' && status !== 'split').map(({ id }) => id));
  const undecided = state.items.some(({ id, result }) => counted.has(id) && result === undefined);
  if (!undecided)
    return sumAmounts(['0.00', ...state.items.flatMap(({ id, result }) => (counted.has(id) && result?.amount ? [result.amount] : []))]);
  const pinned = parts.shelf.byHash(state.packHash);
  if (!pinned) return '0.00';
  const area = state.areaPath.at(-1)?.id ?? '';
  const ctx = contextFor(parts, { pinned, area, actor: { kind: 'system', cause: 'clock' } });
  const evaluated = evaluateItems(parts.shelf.workflow(pinned.hash, state.workflow.id), state, ctx);
  return sumAmounts(['0.00', ...evaluated.flatMap(({ item, amount }) => (counted.has(item) && amount !== undefined ? [amount] : []))]);
}
