import type { FormDefinition, FormField, RegisterDefinition, RegisterField } from '@careway/definition';
import type { FormSchema } from './form-schema.js';

const widgets: Readonly<Record<RegisterField['type'], FormField['widget']>> = {
  boolean: 'radio',
  integer: 'integer',
  decimal: 'decimal',
  money: 'money',
  text: 'text',
  code: 'select',
  date: 'date',
  month: 'month',
  identity: 'identity',
  phone: 'phone',
};

/** A text of a register that no format limits. */
const longestText = 500;
/** Months of a register may lie ahead. */
const latestMonth = '9999-12';

/**
 * The form by which a record of a register is typed in or imported: one field each, checked as in every other form. Which case a record
 * comes from is never typed.
 */
export function registerForm(register: RegisterDefinition): FormDefinition {
  const typed = register.fields.filter(({ holds }) => holds !== 'case' && holds !== 'row');
  const fields = typed.map((field): FormField => {
    const { id, label, type, values } = field;
    return { id, label, widget: widgets[type], ...(values ? { values } : {}) };
  });
  const required = typed.filter((field) => field.required || field.id === register.key || field.id === register.name);
  return {
    id: register.id,
    version: '1.0.0',
    label: register.label,
    schema: {
      type: 'object',
      required: required.map(({ id }) => id),
      properties: Object.fromEntries(typed.map((field) => [field.id, schemaOf(field)])),
    },
    fields,
    pages: [{ id: 'record', label: register.label, fields: typed.map(({ id }) => id) }],
  };
}

function schemaOf({ type, values, format }: RegisterField): FormSchema {
  if (type === 'boolean') return { type: 'boolean' };
  if (type === 'integer') return { type: 'integer' };
  if (type === 'decimal' || type === 'money') return { type: 'string', format: 'decimal' };
  if (type === 'date' || type === 'identity' || type === 'phone') return { type: 'string', format: type };
  if (type === 'month') return { type: 'string', format: 'month', formatMaximum: latestMonth };
  if (format) return { type: 'string', format };
  return values ? { type: 'string', enum: values.map(({ value }) => value) } : { type: 'string', maxLength: longestText };
}
