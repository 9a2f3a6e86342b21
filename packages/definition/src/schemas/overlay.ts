import type { FromSchema } from 'json-schema-to-ts';
import { basis, factId, kebabId, schemaUrl } from './shared.js';

/** `overlay.json`: what a city changes in the packs it extends. Nodes are addressed by stable id. */
export const overlaySchema = {
  $id: 'https://careway.dev/schemas/overlay.json',
  type: 'object',
  additionalProperties: false,
  required: ['operations'],
  properties: {
    $schema: schemaUrl,
    operations: {
      type: 'array',
      maxItems: 1000,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['op', 'workflow', 'param', 'value', 'basis'],
        properties: {
          op: { type: 'string', enum: ['set-param'] },
          workflow: kebabId,
          param: factId,
          value: { type: ['string', 'integer', 'boolean'] },
          basis,
        },
      },
    },
  },
} as const;
export type OverlayDocument = FromSchema<typeof overlaySchema>;
