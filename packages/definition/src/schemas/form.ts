import type { FromSchema } from 'json-schema-to-ts';
import { expression, factId, kebabId, labelledValues, schemaUrl, semver, text } from './shared.js';

const widget = {
  type: 'string',
  enum: [
    'text',
    'textarea',
    'radio',
    'score',
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

/** For `date`: no day after this one. */
const latest = { type: 'string', enum: ['today'] } as const;

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
    latest,
    /** Other headings under which this column is recognised in an imported file. */
    aliases: { type: 'array', items: { type: 'string', minLength: 1 }, maxItems: 20 },
    /** Example value for the import template. */
    example: { type: 'string', maxLength: 100 },
  },
} as const;

const columnIds = { type: 'array', items: factId, minItems: 1, maxItems: 20 } as const;

/**
 * How a longer list becomes rows of a table: one line for each thing that happened (a meal swiped), one row for each combination of
 * `key`, with what happened counted.
 */
const fold = {
  type: 'object',
  additionalProperties: false,
  required: ['label', 'columns', 'key', 'unique', 'count'],
  properties: {
    /** What one line of the list is: 刷卡记录. */
    label: text,
    /** Columns of the list that the table does not have: the date, what happened. */
    columns: { type: 'array', items: columnField, minItems: 1, maxItems: 10 },
    /** Columns of the table that tell its rows apart. */
    key: columnIds,
    /** Further columns of the table, taken over; they are the same in every line of one row. */
    keep: columnIds,
    /** Columns in which no two lines are equal: a line that comes twice is an error, never counted twice. */
    unique: columnIds,
    /** Column of the list with a date that lies in the month of the field `within`; `into`: column of the table that keeps that month. */
    date: {
      type: 'object',
      additionalProperties: false,
      required: ['column', 'within'],
      properties: { column: factId, within: factId, into: factId },
    },
    /** Each value of the list's column `by` is counted in one column of the table. */
    count: {
      type: 'object',
      additionalProperties: false,
      required: ['by', 'into'],
      properties: {
        by: factId,
        into: {
          type: 'array',
          minItems: 1,
          maxItems: 20,
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['value', 'column'],
            properties: { value: { type: 'string', minLength: 1, maxLength: 100 }, column: factId },
          },
        },
      },
    },
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
    latest,
    visibleWhen: expression,
    /** In a form about one person: this answer tells about whoever files it, where that is somebody else. It is erased with the filer. */
    about: { type: 'string', enum: ['filer'] },
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
    fold,
    /** For `files`: kinds of content allowed. */
    accept: { type: 'array', items: { type: 'string', enum: ['pdf', 'jpeg', 'png', 'xlsx', 'docx'] }, minItems: 1 },
    maxBytes: { type: 'integer', minimum: 1, maximum: 20971520 },
    /** Messages by JSON Schema keyword, in the label's own words. */
    messages: { type: 'object', additionalProperties: text, maxProperties: 20 },
  },
} as const;

/** A value that follows from the answers: never typed and never guessed; absent while an answer that it needs is missing. */
const computed = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'label', 'type'],
  properties: {
    /** Shares its names with the fields. */
    id: factId,
    label: text,
    hint: text,
    type: { type: 'string', enum: ['integer', 'decimal', 'money', 'code', 'boolean'] },
    /** For `code`. */
    values: labelledValues,
    unit: text,
    /** The most that can be reached: shown beside the value, as in 28/32. */
    maximum: { type: 'integer', minimum: 1 },
    direction: { type: 'string', enum: ['higher-is-better', 'lower-is-better'] },
    /** S-FEEL over the answers and the computed values before this one. */
    expression,
    /** Or: a decision per case, on answers, earlier computed values and the parameters of its workflow. */
    decision: kebabId,
    /** Which of the decision's outputs; its result when left out. */
    output: factId,
    /** Date field whose answer is the legal date of the decision; the day of filing when left out. */
    on: factId,
    rounding: {
      type: 'object',
      additionalProperties: false,
      required: ['scale', 'mode'],
      properties: {
        scale: { type: 'integer', minimum: 0, maximum: 10 },
        mode: { type: 'string', enum: ['half-up', 'half-even', 'down', 'up'] },
      },
    },
    /** The form may be filed without it: a person decides then. */
    optional: { type: 'boolean' },
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
    computed: { type: 'array', items: computed, maxItems: 100 },
    pages: {
      type: 'array',
      minItems: 1,
      maxItems: 50,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'label', 'fields'],
        properties: {
          id: kebabId,
          label: text,
          help: text,
          fields: { type: 'array', items: factId, minItems: 1 },
          /** Computed values shown live while the page is filled in. */
          shows: { type: 'array', items: factId, minItems: 1, maxItems: 10 },
        },
      },
    },
  },
} as const;

export type FormDefinition = FromSchema<typeof formSchema>;
export type FormField = FromSchema<typeof field>;
export type FormColumn = FromSchema<typeof columnField>;
export type FoldDefinition = FromSchema<typeof fold>;
export type ComputedDefinition = FromSchema<typeof computed>;
