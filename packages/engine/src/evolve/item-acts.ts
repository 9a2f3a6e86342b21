import type { ItemState } from '../types/state.js';
import type { ActHandlers } from './evolve.js';
import { keptLetters } from './letter-rows.js';
import { isErased, slotValue } from './read-slot.js';

type ItemActs =
  | 'ItemDecided'
  | 'BatchDecided'
  | 'DecisionRevoked'
  | 'ManualAmountConfirmed'
  | 'ItemsSplit'
  | 'ObjectionFiled'
  | 'ChildOpened'
  | 'ChildClosed'
  | 'ClaimRequested'
  | 'ClaimGranted'
  | 'ClaimRefused'
  | 'ClaimReleased'
  | 'EntitlementRecorded'
  | 'PublicityOpened'
  | 'PublicityEnded';

type Change = (item: ItemState) => ItemState;

function changeItem(items: readonly ItemState[], id: string, change: Change): readonly ItemState[] {
  return items.map((item) => (item.id === id ? change(item) : item));
}

function changeItems(items: readonly ItemState[], ids: readonly string[], change: Change): readonly ItemState[] {
  const named = new Set(ids);
  return items.map((item) => (named.has(item.id) ? change(item) : item));
}

export const itemHandlers: ActHandlers<ItemActs> = {
  ItemDecided(state, act) {
    const { item, status, batch, result, clause, byTables } = act.data;
    const text = slotValue<string>(act, 'reason');
    const reason = {
      ...(text === undefined ? {} : { text }),
      ...(clause === undefined ? {} : { clause }),
      ...(isErased(act, 'reason') ? { erased: true as const } : {}),
    };
    const items = changeItem(state.items, item, ({ batch: _batch, result: _result, reason: _reason, byTables: _byTables, ...row }) => ({
      ...row,
      status,
      ...(batch === undefined ? {} : { batch }),
      ...(result === undefined ? {} : { result }),
      ...(Object.keys(reason).length === 0 ? {} : { reason }),
      ...(byTables ? { byTables } : {}),
    }));
    return { ...state, items, letters: keptLetters(state, [item], 'decided') };
  },

  BatchDecided(state, act) {
    const items = changeItems(state.items, act.data.items, (item) => ({ ...item, batch: act.data.batch, final: true }));
    const decisions = [...(state.decisions ?? []), { batch: act.data.batch, act: act.seq }];
    return { ...state, items, batch: act.data.batch + 1, decisions };
  },

  DecisionRevoked(state, act) {
    const items = changeItems(
      state.items,
      act.data.items,
      ({ batch: _batch, final: _final, result: _result, reason: _reason, entitlement: _ended, ...item }) => ({ ...item, status: 'open' }),
    );
    const decisions = (state.decisions ?? []).filter(({ batch }) => batch !== act.data.batch);
    return { ...state, items, decisions, letters: keptLetters(state, act.data.items, 'decided') };
  },

  ManualAmountConfirmed(state, act) {
    const items = changeItem(state.items, act.data.item, (item) => {
      const manual = item.result?.manual;
      if (!item.result || !manual) return item;
      return { ...item, result: { ...item.result, manual: { ...manual, confirmedBy: act.actor.id ?? '' } } };
    });
    return { ...state, items };
  },

  ItemsSplit(state, act) {
    const items = changeItems(state.items, act.data.items, ({ batch: _batch, ...item }) => ({ ...item, status: 'split' }));
    const publicity = state.publicity.map((period) =>
      period.status === 'open' ? { ...period, items: period.items.filter((id) => !act.data.items.includes(id)) } : period,
    );
    return {
      ...state,
      items,
      publicity,
      letters: keptLetters(state, act.data.items, 'decided'),
      children: [...state.children, { key: act.data.key, items: act.data.items, status: 'opening' }],
    };
  },

  ObjectionFiled(state, act) {
    return act.data.whole ? { ...state, wholeObjection: true } : state;
  },

  ChildOpened(state, act) {
    const { key, caseId } = act.data;
    const children = state.children.map((child) => (child.key === key ? { ...child, caseId, status: 'open' as const } : child));
    const rows = state.children.find((child) => child.key === key)?.items ?? [];
    return { ...state, children, items: changeItems(state.items, rows, (item) => ({ ...item, childCase: caseId })) };
  },

  ChildClosed(state, act) {
    const children = state.children.map((child) => (child.caseId === act.data.caseId ? { ...child, status: 'closed' as const } : child));
    return { ...state, children };
  },

  ClaimRequested(state, act) {
    const { item, key, claim } = act.data;
    return { ...state, items: changeItem(state.items, item, (row) => ({ ...row, claim: { status: 'requested', key, claim } })) };
  },

  ClaimGranted(state, act) {
    const items = changeItem(state.items, act.data.item, (row) =>
      row.claim ? { ...row, claim: { status: 'granted', key: row.claim.key, ...claimId(row) } } : row,
    );
    return { ...state, items };
  },

  ClaimRefused(state, act) {
    const { item, heldSince, heldByService } = act.data;
    const items = changeItem(state.items, item, (row) =>
      row.claim ? { ...row, claim: { status: 'refused', key: row.claim.key, ...claimId(row), heldSince, heldByService } } : row,
    );
    return { ...state, items };
  },

  ClaimReleased(state, act) {
    return { ...state, items: changeItem(state.items, act.data.item, ({ claim: _released, ...row }) => row) };
  },

  EntitlementRecorded(state, act) {
    return { ...state, items: changeItem(state.items, act.data.item, (row) => ({ ...row, entitlement: act.data.record })) };
  },

  PublicityOpened(state, act) {
    const { batch, items, until } = act.data;
    const { wholeObjection: _answered, ...rest } = state;
    const period = { batch, items, from: act.effectiveOn, ...(until === undefined ? {} : { until }), status: 'open' as const };
    const before = state.publicity.find((known) => known.batch === batch)?.until;
    // a notice of an earlier period goes on naming the last day that it named
    const letters = state.letters.map((letter) =>
      before !== undefined && letter.batch === batch && letter.due === undefined ? { ...letter, due: before } : letter,
    );
    return { ...rest, letters, publicity: [...state.publicity.filter((known) => known.batch !== batch), period] };
  },

  PublicityEnded(state, act) {
    const { batch, how } = act.data;
    return { ...state, publicity: state.publicity.map((period) => (period.batch === batch ? { ...period, status: how } : period)) };
  },
};

function claimId(row: ItemState): { claim?: string } {
  return row.claim?.claim === undefined ? {} : { claim: row.claim.claim };
}
