/** Whether the text is a day that exists, `YYYY-MM-DD` with a year from 0001. */
export function isDateText(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && dayExists(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Whether the text is a month, `YYYY-MM`. */
export function isMonthText(text: string): boolean {
  return /^(?!0000)\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

export function dayExists(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * Reads what people and spreadsheets write for a day (2021-6-5, 2021/06/05, 2021年6月5日, 20210605) as `YYYY-MM-DD`; anything else
 * comes back unchanged. A day that does not exist is not mended.
 */
export function normalizeDateText(text: string): string {
  const match =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return match ? `${match[1]}-${pad(match[2])}-${pad(match[3])}` : text;
}

/** Reads 2021-6, 2021/06, 2021年6月, 202106 (and a first day of a month) as `YYYY-MM`; anything else comes back unchanged. */
export function normalizeMonthText(text: string): string {
  const match = /^(\d{4})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})年(\d{1,2})月份?$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text);
  if (match) return `${match[1]}-${pad(match[2])}`;
  const day = /^(\d{4}-\d{2})-01$/.exec(normalizeDateText(text));
  return day ? (day[1] as string) : text;
}

function pad(part: string | undefined): string {
  return (part ?? '').padStart(2, '0');
}
