import type { ClockDefinition } from '@careway/definition';
import { dayNumberOf, isoOfDay } from '../calendar/day-number.js';
import { addHours, dueInstant, offsetOf } from '../calendar/instant.js';
import { addDays, type Calendars, type DayUnit, type DueDay, workingDaysBetween } from '../calendar/working-days.js';
import type { CaseState, ClockState } from '../types/state.js';

export interface DueFields {
  readonly due?: string;
  readonly dueAt?: string;
  readonly missingYear?: number;
}

export interface DueInput {
  readonly definition: ClockDefinition;
  /** Start, amount, pauses and extensions so far. */
  readonly clock: Pick<ClockState, 'startedOn' | 'startedAt' | 'amount' | 'pauses' | 'extendedBy'>;
  readonly state: Pick<CaseState, 'clocks' | 'inheritedClocks'>;
  readonly calendars: Calendars;
  readonly now: string;
}

/**
 * Last day of a clock. The days used until a pause count (the day of the pause included), the remaining ones run on from the day after
 * it resumed. Nothing but `{}` or `{ missingYear }` when it cannot be told yet: then somebody owns it until it can.
 */
export function clockDue(input: DueInput): DueFields {
  const { definition, clock, state, now } = input;
  if (definition.until !== undefined) {
    const named = state.clocks.filter((other) => other.clock === definition.until && other.due !== undefined).at(-1);
    const due = named?.due ?? state.inheritedClocks[definition.until];
    return due === undefined ? {} : { due, dueAt: dueInstant(due, now) };
  }
  if (clock.amount === undefined) return {};
  if (definition.unit === 'hour') return hoursDue(clock, clock.amount, now);
  const last = pausedDue(clock, clock.amount + clock.extendedBy, { ...input, unit: definition.unit });
  return 'due' in last ? { due: last.due, dueAt: dueInstant(last.due, now) } : last;
}

function hoursDue(clock: DueInput['clock'], amount: number, now: string): DueFields {
  const paused = clock.pauses.reduce((days, pause) => days + calendarDays(pause.from, pause.to ?? pause.from), 0);
  const start = clock.startedAt ?? `${clock.startedOn}T00:00:00${offsetOf(now)}`;
  const dueAt = addHours(start, amount + clock.extendedBy + paused * 24);
  return { due: dueAt.slice(0, 10), dueAt };
}

function pausedDue(clock: DueInput['clock'], amount: number, input: DueInput & { readonly unit: DayUnit }): DueDay {
  const { unit, calendars, definition } = input;
  const options = { rollover: definition.rollover === true, calendars };
  if (unit !== 'working-day') {
    const plain = addDays(clock.startedOn, amount, unit, { calendars });
    if (!('due' in plain)) return plain;
    const shift = clock.pauses.reduce((days, pause) => days + calendarDays(pause.from, pause.to ?? pause.from), 0);
    return addDays(plain.due, shift, 'calendar-day', options);
  }
  let total = amount;
  for (const pause of clock.pauses) {
    const stopped = workingDaysBetween(pause.from, pause.to ?? pause.from, calendars);
    if (typeof stopped !== 'number') return stopped;
    total += stopped;
  }
  return addDays(clock.startedOn, total, unit, options);
}

function calendarDays(from: string, to: string): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** The day after an ISO date. */
export function nextDay(date: string): string {
  return isoOfDay(dayNumberOf(date) + 1);
}
