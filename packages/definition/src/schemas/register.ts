import type { FromSchema } from 'json-schema-to-ts';
import { factId, factType, kebabId, labelledValues, schemaUrl, text } from './shared.js';

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
    scope: { type: 'string', enum: ['area', 'tenant'] },
    retentionYears: { type: 'integer', minimum: 1, maximum: 100 },
    fields: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'label', 'type'],
        properties: {
          id: factId,
          label: text,
          type: factType,
          values: labelledValues,
          required: { type: 'boolean' },
          sensitive: { type: 'boolean' },
        },
      },
    },
  },
} as const;
export type RegisterDefinition = FromSchema<typeof registerSchema>;
