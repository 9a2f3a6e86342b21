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
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  const weekday = weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
  return { 'zh-CN': `${year}年${month}月${day}日（${weekday}）`, en: `${day} ${months[month - 1]} ${year}` };
}
