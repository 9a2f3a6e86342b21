export type DateParts = readonly [year: string, month: string, day: string];

/** What stands in the boxes for a stored text; what cannot be split stays in the first box. */
export function splitDate(text: string): DateParts {
  const [year = '', month = '', day = ''] = text.split('-');
  return [year, month.replace(/^0(?=\d)/, ''), day.replace(/^0(?=\d)/, '')];
}

/** The stored text for the boxes; undefined when all are empty. Incomplete dates stay as typed, for validation to name. */
export function joinDate(parts: readonly string[]): string | undefined {
  const trimmed = parts.map((part) => part.normalize('NFKC').trim());
  if (trimmed.every((part) => part === '')) return undefined;
  return trimmed.map((part, index) => (index > 0 && /^\d$/.test(part) ? `0${part}` : part)).join('-');
}
