import type { ActOf } from '../types/act.js';
import type { AttachmentRef, CaseState, ItemState, PartyState } from '../types/state.js';
import type { FactScalar, FactValue } from '../types/values.js';
import type { ActHandlers } from './evolve.js';
import { isErased, slotValue } from './read-slot.js';

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
    answers: slotValue<Record<string, unknown>>(act, 'answers') ?? {},
    attachments: slotValue<AttachmentRef[]>(act, 'attachments') ?? [],
    seq: act.seq,
  };
}

function openedParty(act: ActOf<'CaseOpened'>, party: ActOf<'CaseOpened'>['data']['parties'][number]): PartyState {
  const slot = `party:${party.party}`;
  const name = slotValue<{ name?: string }>(act, slot)?.name;
  return { ...party, ...(name === undefined ? {} : { name }), ...(isErased(act, slot) ? { erased: true as const } : {}) };
}

/** Facts of one act by id; erased ones keep source and dates. */
function recordedFacts(act: ActOf<'FactsRecorded'>, slot: string): Record<string, FactValue> {
  const values = slotValue<Record<string, FactScalar>>(act, slot);
  const facts: Record<string, FactValue> = {};
  for (const [id, source] of Object.entries(act.data.sources)) {
    const value = values?.[id];
    const content = value === undefined ? { erased: true as const } : { value };
    facts[id] = { ...content, source, validOn: act.data.validOn, recordedAt: act.recordedAt };
  }
  return facts;
}

type CaseActs = 'FactsRecorded' | 'PositionMoved' | 'ActionTaken' | 'SupplementRequested' | 'SupplementFiled' | 'CaseClosed';

export const caseHandlers: ActHandlers<CaseActs> = {
  FactsRecorded(state, act) {
    const { item } = act.data;
    if (item === undefined) return { ...state, facts: { ...state.facts, ...recordedFacts(act, 'facts') } };
    const facts = recordedFacts(act, `item:${item}`);
    return { ...state, items: state.items.map((row) => (row.id === item ? { ...row, facts: { ...row.facts, ...facts } } : row)) };
  },

  PositionMoved(state, act) {
    const news = act.data.entries.filter((id) => !state.visited.includes(id));
    return { ...state, position: act.data.to, visited: news.length > 0 ? [...state.visited, ...new Set(news)] : state.visited };
  },

  ActionTaken(state, act) {
    const step = act.step ?? '';
    const key = `${step}.${act.data.action}`;
    const files = slotValue<AttachmentRef[]>(act, 'attachments') ?? [];
    const attachments = files.length > 0 ? [...state.attachments, ...files] : state.attachments;
    const actionCounts = { ...state.actionCounts, [key]: (state.actionCounts[key] ?? 0) + 1 };
    const person = act.actor.kind === 'person' ? act.actor.id : undefined;
    const known = state.performers[step] ?? [];
    if (person === undefined || known.includes(person)) return { ...state, actionCounts, attachments };
    return { ...state, actionCounts, attachments, performers: { ...state.performers, [step]: [...known, person] } };
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
    const answers = slotValue<Record<string, unknown>>(act, 'answers');
    const attachments = slotValue<AttachmentRef[]>(act, 'attachments') ?? [];
    return {
      ...rest,
      answers: answers ? { ...state.answers, ...answers } : state.answers,
      attachments: attachments.length > 0 ? [...state.attachments, ...attachments] : state.attachments,
    };
  },

  CaseClosed(state, act) {
    return { ...state, status: 'closed', ending: act.data.ending, closedOn: act.effectiveOn };
  },
};
