import type { CalendarDefinition } from '../schemas/calendar.js';
import type { DocumentCheck } from './scope.js';

/** Days lie in the year, each once; a make-up day is a Saturday or Sunday that is no day off. */
export function checkCalendar(check: DocumentCheck, calendar: CalendarDefinition): void {
  const seen = new Set<string>();
  const look = (date: string, path: string, makeUp: boolean) => {
    const wrong = (reasonZh: string, reason: string) => check.report('CALENDAR_DAY_WRONG', path, { date, reasonZh, reason });
    if (!date.startsWith(`${calendar.year}-`)) wrong('不在本年', 'it lies in another year');
    if (seen.has(date)) wrong('重复列出', 'it is listed already');
    seen.add(date);
    if (makeUp && !isWeekend(date)) wrong('补班日应为周六或周日', 'a make-up day is a Saturday or Sunday');
  };
  for (const [index, { date }] of calendar.holidays.entries()) look(date, `/holidays/${index}/date`, false);
  for (const [index, date] of calendar.makeUpDays.entries()) look(date, `/makeUpDays/${index}`, true);
}

/** By Zeller's congruence: no clock or zone is asked. */
function isWeekend(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const shifted = month < 3 ? month + 12 : month;
  const y = month < 3 ? year - 1 : year;
  const weekday = (day + Math.floor((13 * (shifted + 1)) / 5) + y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)) % 7;
  return weekday < 2;
}
