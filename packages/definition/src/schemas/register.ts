import type { FromSchema } from 'json-schema-to-ts';
import { factId, factType, kebabId, labelledValues, schemaUrl, text } from './shared.js';

const field = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'label', 'type'],
  properties: {
    id: factId,
    label: text,
    type: factType,
    values: labelledValues,
    required: { type: 'boolean' },
    /** Masked where it is shown, whole only for a reason that enters the access log. */
    sensitive: { type: 'boolean' },
    /** Records are found by this field's value. */
    indexed: { type: 'boolean' },
    /**
     * Holds a record of another register: its key, or with `by: subject` the opaque id of the person or organisation that it is about.
     */
    reference: {
      type: 'object',
      additionalProperties: false,
      required: ['register'],
      properties: { register: kebabId, by: { type: 'string', enum: ['key', 'subject'] } },
    },
    /** Of a text: the case, row of a case or service whose id it is. Shown by its number or name; a row is not shown. */
    holds: { type: 'string', enum: ['case', 'row', 'service'] },
    /** A text whose characters are checked: unified social credit code of GB 32100-2015. */
    format: { type: 'string', enum: ['credit-code'] },
    /** Group of the register's `groups` under which it is shown. */
    group: kebabId,
  },
} as const;

/** `registers/*.json`: a ledger kept by the tenant (台账). */
export const registerSchema = {
  $id: 'https://careway.dev/schemas/register.json',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'label', 'key', 'name', 'scope', 'fields'],
  properties: {
    $schema: schemaUrl,
    id: kebabId,
    label: text,
    /** Field that identifies a record. */
    key: factId,
    /** Field shown as the record's name. */
    name: factId,
    /** Field with `reference` that tells whom a record is about, where that is not the record's own key. */
    subject: factId,
    scope: { type: 'string', enum: ['area', 'tenant'] },
    retentionYears: { type: 'integer', minimum: 1, maximum: 100 },
    /** Who may add and change records by hand; without it only effects of cases write. */
    editable: {
      type: 'object',
      additionalProperties: false,
      required: ['roles'],
      properties: { roles: { type: 'array', minItems: 1, maxItems: 20, items: kebabId } },
    },
    /** Spreadsheets may be imported by those who may change records. */
    import: { type: 'boolean' },
    /** Field of type `code` that says whether a record counts. */
    statusField: factId,
    /** Field of type `date` or `month` until which a record holds: lists show what expires. */
    validUntilField: factId,
    /** Headings under which the fields of a record are shown, in order. */
    groups: {
      type: 'array',
      minItems: 1,
      maxItems: 20,
      items: { type: 'object', additionalProperties: false, required: ['id', 'label'], properties: { id: kebabId, label: text } },
    },
    fields: { type: 'array', minItems: 1, maxItems: 100, items: field },
  },
} as const;
export type RegisterDefinition = FromSchema<typeof registerSchema>;
export type RegisterField = FromSchema<typeof field>;
