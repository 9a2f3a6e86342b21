import type { FormDefinition, FormField } from '@careway/definition';
import { type FormSchema, importRows, parseDelimited, propertySchema, readCell } from '@careway/forms';
import type { ReadRows } from '../form-context.js';

export type Row = Readonly<Record<string, unknown>>;

export interface TablePlace {
  readonly form: FormDefinition;
  readonly field: FormField;
}

/** Schema of one column; undefined when the form's schema has none. */
export function columnSchema({ form, field }: TablePlace, column: string): FormSchema | undefined {
  return propertySchema(propertySchema(form.schema, field.id)?.items, column);
}

/** A copied piece of a spreadsheet, with headings or without, read as rows. */
export function readPasted(text: string, { form, field }: TablePlace): ReadRows {
  return importRows(text, { form, field: field.id });
}

export function isBlankRow(row: Row): boolean {
  return Object.values(row).every((value) => value === undefined || value === '');
}

/** Rows with one cell changed; an empty text removes the answer. Other rows stay the same objects. */
export function withCell(rows: readonly Row[], at: { readonly row: number; readonly column: string }, value: unknown): Row[] {
  return rows.map((row, index) => {
    if (index !== at.row) return row;
    const { [at.column]: _, ...rest } = row;
    return value === undefined || value === '' ? rest : { ...row, [at.column]: value };
  });
}

/**
 * Rows after a block was pasted into a cell: it fills to the right and downwards and adds rows as needed. A block with headings,
 * or one that begins in the first column, is read like an imported list.
 */
export function withBlock(
  rows: readonly Row[],
  at: { readonly row: number; readonly column: number },
  paste: TablePlace & { text: string },
): Row[] {
  if (at.column === 0) {
    const read = readPasted(paste.text, paste).rows;
    return read.length === 0 ? [...rows] : [...rows.slice(0, at.row), ...read, ...rows.slice(at.row + read.length)];
  }
  const columns = paste.field.columns ?? [];
  const next = [...rows];
  parseDelimited(paste.text).cells.forEach((cells, down) => {
    const changed: Record<string, unknown> = { ...next[at.row + down] };
    cells.forEach((cell, right) => {
      const column = columns[at.column + right];
      if (column) changed[column.id] = readCell(column, columnSchema(paste, column.id), cell);
    });
    next[at.row + down] = changed;
  });
  return next;
}

/** Whether a text on the clipboard is more than one cell. */
export function isBlock(text: string): boolean {
  return /\t|\r?\n(?=.)/.test(text.replace(/\r?\n$/, ''));
}
