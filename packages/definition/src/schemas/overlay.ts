import type { FromSchema } from 'json-schema-to-ts';
import { basis, factId, kebabId, schemaUrl } from './shared.js';
import { fact } from './workflow.js';

/** Sets a parameter of a workflow. */
const setParam = {
  type: 'object',
  additionalProperties: false,
  required: ['op', 'workflow', 'param', 'value', 'basis'],
  properties: {
    op: { type: 'string', const: 'set-param' },
    workflow: kebabId,
    param: factId,
    value: { type: ['string', 'integer', 'boolean'] },
    basis,
  },
} as const;

/** Adds a fact that a city's own forms or registers give, so that its tables may read it. */
const addFact = {
  type: 'object',
  additionalProperties: false,
  required: ['op', 'workflow', 'of', 'fact'],
  properties: { op: { type: 'string', const: 'add-fact' }, workflow: kebabId, of: { type: 'string', enum: ['case', 'items'] }, fact },
} as const;

/** `overlay.json`: what a city changes in the packs it extends. Nodes are addressed by stable id. */
export const overlaySchema = {
  $id: 'https://careway.dev/schemas/overlay.json',
  type: 'object',
  additionalProperties: false,
  required: ['operations'],
  properties: {
    $schema: schemaUrl,
    operations: { type: 'array', maxItems: 1000, items: { anyOf: [setParam, addFact] } },
  },
} as const;
export type OverlayDocument = FromSchema<typeof overlaySchema>;
export type SetParam = FromSchema<typeof setParam>;
export type AddFact = FromSchema<typeof addFact>;
