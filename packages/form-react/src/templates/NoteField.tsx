import type { FormField } from '@careway/definition';
import type { FieldProps, RJSFSchema } from '@rjsf/utils';
import type { CarewayFormContext } from '../form-context.js';

/** Text between questions; it asks nothing. */
export function NoteField({ uiSchema, registry }: FieldProps<Record<string, unknown>, RJSFSchema, CarewayFormContext>) {
  const { field } = (uiSchema?.['ui:options'] ?? {}) as { field?: FormField };
  return field ? <p className="field-note">{field.label[registry.formContext.locale]}</p> : null;
}
