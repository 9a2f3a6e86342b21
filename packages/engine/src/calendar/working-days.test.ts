import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar2021, calendar2026 } from '../testing/test-context.js';
import { dayNumberOf, isoOfDay, weekdayOf } from './day-number.js';
import { addDays, isWorkingDay, nextWorkingDay, workingDaysBetween } from './working-days.js';

const calendars = new Map([
  [2021, calendar2021],
  [2026, calendar2026],
]);

describe('working days', () => {
  it('counts make-up days and leaves out holidays: 5 working days after 28 September 2026 end on Saturday 10 October', () => {
    expect(addDays('2026-09-28', 5, 'working-day', { calendars })).toEqual({ due: '2026-10-10' });
  });

  it('knows a make-up Saturday as worked and a Tuesday of the holiday as off', () => {
    expect(isWorkingDay('2021-10-09', calendars)).toBe(true);
    expect(isWorkingDay('2021-10-05', calendars)).toBe(false);
    expect(isWorkingDay('2021-07-10', calendars)).toBe(false);
  });

  it('refuses to guess in a year without calendar', () => {
    expect(isWorkingDay('2027-10-01', calendars)).toEqual({ missingYear: 2027 });
    expect(addDays('2026-12-30', 5, 'working-day', { calendars })).toEqual({ missingYear: 2027 });
    expect(addDays('2026-12-30', 5, 'calendar-day', { calendars, rollover: true })).toEqual({ missingYear: 2027 });
    expect(workingDaysBetween('2026-12-30', '2027-01-04', calendars)).toEqual({ missingYear: 2027 });
  });

  it('needs no calendar for calendar days without rollover', () => {
    expect(addDays('2030-12-30', 60, 'calendar-day', { calendars })).toEqual({ due: '2031-02-28' });
  });

  it('moves a last day off to the next working day only where the clock says so', () => {
    expect(addDays('2021-07-05', 5, 'calendar-day', { calendars })).toEqual({ due: '2021-07-10' });
    expect(addDays('2021-07-05', 5, 'calendar-day', { calendars, rollover: true })).toEqual({ due: '2021-07-12' });
    expect(nextWorkingDay('2021-10-01', calendars)).toEqual({ due: '2021-10-08' });
  });

  it('ends months on the same day, or on the last of the month', () => {
    expect(addDays('2021-01-31', 1, 'month', { calendars })).toEqual({ due: '2021-02-28' });
    expect(addDays('2024-01-31', 1, 'month', { calendars })).toEqual({ due: '2024-02-29' });
    expect(addDays('2024-02-29', 1, 'year', { calendars })).toEqual({ due: '2025-02-28' });
    expect(addDays('2021-08-31', 6, 'month', { calendars })).toEqual({ due: '2022-02-28' });
  });

  it('does not count the first day', () => {
    expect(workingDaysBetween('2021-07-05', '2021-07-06', calendars)).toBe(1);
    expect(workingDaysBetween('2021-07-05', '2021-07-05', calendars)).toBe(0);
  });

  it('agrees with counting: after n working days from a day, n working days lie between', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 30 }), (offset, amount) => {
        const start = isoOfDay(dayNumberOf('2021-01-01') + offset);
        const last = addDays(start, amount, 'working-day', { calendars });
        if (!('due' in last)) return;
        expect(isWorkingDay(last.due, calendars)).toBe(true);
        expect(workingDaysBetween(start, last.due, calendars)).toBe(amount);
      }),
    );
  });
});

describe('day numbers', () => {
  it('are the inverse of dates over 800 years, with the weekdays of the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 100_000 }), (day) => {
        expect(dayNumberOf(isoOfDay(day))).toBe(day);
        expect(new Date(day * 86_400_000).toISOString().slice(0, 10)).toBe(isoOfDay(day));
        expect(new Date(day * 86_400_000).getUTCDay()).toBe(weekdayOf(day));
      }),
    );
  });
});
