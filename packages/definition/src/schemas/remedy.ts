import type { FromSchema } from 'json-schema-to-ts';
import { kebabId, schemaUrl, text, validity } from './shared.js';

/** `remedies.json`: what can be done against a decision, where, and until when. */
export const remediesSchema = {
  $id: 'https://careway.dev/schemas/remedies.json',
  type: 'object',
  additionalProperties: false,
  required: ['remedies'],
  properties: {
    $schema: schemaUrl,
    remedies: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'label', 'body', 'how', 'amount', 'unit', 'rollover', 'clause', 'validity'],
        properties: {
          id: kebabId,
          label: text,
          /** The office or court one turns to. */
          body: text,
          how: text,
          amount: { type: 'integer', minimum: 1, maximum: 3650 },
          unit: { type: 'string', enum: ['calendar-day', 'working-day', 'month', 'year'] },
          rollover: { type: 'boolean' },
          clause: kebabId,
          validity,
        },
      },
    },
  },
} as const;
export type RemediesDocument = FromSchema<typeof remediesSchema>;
export type Remedy = RemediesDocument['remedies'][number];
