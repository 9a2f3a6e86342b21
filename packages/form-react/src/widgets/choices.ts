import type { FormColumn, FormField, Locale } from '@careway/definition';
import { formText } from '../form-texts.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The choices of a field or column in words; yes and no where the document lists none. */
export function choicesOf(field: FormField | FormColumn, locale: Locale): Choice[] {
  if (field.values) return field.values.map(({ value, label }) => ({ value, label: label[locale] }));
  return [
    { value: 'true', label: formText('yes', locale) },
    { value: 'false', label: formText('no', locale) },
  ];
}
