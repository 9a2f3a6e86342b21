import { type Act, type CaseState, type Effect, type ItemState, type PartyState, replay } from '@careway/engine';
import { isSealed } from '../crypto/sealer.js';
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
  const whole = rows.size > 0 && isOneRow(commits);
  for (const commit of commits) {
    let changed = false;
    const kept = commit.acts.map((act) => {
      const names = Object.entries(act.slots).filter(
        ([name, slot]) =>
          slot.value !== undefined &&
          (slot.subject === subject || onlyAbout(act, rows) || isOfRow(name, rows) || (whole && ABOUT_THE_ROW.has(name))),
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

/** Rows of the case that are about the subject, as filed or by a number that was corrected since. */
function rowsOf(commits: readonly StoredCommit[], subject: string): ReadonlySet<string> {
  const [opened] = commits[0]?.acts ?? [];
  const items = opened?.type === 'CaseOpened' ? opened.data.items : [];
  const filed = items.filter((item) => item.subject === subject).map(({ id }) => id);
  const corrected = commits.flatMap(({ acts }) =>
    acts.flatMap((act) => (act.type === 'FactCorrected' && act.data.subject === subject ? (act.data.item ?? []) : [])),
  );
  return new Set([...filed, ...corrected]);
}

/** What was filed or recorded of a row lies under its name, whoever it was about then. */
function isOfRow(name: string, rows: ReadonlySet<string>): boolean {
  return name.startsWith('item:') && rows.has(name.slice('item:'.length));
}

/** Slots of the whole case that tell about its only row, where the form is that row. */
const ABOUT_THE_ROW: ReadonlySet<string> = new Set(['answers', 'facts']);

/** Whether the case has one row made of the whole form: every value of the row is an answer too. */
function isOneRow(commits: readonly StoredCommit[]): boolean {
  const [opened] = commits[0]?.acts ?? [];
  if (opened?.type !== 'CaseOpened' || opened.data.items.length !== 1) return false;
  const answers = opened.slots.answers?.value as Readonly<Record<string, unknown>> | undefined;
  const row = opened.slots[`item:${opened.data.items[0]?.id}`]?.value as Readonly<Record<string, unknown>> | undefined;
  return (
    answers !== undefined &&
    row !== undefined &&
    Object.keys(row).every((id) => id.endsWith('_birth_date') || plain(answers[id]) === plain(row[id]))
  );
}

/** A number sealed twice has other bytes: its keyed hash tells whether it is the same. */
function plain(value: unknown): string {
  return JSON.stringify(isSealed(value) ? value.key : (value ?? null));
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
