import type { Clause, ClauseDocument } from '@careway/definition';

/** Whether a clause binds on a day: known, in force by itself or by its document, and valid then. */
export function isInForce(found: { readonly clause: Clause; readonly document: ClauseDocument } | undefined, day: string): boolean {
  if (!found) return false;
  const { clause, document } = found;
  const { from, to } = clause.validity ?? document.validity;
  return (clause.status ?? document.status) === 'in-force' && from <= day && (to === undefined || day <= to);
}
