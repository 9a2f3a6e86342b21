import type { ItemView } from '../../api/index.js';
import { sumAmounts } from './decimal-sum.js';

export type ItemFilter = 'all' | 'open' | 'doubt' | 'held' | 'approved' | 'refused' | 'split';

/** A row on which an officer may still act in this case. */
export function isFree(item: ItemView): boolean {
  return !item.final && item.status !== 'split';
}

/** A row with nothing to look into: the tables give an amount, no remark, no other case holds the claim. */
export function isClean(item: ItemView): boolean {
  return isFree(item) && item.status === 'open' && !isDoubtful(item);
}

/** A row that a person should look at before deciding. */
export function isDoubtful(item: ItemView): boolean {
  return item.result !== 'ok' || item.note !== undefined || item.claim?.status === 'refused';
}

export function matchesFilter(item: ItemView, filter: ItemFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'doubt') return isFree(item) && item.status !== 'approved' && item.status !== 'refused' && isDoubtful(item);
  return item.status === filter;
}

/** Exact total of rows. */
export function totalOf(items: readonly ItemView[]): string {
  return sumAmounts(items.map(({ amount }) => amount));
}

/** Approved rows that the next decision is about. */
export function approvedNow(items: readonly ItemView[]): readonly ItemView[] {
  return items.filter((item) => item.status === 'approved' && !item.final);
}

/** Rows whose amount waits for a person: no total can count them. */
export function awaitingAmount(items: readonly ItemView[]): number {
  return items.filter(
    ({ result, amount, status }) => result === 'manual' && amount === undefined && (status === 'open' || status === 'held'),
  ).length;
}
