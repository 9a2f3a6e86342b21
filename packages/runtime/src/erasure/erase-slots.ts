import { type Act, type CaseState, type Effect, type ItemState, type PartyState, replay } from '@careway/engine';
import type { StoredCommit } from '../ports/case-store.js';

/** A history without the values about a subject, and the state that it replays to. */
export interface ErasedHistory {
  /** Commits that changed. */
  readonly rewritten: readonly StoredCommit[];
  readonly state: CaseState;
  /** Values taken out. */
  readonly erased: number;
}

/** Takes every value about a subject out of a case's acts and effects. Salts go too, so that a short value cannot be guessed back. */
export function eraseSlots(commits: readonly StoredCommit[], subject: string): ErasedHistory {
  let erased = 0;
  const rewritten: StoredCommit[] = [];
  const acts: Act[] = [];
  for (const commit of commits) {
    let changed = false;
    const kept = commit.acts.map((act) => {
      const names = Object.entries(act.slots).filter(([, slot]) => slot.subject === subject && slot.value !== undefined);
      if (names.length === 0) return act;
      erased += names.length;
      changed = true;
      const emptied = names.map(([name, { commitment }]) => [name, { subject, salt: '', commitment }] as const);
      return { ...act, slots: { ...act.slots, ...Object.fromEntries(emptied) } } as Act;
    });
    const effects = commit.effects.map((effect) => eraseEffect(effect, subject));
    changed ||= effects.some((effect, index) => effect !== commit.effects[index]);
    if (changed) rewritten.push({ ...commit, acts: kept, effects });
    acts.push(...kept);
  }
  return { rewritten, state: replay(acts), erased };
}

function eraseEffect(effect: Effect, subject: string): Effect {
  if (effect.kind === 'record-entitlement' && effect.subject === subject) return { ...effect, record: {} };
  if (effect.kind !== 'open-child') return effect;
  const { command } = effect;
  const concerned = command.items.some((item) => item.subject === subject) || command.parties.some((party) => party.subject === subject);
  if (!concerned) return effect;
  const applicant = command.parties[0]?.subject === subject;
  return {
    ...effect,
    command: {
      ...command,
      items: command.items.map((item) => (item.subject === subject ? erasedItem(item) : item)),
      parties: command.parties.map((party) => (party.subject === subject ? erasedParty(party) : party)),
      ...(applicant ? { answers: {}, facts: {}, objection: { reason: '' } } : {}),
    },
  };
}

function erasedItem({ reason: _reason, ...item }: ItemState): ItemState {
  return { ...item, facts: {} };
}

function erasedParty({ name: _name, ...party }: PartyState): PartyState {
  return { ...party, erased: true };
}
