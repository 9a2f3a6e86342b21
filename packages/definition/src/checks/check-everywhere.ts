import { pointerSegment } from '../json-text.js';
import { type DocumentCheck, exists } from './scope.js';

/** Keys below which a document holds content of others, or a list in which an id may return (a person with two roles). */
const foreign: ReadonlySet<string> = new Set(['schema', 'submission', 'registers', 'people', 'when', 'then', 'messages']);

/**
 * What holds in every kind of document: ids of one list are unique, a basis names a clause or a source, clauses exist and
 * validity runs forward.
 */
export function checkEverywhere(check: DocumentCheck, value: unknown, path = ''): void {
  if (Array.isArray(value)) checkIds(check, value, path);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (foreign.has(key) && !Array.isArray(value)) continue;
    const under = `${path}/${pointerSegment(key)}`;
    if (key === 'basis') checkBasis(check, child, under);
    if (key === 'clause' && typeof child === 'string') check.refer('clause', child, under, exists.clause(check.scope, child));
    if (key === 'validity') checkValidity(check, child, under);
    checkEverywhere(check, child, under);
  }
}

function checkIds(check: DocumentCheck, list: readonly unknown[], path: string): void {
  const seen = new Set<string>();
  for (const [index, element] of list.entries()) {
    const id = idOf(element);
    if (id === undefined) continue;
    if (seen.has(id)) check.report('DUPLICATE_ID', `${path}/${index}/id`, { id, what: path.split('/').at(-1) ?? '' });
    seen.add(id);
  }
}

function idOf(element: unknown): string | undefined {
  return typeof element === 'object' && element !== null && 'id' in element && typeof element.id === 'string' ? element.id : undefined;
}

function checkBasis(check: DocumentCheck, value: unknown, path: string): void {
  const basis = value as { readonly clause?: string; readonly source?: string };
  if ((basis.clause === undefined) === (basis.source === undefined)) check.report('BASIS_INCOMPLETE', path);
}

function checkValidity(check: DocumentCheck, value: unknown, path: string): void {
  const { from, to } = value as { readonly from: string; readonly to?: string };
  if (to !== undefined && to < from) check.report('DATE_ORDER', path, { from, to });
}
