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
  const rows = rowsOf(commits, subject);
  for (const commit of commits) {
    let changed = false;
    const kept = commit.acts.map((act) => {
      const names = Object.entries(act.slots).filter(
        ([, slot]) => slot.value !== undefined && (slot.subject === subject || onlyAbout(act, rows)),
      );
      if (names.length === 0) return act;
      erased += names.length;
      changed = true;
      const emptied = names.map(([name, { subject: whose, commitment }]) => [name, { subject: whose, salt: '', commitment }] as const);
      return { ...act, slots: { ...act.slots, ...Object.fromEntries(emptied) } } as Act;
    });
    const effects = commit.effects.map((effect) => eraseEffect(effect, subject));
    changed ||= effects.some((effect, index) => effect !== commit.effects[index]);
    if (changed) rewritten.push({ ...commit, acts: kept, effects });
    acts.push(...kept);
  }
  return { rewritten, state: replay(acts), erased };
}

/** Rows of the case that are about the subject. */
function rowsOf(commits: readonly StoredCommit[], subject: string): ReadonlySet<string> {
  const [opened] = commits[0]?.acts ?? [];
  const items = opened?.type === 'CaseOpened' ? opened.data.items : [];
  return new Set(items.filter((item) => item.subject === subject).map(({ id }) => id));
}

/** What a clerk wrote about these rows alone, whoever's slot it lies in, may name the person. */
function onlyAbout({ items }: Act, rows: ReadonlySet<string>): boolean {
  return items !== undefined && items.length > 0 && items.every((id) => rows.has(id));
}

function eraseEffect(effect: Effect, subject: string): Effect {
  if (effect.kind === 'record-entitlement' && effect.subject === subject) return { ...effect, record: {} };
  if (effect.kind === 'write-record' && effect.subject === subject) return { ...effect, values: {} };
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
