import type { RecordFilter } from '../register-queries.js';

const FIELD = 'f.';

/** The filter that stands in the address: a colleague who opens it sees the same. */
export function filterOf(params: URLSearchParams): RecordFilter {
  const plain = Object.fromEntries(
    (['text', 'status', 'expires', 'sort', 'cursor'] as const).flatMap((name) => {
      const value = params.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  const match = Object.fromEntries(
    [...params].filter(([name, value]) => name.startsWith(FIELD) && value !== '').map(([name, value]) => [name.slice(FIELD.length), value]),
  );
  return Object.keys(match).length === 0 ? plain : { ...plain, match };
}

/** Name of the parameter for an indexed field. */
export function fieldParam(field: string): string {
  return `${FIELD}${field}`;
}

/** Whether anything narrows the list. */
export function isFiltered({ text, status, expires, match }: RecordFilter): boolean {
  return [text, status, expires].some(Boolean) || Object.keys(match ?? {}).length > 0;
}

/** The address with changes; a change of the filter begins at the first page. */
export function changedParams(params: URLSearchParams, changes: Readonly<Record<string, string>>): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete('cursor');
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

/** Whether somebody typed an identity or mobile number. */
export function isIdentityText(text: string): boolean {
  return /^(?:\d{17}[\dXx]|1\d{10})$/.test(text.trim());
}
