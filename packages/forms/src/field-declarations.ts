import type { FormDefinition, FormField } from '@careway/definition';
import type { FactDeclaration } from '@careway/rules';
import { propertySchema } from './form-schema.js';

/** The fields of a form as facts of its own expressions; tables and files are none. */
export function fieldDeclarations(form: FormDefinition): Map<string, FactDeclaration> {
  return new Map(
    form.fields.flatMap((field) => {
      const type = factTypeOf(field, form);
      return type ? [[field.id, { type, values: type === 'code' ? field.values : undefined, label: field.label }]] : [];
    }),
  );
}

function factTypeOf(field: FormField, form: FormDefinition): FactDeclaration['type'] | undefined {
  if (field.widget === 'table' || field.widget === 'files' || field.widget === 'note') return undefined;
  const schema = propertySchema(form.schema, field.id);
  if (schema?.type === 'boolean' || schema?.type === 'integer') return schema.type;
  if (field.values || schema?.enum) return 'code';
  if (schema?.format === 'decimal') return 'decimal';
  return schema?.format === 'date' || schema?.format === 'month' ? schema.format : 'text';
}
