import type { FormField, Issue } from '@careway/definition';
import { escapePointer } from './validate-schema.js';
import { formIssue } from './messages.js';

/** One issue for every row whose key columns repeat an earlier row; rows with a key column empty are not compared. */
export function duplicateRows(field: FormField, rows: readonly unknown[], key: readonly string[]): Issue[] {
  const columns = key.filter((id) => field.columns?.some((column) => column.id === id));
  if (columns.length === 0) return [];
  const seen = new Map<string, number>();
  return rows.flatMap((row, index) => {
    const values = columns.map((id) => (row as Record<string, unknown> | null)?.[id]);
    if (values.some((value) => value === undefined)) return [];
    const text = JSON.stringify(values);
    const first = seen.get(text);
    if (first === undefined) {
      seen.set(text, index);
      return [];
    }
    const labels = columns.map((id) => field.columns?.find((column) => column.id === id)?.label ?? { 'zh-CN': id, en: id });
    const keys = { 'zh-CN': labels.map((label) => label['zh-CN']).join('、'), en: labels.map((label) => label.en).join(', ') };
    const path = `/${escapePointer(field.id)}/${index}/${escapePointer(columns[0] as string)}`;
    return [formIssue('DUPLICATE_ROW', path, { keys, other: first + 1 }, { row: index + 1 })];
  });
}

/** The columns by which rows of a table are told apart when the workflow names none: its identity numbers. */
export function defaultKey(field: FormField): readonly string[] {
  const identity = field.columns?.find((column) => column.widget === 'identity');
  return identity ? [identity.id] : [];
}
