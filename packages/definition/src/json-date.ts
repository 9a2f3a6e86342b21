const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a day that exists, as RFC 3339 writes it: 2021-02-28, never 2021-02-31. */
export function isDate(source: string): boolean {
  const found = shape.exec(source);
  if (!found) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
