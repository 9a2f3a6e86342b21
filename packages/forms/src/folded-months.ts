import type { FormDefinition, FormField, Issue } from '@careway/definition';
import { formIssue } from './messages.js';
import { escapePointer } from './validate-schema.js';

/** Rows that were made from a list of another month than the form is for now. Rows typed by hand name no month. */
export function foldedMonths(form: FormDefinition, field: FormField, data: Readonly<Record<string, unknown>>): Issue[] {
  const { fold } = field;
  const into = fold?.date?.into;
  const month = fold?.date && data[fold.date.within];
  const rows = data[field.id];
  if (!fold || into === undefined || month === undefined || !Array.isArray(rows)) return [];
  const label = form.fields.find(({ id }) => id === fold.date?.within)?.label ?? field.label;
  return rows.flatMap((row: Readonly<Record<string, unknown>> | null, index): Issue[] => {
    const made = row?.[into];
    if (typeof made !== 'string' || made === month) return [];
    const path = `/${escapePointer(field.id)}/${index}/${escapePointer(into)}`;
    return [formIssue('FOLD_MONTH_DIFFERS', path, { month: made, list: fold.label, label }, { row: index + 1 })];
  });
}
