import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDuration,
  addMonths,
  type CalendarDate,
  type CalendarMonth,
  daysBetween,
  type Duration,
  monthsBetween,
  parseCalendarDate,
  parseCalendarMonth,
  parseDuration,
  yearsBetween,
} from './calendar-date.js';

const date = (text: string) => parseCalendarDate(text) as CalendarDate;
const duration = (text: string) => parseDuration(text) as Duration;
const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

describe('dates without a clock', () => {
  test('days are counted as the platform counts them', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const days = Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000);
        expect(daysBetween(date(a), date(b))).toBe(days);
        expect(addDuration(date(a), duration(`${days < 0 ? '-' : ''}P${Math.abs(days)}D`))?.iso).toBe(b);
      }),
    );
  });

  test.each([
    ['2021-01-31', 'P1M', '2021-02-28'],
    ['2020-02-29', 'P1Y', '2021-02-28'],
    ['2021-07-01', 'P7D', '2021-07-08'],
    ['2021-12-31', 'P1D', '2022-01-01'],
    ['2021-03-31', '-P1M', '2021-02-28'],
    ['2021-07-01', 'P2W', '2021-07-15'],
  ])('%s and %s is %s', (from, by, to) => {
    expect(addDuration(date(from), duration(by))?.iso).toBe(to);
  });

  test('a month moves by months only', () => {
    const month = parseCalendarMonth('2021-11') as CalendarMonth;
    expect(addMonths(month, duration('P3M'))?.iso).toBe('2022-02');
    expect(addMonths(month, duration('P3D'))).toBeUndefined();
  });

  test('years between two days are the full years of age', () => {
    expect(yearsBetween(date('1961-07-05'), date('2021-07-04'))).toBe(59);
    expect(yearsBetween(date('1961-07-05'), date('2021-07-05'))).toBe(60);
    expect(monthsBetween(date('2021-01-31'), date('2021-02-28'))).toBe(0);
    expect(monthsBetween(date('2021-03-01'), date('2021-01-31'))).toBe(-1);
  });

  test.each(['2021-02-29', '2021-13-01', '2021-00-10', '0000-01-01', '2021-1-1', '20210101', '2021-06-31'])('%s is no day', (text) => {
    expect(parseCalendarDate(text)).toBeUndefined();
  });

  test('dates never leave four-digit years', () => {
    expect(addDuration(date('9999-12-31'), duration('P1D'))).toBeUndefined();
    expect(addDuration(date('0001-01-01'), duration('-P1D'))).toBeUndefined();
  });
});
