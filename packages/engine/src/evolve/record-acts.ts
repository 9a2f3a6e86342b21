import type { CaseState, ItemState, RecordWriteState } from '../types/state.js';
import type { FactScalar, FactValue } from '../types/values.js';
import type { ActOf } from '../types/act.js';
import type { ActHandlers } from './evolve.js';
import { keptLetters } from './letter-rows.js';
import { slotValue, withFiles } from './read-slot.js';

function changeWrite(state: CaseState, id: string, change: Partial<RecordWriteState>): CaseState {
  return { ...state, recordWrites: (state.recordWrites ?? []).map((write) => (write.id === id ? { ...write, ...change } : write)) };
}

/** Register records that the case writes, and clerical corrections of its facts. */
export const recordHandlers: ActHandlers<'RecordWriteRequested' | 'RecordWritten' | 'RecordRefused' | 'FactCorrected'> = {
  RecordWriteRequested(state, act) {
    const { id, register, item } = act.data;
    const write = { id, register, ...(item === undefined ? {} : { item }), status: 'requested' as const };
    return { ...state, recordWrites: [...(state.recordWrites ?? []), write] };
  },

  RecordWritten(state, act) {
    return changeWrite(state, act.data.id, { status: 'written', version: act.data.version });
  },

  RecordRefused(state, act) {
    return changeWrite(state, act.data.id, { status: 'refused', why: act.data.why });
  },

  FactCorrected(state, act) {
    const { fact, item, subject } = act.data;
    const key = item === undefined ? fact : `${item}:${fact}`;
    const factActs = { ...state.factActs, [key]: act.seq };
    const corrected = correctedFact(act);
    const next = { ...state, factActs, attachments: withFiles(state, act) };
    if (item === undefined) return { ...next, facts: { ...state.facts, [fact]: corrected } };
    const about = subject === undefined ? {} : { subject };
    const change = (row: ItemState) => (row.id === item ? { ...row, ...about, facts: { ...row.facts, [fact]: corrected } } : row);
    return { ...next, items: state.items.map(change), letters: keptLetters(state, [item], 'facts') };
  },
};

function correctedFact(act: ActOf<'FactCorrected'>): FactValue {
  const value = slotValue<FactScalar>(act, 'after');
  const content = value === undefined ? { erased: true as const } : { value };
  const about = act.data.filer ? { filer: true as const } : {};
  return { ...content, source: { kind: 'correction', ...about }, validOn: act.data.validOn, recordedAt: act.recordedAt };
}
