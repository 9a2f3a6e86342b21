import type { ListingQuery } from '../ports/case-store.js';
import type { SqlValue } from './driver.js';

const after = '\u{10FFFF}';

/** The filters of a list as SQL with bound values. */
export function listingSql(tenant: string, query: ListingQuery): { where: string; values: SqlValue[]; order: string } {
  const parts = ['l.tenant = ?', 'l.list = ?'];
  const values: SqlValue[] = [tenant, query.list];
  const add = (sql: string, ...bound: SqlValue[]) => {
    parts.push(sql);
    values.push(...bound);
  };
  const any = (texts: readonly string[]) => (texts.length === 0 ? '0' : `(${texts.join(' or ')})`);
  const prefix = 'l.path >= ? and l.path < ?';
  if (query.owners) add(any(query.owners.map(() => 'l.owner = ?')), ...query.owners);
  if (query.paths) add(any(query.paths.map(() => `(${prefix})`)), ...query.paths.flatMap((path) => [path, path + after]));
  if (query.scopes) {
    const sql = any(query.scopes.map(() => `(l.owner = ? and ${prefix})`));
    add(sql, ...query.scopes.flatMap(({ owner, path }) => [owner, path, path + after]));
  }
  for (const name of ['service', 'step', 'status'] as const) {
    const value = query[name];
    if (value !== undefined) add(`l.${name} = ?`, value);
  }
  if (query.dueFrom !== undefined) add('l.due >= ?', query.dueFrom);
  if (query.dueBefore !== undefined) add("l.due <> '' and l.due < ?", query.dueBefore);
  if (query.terms) {
    const term = any(query.terms.map(() => '(m.term >= ? and m.term < ?)'));
    add(`l.no in (select m.no from term m where m.tenant = ? and ${term})`, tenant, ...query.terms.flatMap((text) => [text, text + after]));
  }
  return { where: parts.join(' and '), values, order: orders[query.sort] };
}

/** Lines without a due date come last; ties in the order of opening. */
const orders = {
  due: "(l.due = ''), l.due, l.opened, l.no, l.id",
  opened: 'l.opened desc, l.no desc, l.id',
  amount: 'l.cents desc, l.opened, l.no, l.id',
} as const;
