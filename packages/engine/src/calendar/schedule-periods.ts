import type { ScheduleDefinition } from '@careway/definition';
import { dayNumberOf, isoOfDay } from './day-number.js';

/** A period of a schedule and the day on which its cases are opened. */
export interface SchedulePeriod {
  /** `2026`, `2026-H2`, `2026-Q3` or `2026-07`. */
  readonly period: string;
  readonly opensOn: string;
}

type When = ScheduleDefinition['when'];

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/** Periods by the calendar whose cases are opened on `from`, on `to` or in between, in order: none is left out after downtime. */
export function schedulePeriods(when: When, from: string, to: string): readonly SchedulePeriod[] {
  if (when.every === undefined) return [];
  const months = MONTHS[when.every];
  const first = (when.month ?? 1) - 1;
  const periods: SchedulePeriod[] = [];
  for (let index = monthIndex(from); index <= monthIndex(to); index++) {
    if ((((index - first) % months) + months) % months !== 0) continue;
    const opensOn = `${monthText(index)}-${String(when.day ?? 1).padStart(2, '0')}`;
    if (opensOn >= from && opensOn <= to) periods.push({ period: periodName(when.every, index), opensOn });
  }
  return periods;
}

/** The day on which a case is opened for a record that says `date`. */
export function scheduleDay(when: When, date: string): string {
  return isoOfDay(dayNumberOf(date) - (when.daysBefore ?? 0));
}

function monthIndex(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function monthText(index: number): string {
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Named by its first month: a year that begins in July is the one of that July. */
function periodName(every: keyof typeof MONTHS, index: number): string {
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  const month = index % 12;
  if (every === 'month') return monthText(index);
  if (every === 'quarter') return `${year}-Q${Math.floor(month / 3) + 1}`;
  return every === 'half-year' ? `${year}-H${month < 6 ? 1 : 2}` : year;
}
