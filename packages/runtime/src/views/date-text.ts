import type { LocalizedText } from '@careway/definition';

const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** An ISO date as people say it: 2021年7月5日（一）, 5 July 2021. */
export function dateText(date: string): LocalizedText {
  const weekday = weekdays[new Date(`${date.slice(0, 10)}T00:00:00Z`).getUTCDay()] ?? '';
  const day = dayText(date);
  return { 'zh-CN': `${day['zh-CN']}（${weekday}）`, en: day.en };
}

/** Without the weekday, as documents write it: 2021年7月5日; a month as 2021年7月. */
export function dayText(date: string): LocalizedText {
  const [year, month = 1, day] = date.slice(0, 10).split('-').map(Number);
  const name = months[month - 1];
  return day === undefined
    ? { 'zh-CN': `${year}年${month}月`, en: `${name} ${year}` }
    : { 'zh-CN': `${year}年${month}月${day}日`, en: `${day} ${name} ${year}` };
}
