import type { Effect, ItemState, PartyState } from '@careway/engine';
import { names, type Erased } from './erased.js';

/** An effect without the values about somebody. @param writes records whose values were taken out of their acts */
export function eraseEffect(effect: Effect, who: Erased, writes: ReadonlySet<string>): Effect {
  if (effect.kind === 'record-entitlement' && who.subjects.has(effect.subject)) return { ...effect, record: {} };
  if (effect.kind === 'write-record' && (writes.has(effect.write) || who.subjects.has(effect.subject))) {
    return { ...effect, key: '', values: {} };
  }
  return effect.kind === 'open-child' ? eraseChild(effect, who) : effect;
}

type OpenChild = Extract<Effect, { kind: 'open-child' }>;

function eraseChild(effect: OpenChild, who: Erased): Effect {
  const { command } = effect;
  const { items, parties, objection } = command;
  const { subjects } = who;
  const rows = items.filter(({ subject }) => subjects.has(subject));
  const filed = parties.some(({ subject }) => subjects.has(subject));
  const objected = subjects.has(objection.subject);
  const said = objected || (items.length > 0 && rows.length === items.length) || names(who, objection.reason);
  if (rows.length === 0 && !filed && !said) return effect;
  const { objector, ...words } = objection;
  return {
    ...effect,
    command: {
      ...command,
      items: items.map((item) => (subjects.has(item.subject) ? erasedItem(item) : item)),
      parties: parties.map((party) => (subjects.has(party.subject) ? erasedParty(party) : party)),
      ...(subjects.has(parties[0]?.subject ?? '') ? { answers: {}, facts: {} } : {}),
      objection: { ...words, ...(said ? { reason: '' } : {}), ...(objector && !objected ? { objector } : {}) },
    },
  };
}

function erasedItem({ reason: _reason, ...item }: ItemState): ItemState {
  return { ...item, facts: {} };
}

function erasedParty({ name: _name, ...party }: PartyState): PartyState {
  return { ...party, erased: true };
}
