/** Offset of a cursor; the first page for none or a strange one. */
export function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const offset = Number(Buffer.from(cursor, 'base64url').toString('utf8').replace(/^o/, ''));
  return Number.isSafeInteger(offset) && offset >= 0 ? offset : 0;
}

/** Rows asked for: 50 unless told, at most 200. */
export function limitOf(limit: number | undefined): number {
  return Math.min(200, Math.max(1, Math.trunc(limit ?? 50)));
}

/** The page with the cursor of the next one, if there is one. */
export function pageOf<T>(rows: readonly T[], { offset, total }: { readonly offset: number; readonly total: number }) {
  const end = offset + rows.length;
  const next = rows.length > 0 && end < total ? Buffer.from(`o${end}`).toString('base64url') : undefined;
  return { rows, ...(next === undefined ? {} : { next }), total };
}
