import type { FromSchema } from 'json-schema-to-ts';
import { expression, factId, kebabId, labelledValues, schemaUrl, semver, text } from './shared.js';

const widget = {
  type: 'string',
  enum: [
    'text',
    'textarea',
    'radio',
    'select',
    'checkbox',
    'date',
    'month',
    'integer',
    'decimal',
    'money',
    'identity',
    'phone',
    'table',
    'files',
    'note',
  ],
} as const;

const columnField = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'label', 'widget'],
  properties: {
    id: factId,
    label: text,
    hint: text,
    widget,
    values: labelledValues,
    /** Other headings under which this column is recognised in an imported file. */
    aliases: { type: 'array', items: { type: 'string', minLength: 1 }, maxItems: 20 },
    /** Example value for the import template. */
    example: { type: 'string', maxLength: 100 },
  },
} as const;

const field = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'label', 'widget'],
  properties: {
    /** Property of `schema`, and of the submission. */
    id: factId,
    label: text,
    hint: text,
    /** Why we ask: one sentence. */
    why: text,
    widget,
    values: labelledValues,
    visibleWhen: expression,
    /** Known already: shown with its source, to be confirmed. */
    prefill: {
      type: 'object',
      additionalProperties: false,
      required: ['register', 'field'],
      properties: { register: kebabId, field: factId },
    },
    /** For `table`. */
    columns: { type: 'array', items: columnField, minItems: 1, maxItems: 40 },
    rowLabel: text,
    /** For `files`: kinds of content allowed. */
    accept: { type: 'array', items: { type: 'string', enum: ['pdf', 'jpeg', 'png', 'xlsx', 'docx'] }, minItems: 1 },
    maxBytes: { type: 'integer', minimum: 1, maximum: 20971520 },
    /** Messages by JSON Schema keyword, in the label's own words. */
    messages: { type: 'object', additionalProperties: text, maxProperties: 20 },
  },
} as const;

/** `forms/<id>/form.json`: a JSON Schema subset for validation, pages and layout beside it. */
export const formSchema = {
  $id: 'https://careway.dev/schemas/form.json',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'version', 'label', 'schema', 'fields', 'pages'],
  properties: {
    $schema: schemaUrl,
    id: kebabId,
    version: semver,
    label: text,
    /** An object schema over the closed keyword list of the forms package; checked there. */
    schema: { type: 'object' },
    fields: { type: 'array', items: field, minItems: 1, maxItems: 500 },
    pages: {
      type: 'array',
      minItems: 1,
      maxItems: 50,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'label', 'fields'],
        properties: { id: kebabId, label: text, help: text, fields: { type: 'array', items: factId, minItems: 1 } },
      },
    },
  },
} as const;

export type FormDefinition = FromSchema<typeof formSchema>;
export type FormField = FromSchema<typeof field>;
export type FormColumn = FromSchema<typeof columnField>;
