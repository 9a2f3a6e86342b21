import type { FromSchema } from 'json-schema-to-ts';
import { basis, factId, kebabId, schemaUrl } from './shared.js';
import { fact } from './workflow-fact.js';

/** Content hash of the node that an operation was written against; another one makes the operation stale. */
const expects = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const;

/** Sets a parameter of a workflow, or of one service alone. */
const setParam = {
  type: 'object',
  additionalProperties: false,
  required: ['op', 'workflow', 'param', 'value', 'basis'],
  properties: {
    op: { type: 'string', const: 'set-param' },
    workflow: kebabId,
    param: factId,
    service: kebabId,
    value: { type: ['string', 'integer', 'boolean'] },
    expects,
    basis,
  },
} as const;

/**
 * Sets one cell of a decision table: an output (`then`), a condition (`when`, a whole cell such as `>= 60`), or the `minimum` or `maximum`
 * of an amount that the row leaves to a person (`manual`).
 */
const setCell = {
  type: 'object',
  additionalProperties: false,
  required: ['op', 'decision', 'table', 'rule', 'part', 'column', 'value', 'expects', 'basis'],
  properties: {
    op: { type: 'string', const: 'set-cell' },
    decision: kebabId,
    table: kebabId,
    rule: kebabId,
    part: { type: 'string', enum: ['when', 'then', 'manual'] },
    column: factId,
    value: { type: ['string', 'boolean'] },
    expects,
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
    operations: { type: 'array', maxItems: 1000, items: { anyOf: [setParam, setCell, addFact] } },
  },
} as const;
export type OverlayDocument = FromSchema<typeof overlaySchema>;
export type SetParam = FromSchema<typeof setParam>;
export type SetCell = FromSchema<typeof setCell>;
export type AddFact = FromSchema<typeof addFact>;
export type OverlayOperation = SetParam | SetCell | AddFact;
