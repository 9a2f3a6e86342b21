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
  return acts.flatMap((act) => {
    if (act.items && !act.items.includes(item)) return [];
    const slots: Record<string, Slot> = {};
    for (const [name, slot] of Object.entries(act.slots)) if (!name.startsWith('item:') || name === `item:${item}`) slots[name] = slot;
    return [{ ...act, slots } as Act];
  });
}
