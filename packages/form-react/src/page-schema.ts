import type { FormDefinition, FormField, Locale } from '@careway/definition';
import { type FormSchema, propertySchema } from '@careway/forms';
import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import type { CarewayFormContext } from './form-context.js';

export interface PageSchema {
  readonly schema: RJSFSchema;
  readonly uiSchema: UiSchema<Record<string, unknown>, RJSFSchema, CarewayFormContext>;
}

const WIDGETS: Partial<Record<FormField['widget'], string>> = {
  textarea: 'CarewayTextarea',
  radio: 'CarewayRadio',
  score: 'CarewayScore',
  select: 'CarewaySelect',
  checkbox: 'CarewayCheckbox',
  date: 'CarewayDate',
  month: 'CarewayMonth',
};
const FIELDS: Partial<Record<FormField['widget'], string>> = { table: 'CarewayTable', files: 'CarewayFiles', note: 'CarewayNote' };

/**
 * The fields of one page as rjsf takes them. The schema carries types and titles only: rules are applied by `validateSubmission`, so
 * that browser and server speak with one voice, and rjsf never fills in a constant or a default by itself.
 */
export function pageSchema(form: FormDefinition, fields: readonly string[], locale: Locale): PageSchema {
  const properties: Record<string, RJSFSchema> = {};
  const uiSchema: PageSchema['uiSchema'] = { 'ui:order': [...fields], 'ui:submitButtonOptions': { norender: true } };
  for (const id of fields) {
    const field = form.fields.find((candidate) => candidate.id === id);
    if (!field) continue;
    const own = propertySchema(form.schema, id);
    properties[id] = { ...typeOf(field, own), title: field.label[locale] };
    uiSchema[id] = {
      'ui:options': { field, required: isRequired(form, id) },
      ...(FIELDS[field.widget] ? { 'ui:field': FIELDS[field.widget] } : { 'ui:widget': WIDGETS[field.widget] ?? 'CarewayText' }),
    };
  }
  return { schema: { type: 'object', properties }, uiSchema };
}

/** Whether the form asks for an answer; others are marked as optional in words. */
export function isRequired(form: FormDefinition, field: string): boolean {
  return ((form.schema as unknown as FormSchema).required ?? []).includes(field);
}

function typeOf(field: FormField, schema: FormSchema | undefined): RJSFSchema {
  if (field.widget === 'table' || field.widget === 'files') return { type: 'array', items: {} };
  if (field.widget === 'note') return { type: 'null' };
  return { type: schema?.type === 'boolean' ? 'boolean' : 'string' };
}
