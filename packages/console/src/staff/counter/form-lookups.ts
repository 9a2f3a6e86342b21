import type { FormDefinition } from '@careway/definition';
import type { RegisterView } from '../../api/index.js';

/** A register from which a form takes answers, found by the field of the form that holds its key. */
export interface FormLookup {
  readonly register: RegisterView;
  /** Field of the form. */
  readonly field: string;
  /** Its records are people, found by their identity number. */
  readonly people: boolean;
}

/** Registers that know answers of a form: people first, since their number tells whether anything is known at all. */
export function formLookups(form: FormDefinition, registers: readonly RegisterView[]): readonly FormLookup[] {
  const found = registers.flatMap((register) => {
    const field = form.fields.find(({ prefill }) => prefill?.register === register.id && prefill.field === register.key);
    const key = register.fields.find(({ id }) => id === register.key);
    return field && key ? [{ register, field: field.id, people: key.type === 'identity' }] : [];
  });
  return [...found.filter(({ people }) => people), ...found.filter(({ people }) => !people)];
}

/** What a record knows for fields that the form takes from it; masked values are left for the clerk to type. */
export function knownAnswers(form: FormDefinition, register: string, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    form.fields.flatMap(({ id, prefill }) => {
      const value = prefill?.register === register ? values[prefill.field] : undefined;
      return typeof value === 'string' && value !== '' && !value.includes('*') ? [[id, value]] : [];
    }),
  );
}
