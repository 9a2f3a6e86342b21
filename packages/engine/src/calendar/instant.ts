import { dayNumberOf, isoOfDay } from './day-number.js';

/** The tenant's day of an ISO instant with offset: its own date part. */
export function dayOfInstant(instant: string): string {
  return instant.slice(0, 10);
}

/** `+08:00` of `2021-07-05T09:00:00+08:00`; `Z` counts as `+00:00`. */
export function offsetOf(instant: string): string {
  const match = /([+-]\d{2}:\d{2})$/.exec(instant);
  return match?.[1] ?? '+00:00';
}

/** The instant from which a limit with this last day is late: the start of the day after, in the offset of `now`. */
export function dueInstant(due: string, now: string): string {
  return `${isoOfDay(dayNumberOf(due) + 1)}T00:00:00${offsetOf(now)}`;
}

/** Minutes since 1970 in UTC, seconds as a fraction: for comparing instants of different offsets. */
export function minutesOf(instant: string): number {
  const offset = offsetOf(instant);
  const sign = offset.startsWith('-') ? -1 : 1;
  const shift = sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)));
  const seconds = Number(/^\d{2}(?:\.\d+)?/.exec(instant.slice(17))?.[0] ?? 0);
  return dayNumberOf(instant) * 1440 + Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16)) + seconds / 60 - shift;
}

/** Adds hours to an instant; the offset stays. */
export function addHours(instant: string, hours: number): string {
  const base = dayNumberOf(instant) * 24 + Number(instant.slice(11, 13)) + hours;
  const day = Math.floor(base / 24);
  return `${isoOfDay(day)}T${String(base - day * 24).padStart(2, '0')}${instant.slice(13)}`;
}

/** Whether `a` is at or after `b`. */
export function isReached(a: string, b: string): boolean {
  return minutesOf(a) >= minutesOf(b);
}
