import { isReached } from '../calendar/instant.js';
import type { Act } from '../types/act.js';
import type { CaseState, ClockState, TaskState } from '../types/state.js';
import type { Slot } from '../types/values.js';

/** Instant at which a clock has something to do: it falls due, or the next level is told that it is late; none while it does not run. */
export function firesAt(clock: ClockState): string | undefined {
  if (clock.status !== 'running') return undefined;
  return clock.breachedOn === undefined ? clock.dueAt : clock.escalateAt;
}

/** Instant of the next clock that will fire: the case's row is found by it. A breach already recorded does not fire again. */
export function nextDue(state: CaseState): string | undefined {
  let next: string | undefined;
  for (const clock of state.clocks) {
    const at = firesAt(clock);
    if (at !== undefined && (next === undefined || !isReached(at, next))) next = at;
  }
  return next;
}

/** Clocks to be fired now, the earliest first: each is a `FireClock` of its own. */
export function dueClocks(state: CaseState, now: string): readonly string[] {
  const due = state.clocks.flatMap((clock) => {
    const at = firesAt(clock);
    return at !== undefined && isReached(now, at) ? [{ id: clock.id, at }] : [];
  });
  return due.sort((a, b) => (isReached(a.at, b.at) ? 1 : -1)).map(({ id }) => id);
}

/** Open tasks of a case; of a closed one those of side procedures that may be asked for then. */
export function openTasks(state: CaseState): readonly TaskState[] {
  return state.status === 'closed' ? state.tasks.filter(({ kind }) => kind === 'procedure') : state.tasks;
}

/** The acts of one row and of the whole case, in order; slots of other rows are left out. */
export function actsOfItem(acts: readonly Act[], item: string): readonly Act[] {
  const foreign = new Set(
    acts.flatMap((act) => (act.type === 'LetterIssued' && !isOf(act.data.letter.items, item) ? [act.data.letter.id] : [])),
  );
  return acts.flatMap((act) => {
    if (!concerns(act, item, foreign)) return [];
    const slots: Record<string, Slot> = {};
    for (const [name, slot] of Object.entries(act.slots)) if (!name.startsWith('item:') || name === `item:${item}`) slots[name] = slot;
    return [{ ...act, slots } as Act];
  });
}

/** An empty list of rows means the whole case. */
function isOf(items: readonly string[], item: string): boolean {
  return items.length === 0 || items.includes(item);
}

function concerns(act: Act, item: string, foreignLetters: ReadonlySet<string>): boolean {
  if (act.items && !act.items.includes(item)) return false;
  if (act.type === 'BatchDecided' || act.type === 'PublicityOpened') return isOf(act.data.items, item);
  if (act.type === 'LetterIssued') return !foreignLetters.has(act.data.letter.id);
  if (act.type === 'LetterDelivered' || act.type === 'NumberAssigned') return !foreignLetters.has(act.data.letter ?? '');
  return true;
}
