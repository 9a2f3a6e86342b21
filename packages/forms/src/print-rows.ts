import type { FormColumn, FormDefinition, Locale } from '@careway/definition';
import { propertySchema, type FormSchema } from './form-schema.js';
import { escapeCell } from './formula-cell.js';

const YES_NO = { 'zh-CN': ['是', '否'], en: ['yes', 'no'] } as const;

/** Rows of a table as cells with headings, safe to open in a spreadsheet; `mapRows` reads the same rows back. */
export function printRows(
  form: FormDefinition,
  field: string,
  options: { rows: readonly Readonly<Record<string, unknown>>[]; locale: Locale },
): string[][] {
  const { rows, locale } = options;
  const columns = form.fields.find(({ id }) => id === field)?.columns ?? [];
  const schema = propertySchema(form.schema, field)?.items;
  const heading = columns.map(({ label }) => escapeCell(label[locale]));
  return [
    heading,
    ...rows.map((row) => columns.map((column) => printCell(column, propertySchema(schema, column.id), { value: row[column.id], locale }))),
  ];
}

/** Headings and one example row for the import template. */
export function templateRows(form: FormDefinition, field: string, locale: Locale): string[][] {
  const columns = form.fields.find(({ id }) => id === field)?.columns ?? [];
  const schema = propertySchema(form.schema, field)?.items;
  return [columns.map(({ label }) => label[locale]), columns.map((column) => exampleOf(column, propertySchema(schema, column.id), locale))];
}

function exampleOf(column: FormColumn, schema: FormSchema | undefined, locale: Locale): string {
  if (column.example !== undefined) return escapeCell(column.example);
  if (schema?.type === 'boolean') return YES_NO[locale][0];
  return column.values?.[0]?.label[locale] ?? '';
}

function printCell(column: FormColumn, schema: FormSchema | undefined, { value, locale }: { value: unknown; locale: Locale }): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean' && schema?.type === 'boolean') {
    return column.values?.find((entry) => entry.value === String(value))?.label[locale] ?? YES_NO[locale][value ? 0 : 1];
  }
  return escapeCell(column.values?.find((entry) => entry.value === value)?.label[locale] ?? String(value));
}
