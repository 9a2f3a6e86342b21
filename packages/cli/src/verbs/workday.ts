import { isDate, issueFrom } from '@careway/definition';
import { addDays } from '@careway/engine';
import { type Answer, UsageError } from '../answer.js';
import { loadSound } from '../load-composed.js';
import { issueJson, issueLines } from '../print-issues.js';

const issue = issueFrom({
  CALENDAR_YEAR_MISSING: {
    'zh-CN': '配置包里没有{year}年的工作日历，不能推算。请先加入该年日历。',
    en: 'The pack has no calendar for {year}, so the date cannot be computed. Add that year first.',
  },
});
const weekdays = { 'zh-CN': '日一二三四五六', en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] } as const;

/** `careway workday`: the last day of a time limit; day 1 is the day after `from`. */
export function workday(folder: string, { from, days, unit }: { from: string; days: number; unit: string }): Answer {
  if (!isDate(from)) throw new UsageError(`--from: not a date: ${from} (write 2026-09-28)`);
  if (!Number.isInteger(days) || days < 0 || days > 10_000) throw new UsageError('--days: a whole number from 0 to 10000');
  if (unit !== 'working' && unit !== 'calendar') throw new UsageError('--unit: working or calendar');
  const { calendars } = loadSound(folder);
  const result = addDays(from, days, unit === 'working' ? 'working-day' : 'calendar-day', { calendars, rollover: false });
  if ('missingYear' in result) {
    const missing = issue('CALENDAR_YEAR_MISSING', '', { year: result.missingYear });
    return { exit: 1, json: { status: 'issue', issues: [issueJson(missing)] }, text: issueLines(missing) };
  }
  const index = new Date(`${result.due}T00:00:00Z`).getUTCDay();
  const weekday = { 'zh-CN': `星期${weekdays['zh-CN'][index]}`, en: weekdays.en[index] as string };
  return { exit: 0, json: { status: 'ok', due: result.due, weekday }, text: [`${result.due} ${weekday['zh-CN']} / ${weekday.en}`] };
}
