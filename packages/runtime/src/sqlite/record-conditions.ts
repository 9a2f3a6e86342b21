import type { RecordQuery } from '../ports/register-store.js';
import type { SqlValue } from './driver.js';

const after = '\u{10FFFF}';
/** Stands in the column of the last day where there is none: after every date. */
export const endless = '~';

/** The conditions of a query over records as SQL, each on a column of an index. */
export function recordConditions(
  tenant: string,
  register: string,
  query: Partial<RecordQuery>,
): { readonly where: string; readonly values: readonly SqlValue[] } {
  const parts = ['tenant = ?', 'register = ?'];
  const values: SqlValue[] = [tenant, register];
  const add = (part: string, ...more: readonly SqlValue[]) => {
    parts.push(part);
    values.push(...more);
  };
  const any = (texts: readonly string[]) => (texts.length === 0 ? '0' : `(${texts.join(' or ')})`);
  const { text, keys = [], paths, match = {}, status, until, subject } = query;
  if (keys.length > 0) add(any(keys.map(() => 'key = ?')), ...keys);
  else if (text !== undefined) add('name >= ? and name < ?', text, text + after);
  if (paths) add(any(paths.map(() => '(path >= ? and path < ?)')), ...paths.flatMap((path) => [path, path + after]));
  for (const [field, value] of Object.entries(match)) {
    add(
      'key in (select key from record_field where tenant = ? and register = ? and field = ? and value = ?)',
      tenant,
      register,
      field,
      value,
    );
  }
  if (status !== undefined) add('status = ?', status);
  if (until) add('until >= ? and until <= ?', until.from ?? '', until.to ?? '9999-12-31');
  if (subject !== undefined) add('subject = ?', subject);
  return { where: parts.join(' and '), values };
}
