import type { Locale } from '../i18n/index.js';

const WEEKDAYS = { 'zh-CN': ['日', '一', '二', '三', '四', '五', '六'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] } as const;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The calendar day of an ISO date or instant as written, without moving it to another time zone. */
function dayOf(iso: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : undefined;
}

/** For sentences: 2026年11月22日, no leading zeros (GB/T 9704-2012); the weekday at deadlines. Unreadable text comes back as it is. */
export function sentenceDate(iso: string, locale: Locale, options: { readonly weekday?: boolean } = {}): string {
  const day = dayOf(iso);
  if (!day) return iso;
  const weekday = options.weekday ? WEEKDAYS[locale][new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay()] : undefined;
  if (locale === 'en') return `${day.day} ${MONTHS[day.month - 1]} ${day.year}${weekday ? ` (${weekday})` : ''}`;
  return `${day.year}年${day.month}月${day.day}日${weekday ? `（${weekday}）` : ''}`;
}

/** For timelines within one year: 11月22日. */
export function shortDate(iso: string, locale: Locale): string {
  const day = dayOf(iso);
  if (!day) return iso;
  return locale === 'en' ? `${day.day} ${(MONTHS[day.month - 1] ?? '').slice(0, 3)}` : `${day.month}月${day.day}日`;
}

/** A service month: 2021年6月. */
export function sentenceMonth(iso: string, locale: Locale): string {
  const match = /^(\d{4})-(\d{2})$/.exec(iso);
  if (!match) return iso;
  return locale === 'en' ? `${MONTHS[Number(match[2]) - 1]} ${match[1]}` : `${match[1]}年${Number(match[2])}月`;
}

/** For tables: 2026-11-22. */
export function tableDate(iso: string): string {
  return iso.slice(0, 10);
}

/** 14:05, in the zone the instant was written in. */
export function clockTime(iso: string): string {
  return /T(\d{2}:\d{2})/.exec(iso)?.[1] ?? '';
}

/** 2026-11-22 14:05, in the zone the instant was written in. */
export function tableInstant(iso: string): string {
  return `${tableDate(iso)} ${clockTime(iso)}`.trim();
}
