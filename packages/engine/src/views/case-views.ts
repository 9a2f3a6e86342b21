import { isReached } from '../calendar/instant.js';
import type { Act } from '../types/act.js';
import type { CaseState, ClockState, TaskState } from '../types/state.js';
import type { Slot } from '../types/values.js';

/** Instant of the next clock that will fire: the case's row is found by it. A breach already recorded does not fire again. */
export function nextDue(state: CaseState): string | undefined {
  let next: string | undefined;
  for (const clock of state.clocks) {
    if (!fires(clock) || clock.dueAt === undefined) continue;
    if (next === undefined || !isReached(clock.dueAt, next)) next = clock.dueAt;
  }
  return next;
}

/** Clocks to be fired now, the earliest first: each is a `FireClock` of its own. */
export function dueClocks(state: CaseState, now: string): readonly string[] {
  const due = state.clocks.filter((clock) => fires(clock) && clock.dueAt !== undefined && isReached(now, clock.dueAt));
  return due.sort((a, b) => (isReached(a.dueAt ?? '', b.dueAt ?? '') ? 1 : -1)).map((clock) => clock.id);
}

function fires(clock: ClockState): boolean {
  return clock.status === 'running' && clock.breachedOn === undefined;
}

/** Open tasks of a case; none when it is closed. */
export function openTasks(state: CaseState): readonly TaskState[] {
  return state.status === 'closed' ? [] : state.tasks;
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
