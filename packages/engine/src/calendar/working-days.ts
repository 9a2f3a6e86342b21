import type { CalendarDefinition } from '@careway/definition';
import { addMonths, type DayNumber, dayNumberOf, isoOfDay, weekdayOf } from './day-number.js';

export type Calendars = ReadonlyMap<number, CalendarDefinition>;
export type DayUnit = 'working-day' | 'calendar-day' | 'month' | 'year';

/** A last day, or the year whose calendar is not loaded. */
export type DueDay = { readonly due: string } | { readonly missingYear: number };

interface YearIndex {
  readonly off: ReadonlySet<DayNumber>;
  readonly worked: ReadonlySet<DayNumber>;
}

const indexes = new WeakMap<CalendarDefinition, YearIndex>();

function indexOf(calendar: CalendarDefinition): YearIndex {
  const known = indexes.get(calendar);
  if (known) return known;
  const made = {
    off: new Set(calendar.holidays.map((holiday) => dayNumberOf(holiday.date))),
    worked: new Set(calendar.makeUpDays.map(dayNumberOf)),
  };
  indexes.set(calendar, made);
  return made;
}

/** Whether the day is worked; `undefined` when its year has no calendar. */
function isWorked(day: DayNumber, calendars: Calendars): boolean | undefined {
  const calendar = calendars.get(yearOf(day));
  if (!calendar) return undefined;
  const index = indexOf(calendar);
  if (index.worked.has(day)) return true;
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !index.off.has(day);
}

function yearOf(day: DayNumber): number {
  return Number(isoOfDay(day).slice(0, 4));
}

/**
 * Whether an ISO date is a working day: Monday to Friday but not a holiday, or a make-up day (调休).
 * `{ missingYear }` when the calendar of its year is not loaded; never a guess.
 */
export function isWorkingDay(date: string, calendars: Calendars): boolean | { readonly missingYear: number } {
  const day = dayNumberOf(date);
  return isWorked(day, calendars) ?? { missingYear: yearOf(day) };
}

/** The date itself when it is worked, else the next working day. */
export function nextWorkingDay(date: string, calendars: Calendars): DueDay {
  for (let day = dayNumberOf(date); ; day++) {
    const worked = isWorked(day, calendars);
    if (worked === undefined) return { missingYear: yearOf(day) };
    if (worked) return { due: isoOfDay(day) };
  }
}

/** Working days after `from` up to and including `to`: the days used of a limit that began on `from`. 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string, calendars: Calendars): number | { readonly missingYear: number } {
  let count = 0;
  for (let day = dayNumberOf(from) + 1, end = dayNumberOf(to); day <= end; day++) {
    const worked = isWorked(day, calendars);
    if (worked === undefined) return { missingYear: yearOf(day) };
    if (worked) count++;
  }
  return count;
}

export interface AddDaysOptions {
  /** A last day off moves to the next working day (民法典 203). */
  readonly rollover?: boolean;
  readonly calendars: Calendars;
}

/**
 * Last day of a limit that begins on `startedOn`: day 1 is the day after. Months and years end on the same day of the month, or on the
 * month's last day. Only working days and rollover need a calendar; a year not loaded gives `{ missingYear }`.
 */
export function addDays(startedOn: string, amount: number, unit: DayUnit, options: AddDaysOptions): DueDay {
  const start = dayNumberOf(startedOn);
  if (unit === 'working-day') return addWorkingDays(start, amount, options.calendars);
  const last = unit === 'calendar-day' ? start + amount : addMonths(start, unit === 'month' ? amount : amount * 12);
  const due = isoOfDay(last);
  return options.rollover ? nextWorkingDay(due, options.calendars) : { due };
}

function addWorkingDays(start: DayNumber, amount: number, calendars: Calendars): DueDay {
  let day = start;
  for (let left = amount; left > 0; ) {
    day++;
    const worked = isWorked(day, calendars);
    if (worked === undefined) return { missingYear: yearOf(day) };
    if (worked) left--;
  }
  return { due: isoOfDay(day) };
}
