import { type Act, type CaseState, filerOf, replay, type Slot } from '@careway/engine';
import type { StoredCommit } from '../ports/case-store.js';
import { eraseEffect } from './erase-effect.js';
import { names, type Erased } from './erased.js';

/** A history without the values about somebody, and the state that it replays to. */
export interface ErasedHistory {
  /** Commits that changed. */
  readonly rewritten: readonly StoredCommit[];
  readonly state: CaseState;
  /** Values taken out. */
  readonly erased: number;
  /** Files that are named nowhere any more. */
  readonly files: readonly string[];
}

/**
 * Takes every value about somebody out of a case's acts and effects: what belongs to them, what is said of their rows, and words in which
 * they are named. Salts go too, so that a short value cannot be guessed back.
 */
export function eraseSlots(commits: readonly StoredCommit[], who: Erased): ErasedHistory {
  const rule = new SlotRule(
    commits.flatMap(({ acts }) => acts),
    who,
  );
  const rewritten: StoredCommit[] = [];
  const acts: Act[] = [];
  const files: string[] = [];
  let erased = 0;
  for (const commit of commits) {
    const kept = commit.acts.map((act) => {
      const gone = Object.entries(act.slots).filter(([name, slot]) => slot.value !== undefined && rule.takes(act, name, slot));
      if (gone.length === 0) return act;
      erased += gone.length;
      for (const [name] of gone) if (name.startsWith(FILE)) files.push(name.slice(FILE.length));
      const emptied = gone.map(([name, { subject, commitment }]) => [name, { subject, salt: '', commitment }] as const);
      return { ...act, slots: { ...act.slots, ...Object.fromEntries(emptied) } } as Act;
    });
    const writes = kept.flatMap((act) =>
      act.type === 'RecordWriteRequested' && act.slots.write?.value === undefined ? [act.data.id] : [],
    );
    const effects = commit.effects.map((effect) => eraseEffect(effect, who, new Set(writes)));
    const changed =
      kept.some((act, index) => act !== commit.acts[index]) || effects.some((effect, index) => effect !== commit.effects[index]);
    if (changed) rewritten.push({ ...commit, acts: kept, effects });
    acts.push(...kept);
  }
  return { rewritten, state: replay(acts), erased, files };
}

const FILE = 'attachment:';

/** Which values of a case tell about somebody. */
class SlotRule {
  readonly #rows: ReadonlySet<string>;
  /** Every row is about them: so is whatever is said in the case, but what others told of themselves. */
  readonly #whole: boolean;
  readonly #filer: string;

  constructor(
    acts: readonly Act[],
    readonly who: Erased,
  ) {
    const [opened] = acts;
    const items = opened?.type === 'CaseOpened' ? opened.data.items : [];
    const [party] = opened?.type === 'CaseOpened' ? opened.data.parties : [];
    this.#filer = party ? filerOf(party, opened?.actor.id) : '';
    const corrected = new Map(
      acts.flatMap(({ type, data }) =>
        type === 'FactCorrected' && data.subject !== undefined ? [[data.item, data.subject] as const] : [],
      ),
    );
    const about = items.filter(({ id, subject }) => who.subjects.has(corrected.get(id) ?? subject));
    this.#rows = new Set(about.map(({ id }) => id));
    this.#whole = items.length > 0 && about.length === items.length;
  }

  takes(act: Act, name: string, slot: Slot): boolean {
    if (this.who.subjects.has(slot.subject)) return true;
    if (this.#whole && slot.subject !== this.#filer && name !== 'objector' && !name.startsWith('party:')) return true;
    return this.#isOfTheirRows(act, name) || (isWords(act, name) && names(this.who, slot.value));
  }

  /** The row as filed, and what a clerk wrote about these rows alone. */
  #isOfTheirRows({ items = [] }: Act, name: string): boolean {
    const row = name.startsWith('item:') ? name.slice('item:'.length) : undefined;
    if (row !== undefined) return this.#rows.has(row);
    return name !== 'objector' && items.length > 0 && items.every((id) => this.#rows.has(id));
  }
}

const WORDS: ReadonlySet<string> = new Set(['opinion', 'reason', 'receipt', 'list']);

/** What people wrote freely, and names of files: others may be named in it. */
function isWords(act: Act, name: string): boolean {
  if (WORDS.has(name) || name.startsWith(FILE)) return true;
  if (act.type === 'ActionTaken') return name === 'answers';
  return act.type === 'FactsRecorded' && name === 'facts' && Object.values(act.data.sources).every(({ kind }) => SAID.has(kind));
}

/** Sources of facts that came of a form filed in the course of the case. */
const SAID: ReadonlySet<string> = new Set(['action', 'sheets', 'default']);
