const DATE_TEXT = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_TEXT = /^(\d{4})-(\d{2})$/;
const DURATION_TEXT = /^(-?)P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,4})W)?(?:(\d{1,6})D)?$/;

/** A day of the Gregorian calendar, as ISO text. */
export class CalendarDate {
  constructor(readonly iso: string) {}
}

/** A month, `YYYY-MM`. */
export class CalendarMonth {
  constructor(readonly iso: string) {}
}

/** A length of time in whole months and days; months are added first. */
export class Duration {
  constructor(
    readonly months: number,
    readonly days: number,
  ) {}
}

/** Undefined when the text is no existing day of the years 0001 to 9999. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const match = DATE_TEXT.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return new CalendarDate(text);
}

export function parseCalendarMonth(text: string): CalendarMonth | undefined {
  const match = MONTH_TEXT.exec(text);
  if (!match || Number(match[1]) < 1 || Number(match[2]) < 1 || Number(match[2]) > 12) return undefined;
  return new CalendarMonth(text);
}

/** Reads `P7D`, `P2W`, `P1Y6M`, `-P1M`; no hours. */
export function parseDuration(text: string): Duration | undefined {
  const match = DURATION_TEXT.exec(text);
  if (!match) return undefined;
  const sign = match[1] === '-' ? -1 : 1;
  const part = (index: number) => Number(match[index] ?? 0);
  // `|| 0` turns minus zero into zero.
  return new Duration(sign * (part(2) * 12 + part(3)) || 0, sign * (part(4) * 7 + part(5)) || 0);
}

export function formatDuration({ months, days }: Duration): string {
  const negative = months < 0 || days < 0;
  const body = `${months ? `${Math.abs(months)}M` : ''}${days || !months ? `${Math.abs(days)}D` : ''}`;
  return `${negative ? '-' : ''}P${body}`;
}

/** Months first (31 January + 1 month = the last day of February), then days. Undefined outside the years 0001 to 9999. */
export function addDuration(date: CalendarDate, duration: Duration): CalendarDate | undefined {
  const [year, month, day] = partsOf(date.iso);
  const index = year * 12 + (month - 1) + duration.months;
  const [newYear, newMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  const clamped = Math.min(day, daysInMonth(newYear, newMonth));
  return dateOfDayNumber(dayNumber(newYear, newMonth, clamped) + duration.days);
}

/** Undefined when the duration has days, or the year leaves 0001 to 9999. */
export function addMonths(month: CalendarMonth, duration: Duration): CalendarMonth | undefined {
  if (duration.days !== 0) return undefined;
  const index = monthNumber(month.iso) + duration.months;
  const year = Math.floor(index / 12);
  return year < 1 || year > 9999 ? undefined : new CalendarMonth(`${pad(year, 4)}-${pad((((index % 12) + 12) % 12) + 1, 2)}`);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(...partsOf(to.iso)) - dayNumber(...partsOf(from.iso));
}

export function monthOf({ iso }: CalendarDate): CalendarMonth {
  return new CalendarMonth(iso.slice(0, 7));
}

export function firstDayOf({ iso }: CalendarMonth): CalendarDate {
  return new CalendarDate(`${iso}-01`);
}

/** Full months from `from` to `to`, towards zero; months count whole when both are months. */
export function monthsBetween(from: CalendarDate | CalendarMonth, to: CalendarDate | CalendarMonth): number {
  const months = monthNumber(to.iso) - monthNumber(from.iso);
  const days = dayOf(to.iso) - dayOf(from.iso);
  if (months > 0 && days < 0) return months - 1;
  if (months < 0 && days > 0) return months + 1;
  return months;
}

/** Full years from `from` to `to`, towards zero: the age of a person born on `from`. */
export function yearsBetween(from: CalendarDate | CalendarMonth, to: CalendarDate | CalendarMonth): number {
  return Math.trunc(monthsBetween(from, to) / 12) || 0;
}

function partsOf(iso: string): [number, number, number] {
  return [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), dayOf(iso)];
}

function dayOf(iso: string): number {
  return iso.length > 7 ? Number(iso.slice(8, 10)) : 1;
}

function monthNumber(iso: string): number {
  return Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 0000-03-01: years that begin in March have their leap day at the end. */
function dayNumber(year: number, month: number, day: number): number {
  const shifted = month < 3 ? year - 1 : year;
  const monthIndex = (month + 9) % 12;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leaps + Math.floor((153 * monthIndex + 2) / 5) + day - 1;
}

function dateOfDayNumber(days: number): CalendarDate | undefined {
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  const year = yearOfEra + era * 400 + (month < 3 ? 1 : 0);
  if (year < 1 || year > 9999) return undefined;
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1;
  return new CalendarDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
