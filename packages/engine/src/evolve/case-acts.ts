import type { ActOf } from '../types/act.js';
import type { CaseState, ItemState, PartyState, SheetState } from '../types/state.js';
import type { FactScalar, FactValue } from '../types/values.js';
import type { ActHandlers } from './evolve.js';
import { filesOf, isErased, slotValue, withFiles } from './read-slot.js';

export function openedCase(act: ActOf<'CaseOpened'>): CaseState {
  const { data } = act;
  return {
    caseId: data.caseId,
    tenant: data.tenant,
    service: data.service,
    workflow: data.workflow,
    packHash: data.packHash,
    form: data.form,
    entry: data.entry,
    areaPath: data.areaPath,
    openedAt: act.recordedAt,
    filedOn: data.filedOn,
    filedBy: act.actor.id ?? act.actor.kind,
    ...(data.parent ? { parent: data.parent } : {}),
    ...(data.schedule ? { schedule: data.schedule } : {}),
    status: 'open',
    position: [],
    visited: [],
    performers: data.performers ?? {},
    actionCounts: {},
    parties: data.parties.map((party) => openedParty(act, party)),
    facts: {},
    items: data.items.map((item): ItemState => ({ ...item, status: 'open', facts: {} })),
    batch: 1,
    tasks: [],
    votes: [],
    clocks: [],
    inheritedClocks: data.inheritedClocks,
    letters: [],
    procedures: [],
    publicity: [],
    children: [],
    answers: filedAnswers(act),
    attachments: filesOf(act),
    seq: act.seq,
  };
}

function openedParty(act: ActOf<'CaseOpened'>, party: ActOf<'CaseOpened'>['data']['parties'][number]): PartyState {
  const slot = `party:${party.party}`;
  const name = slotValue<{ name?: string }>(act, slot)?.name;
  return { ...party, ...(name === undefined ? {} : { name }), ...(isErased(act, slot) ? { erased: true as const } : {}) };
}

/** Case-level answers of a submission, also those about whoever files it. */
function filedAnswers(act: ActOf<'CaseOpened' | 'SupplementFiled'>): Record<string, unknown> {
  return { ...slotValue<object>(act, 'answers'), ...slotValue<object>(act, 'answers:filer') };
}

/** Facts of one act by id; erased ones keep source and dates. */
function recordedFacts(act: ActOf<'FactsRecorded'>, slot: string): Record<string, FactValue> {
  const values = { ...slotValue<Record<string, FactScalar>>(act, slot), ...slotValue<Record<string, FactScalar>>(act, `${slot}:filer`) };
  const facts: Record<string, FactValue> = {};
  for (const [id, source] of Object.entries(act.data.sources)) {
    const value = values[id];
    const content = value === undefined ? { erased: true as const } : { value };
    facts[id] = { ...content, source, validOn: act.data.validOn, recordedAt: act.recordedAt };
  }
  return facts;
}

function without(facts: CaseState['facts'], cleared: readonly string[]): CaseState['facts'] {
  return cleared.length === 0 ? facts : Object.fromEntries(Object.entries(facts).filter(([id]) => !cleared.includes(id)));
}

/** The form filed with an action replaces the one that the same seat filed at the same step before. */
function withSheet(sheets: CaseState['sheets'], act: ActOf<'ActionTaken'>): CaseState['sheets'] {
  const { form, seat, action } = act.data;
  if (!form) return sheets;
  const step = act.step ?? '';
  const answers = slotValue<Record<string, unknown>>(act, 'answers');
  const sheet: SheetState = {
    step,
    action,
    ...(seat === undefined ? {} : { seat }),
    by: act.actor.id ?? act.actor.kind,
    on: act.effectiveOn,
    form,
    act: act.seq,
    answers: answers ?? {},
    ...(answers ? {} : { erased: true as const }),
  };
  return [...(sheets ?? []).filter((known) => known.step !== step || known.seat !== seat), sheet];
}

type CaseActs =
  | 'FactsRecorded'
  | 'PositionMoved'
  | 'ActionTaken'
  | 'SupplementRequested'
  | 'SupplementFiled'
  | 'CaseClosed'
  | 'CaseReopened';

export const caseHandlers: ActHandlers<CaseActs> = {
  FactsRecorded(state, act) {
    const { item, sources, cleared = [] } = act.data;
    const prefix = item === undefined ? '' : `${item}:`;
    const factActs = { ...state.factActs, ...Object.fromEntries(Object.keys(sources).map((id) => [prefix + id, act.seq])) };
    const merged = (known: CaseState['facts'], slot: string) => without({ ...known, ...recordedFacts(act, slot) }, cleared);
    if (item === undefined) return { ...state, factActs, facts: merged(state.facts, 'facts') };
    const changed = (row: ItemState) => (row.id === item ? { ...row, facts: merged(row.facts, `item:${item}`) } : row);
    return { ...state, factActs, items: state.items.map(changed) };
  },

  PositionMoved(state, act) {
    const { entries } = act.data;
    const news = entries.filter((id) => !state.visited.includes(id));
    const sheets = state.sheets?.map((sheet) => (entries.includes(sheet.step) ? { ...sheet, earlier: true as const } : sheet));
    return {
      ...state,
      ...(sheets ? { sheets } : {}),
      position: act.data.to,
      enteredOn: { ...state.enteredOn, ...Object.fromEntries(entries.map((id) => [id, act.effectiveOn])) },
      visited: news.length > 0 ? [...state.visited, ...new Set(news)] : state.visited,
    };
  },

  ActionTaken(state, act) {
    const step = act.step ?? '';
    const key = `${step}.${act.data.action}`;
    const attachments = withFiles(state, act);
    const actionCounts = { ...state.actionCounts, [key]: (state.actionCounts[key] ?? 0) + 1 };
    const sheets = withSheet(state.sheets, act);
    const taken = { ...state, actionCounts, attachments, ...(sheets ? { sheets } : {}) };
    const person = act.actor.kind === 'person' ? act.actor.id : undefined;
    const known = state.performers[step] ?? [];
    if (person === undefined || known.includes(person)) return taken;
    return { ...taken, performers: { ...state.performers, [step]: [...known, person] } };
  },

  SupplementRequested(state, act) {
    return {
      ...state,
      supplement: {
        step: act.step ?? '',
        list: slotValue<{ what: string; why: string }[]>(act, 'list') ?? [],
        requestedOn: act.effectiveOn,
        ...(act.data.letter === undefined ? {} : { letter: act.data.letter }),
      },
    };
  },

  SupplementFiled(state, act) {
    const { supplement: _closed, ...rest } = state;
    return { ...rest, answers: { ...state.answers, ...filedAnswers(act) }, attachments: withFiles(state, act) };
  },

  CaseClosed(state, act) {
    return { ...state, status: 'closed', ending: act.data.ending, closedOn: act.effectiveOn };
  },

  CaseReopened(state) {
    const { ending: _ending, closedOn: _closedOn, ...rest } = state;
    return { ...rest, status: 'open' };
  },
};
