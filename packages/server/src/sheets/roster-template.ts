import type { FormDefinition, Locale } from '@careway/definition';
import { printDelimited, templateRows } from '@careway/forms';
import type { Answer } from '../route.js';
import { csvType, textSheetAnswer } from './sheet.js';

/** A table field of a form, with the form it belongs to. */
export interface TableOfForm {
  readonly form: FormDefinition;
  readonly field: FormDefinition['fields'][number];
}

/** The field if it is a table; undefined otherwise. */
export function tableField(form: FormDefinition, id: string): TableOfForm | undefined {
  const field = form.fields.find((candidate) => candidate.id === id && candidate.widget === 'table' && candidate.columns);
  return field && { form, field };
}

/** An empty roster with headings and one line of examples, as XLSX or CSV (with a byte-order mark, so that Excel reads the Chinese). */
export async function rosterTemplate({ form, field }: TableOfForm, format: 'xlsx' | 'csv', locale: Locale): Promise<Answer> {
  const rows = templateRows(form, field.id, locale);
  const name = `${form.id}-${field.id}`;
  if (format === 'xlsx') return textSheetAnswer(rows, { sheet: field.label[locale], name: `${name}.xlsx` });
  return { kind: 'file', bytes: new TextEncoder().encode(`\ufeff${printDelimited(rows)}`), type: csvType, name: `${name}.csv` };
}
