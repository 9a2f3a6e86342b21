import type { FormDefinition, Locale } from '@careway/definition';
import { answerText, computedText } from '@careway/form-react';
import type { SheetView } from '../../../api/index.js';
import { meanOf } from './mean-of.js';

/** One line of a comparison: the same question on every sheet. */
export interface SheetLine {
  readonly id: string;
  readonly label: string;
  /** By sheet, in words. */
  readonly values: readonly string[];
  readonly differs: boolean;
  readonly mean?: string | undefined;
  /** Follows from the answers. */
  readonly computed: boolean;
}

const SILENT: ReadonlySet<string> = new Set(['note', 'files']);
const NUMBERS: ReadonlySet<string> = new Set(['integer', 'decimal', 'score', 'money']);

/** What several people filled in on the same form, line by line: first what follows from the answers, then the answers. */
export function sheetLines(form: FormDefinition, sheets: readonly SheetView[], locale: Locale): readonly SheetLine[] {
  const raw = (id: string) => sheets.map(({ answers }) => answers[id]);
  const line = (id: string, label: string, values: readonly string[]): Omit<SheetLine, 'computed' | 'mean'> => ({
    id,
    label,
    values,
    differs: new Set(values).size > 1,
  });
  const mean = (id: string) => (sheets.length > 2 ? meanOf(raw(id).map((value) => String(value ?? ''))) : undefined);
  const computed = (form.computed ?? [])
    .filter(({ id }) => raw(id).some((value) => value !== undefined))
    .map((definition) => {
      const { id, label, type } = definition;
      const words = raw(id).map((value) =>
        value === undefined ? '' : computedText(definition, { id, status: 'known', value: value as string }, locale),
      );
      return { ...line(id, label[locale], words), computed: true, mean: NUMBERS.has(type) ? mean(id) : undefined };
    });
  const asked = form.fields
    .filter(({ id, widget }) => !SILENT.has(widget) && raw(id).some((value) => value !== undefined))
    .map((field) => {
      const words = raw(field.id).map((value) => answerText(field, value, locale));
      return {
        ...line(field.id, field.label[locale], words),
        computed: false,
        mean: NUMBERS.has(field.widget) ? mean(field.id) : undefined,
      };
    });
  return [...computed, ...asked];
}
