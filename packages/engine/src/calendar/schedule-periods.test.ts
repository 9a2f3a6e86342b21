import { describe, expect, it } from 'vitest';
import { scheduleDay, schedulePeriods } from './schedule-periods.js';

describe('periods of a schedule', () => {
  it('names every month once, the first and last day included', () => {
    const periods = schedulePeriods({ every: 'month', day: 5 }, '2026-01-05', '2026-03-04');
    expect(periods).toEqual([
      { period: '2026-01', opensOn: '2026-01-05' },
      { period: '2026-02', opensOn: '2026-02-05' },
    ]);
  });

  it('leaves out nothing over a year of downtime', () => {
    expect(schedulePeriods({ every: 'quarter' }, '2025-12-31', '2026-12-31').map(({ period }) => period)).toEqual([
      '2026-Q1',
      '2026-Q2',
      '2026-Q3',
      '2026-Q4',
    ]);
  });

  it('begins years and half-years in the month stated', () => {
    expect(schedulePeriods({ every: 'year', month: 3, day: 10 }, '2026-01-01', '2027-12-31')).toEqual([
      { period: '2026', opensOn: '2026-03-10' },
      { period: '2027', opensOn: '2027-03-10' },
    ]);
    expect(schedulePeriods({ every: 'half-year', month: 1 }, '2026-01-01', '2026-12-31').map(({ period }) => period)).toEqual([
      '2026-H1',
      '2026-H2',
    ]);
  });

  it('counts days back from a date, over a month end and 29 February', () => {
    expect(scheduleDay({ field: 'valid_until', daysBefore: 30 }, '2028-03-30')).toBe('2028-02-29');
    expect(scheduleDay({ field: 'valid_until' }, '2026-12-31')).toBe('2026-12-31');
  });

  it('gives none where a record says the day', () => {
    expect(schedulePeriods({ field: 'valid_until', daysBefore: 1 }, '2026-01-01', '2026-12-31')).toEqual([]);
  });
});
