import { expression, factId, kebabId } from './shared.js';

/**
 * Where a value comes from that is written to a register: an S-FEEL expression over the facts of the case, of the row and the outputs of its
 * decision (a single fact is passed on as it is, sealed numbers too) · a date some time `after` another, by a parameter · the number
 * of the last letter of a kind · a `code` in the words of the register (`as`), where the two name the same things differently.
 */
export const writtenValue = {
  anyOf: [
    expression,
    {
      type: 'object',
      additionalProperties: false,
      required: ['after', 'param', 'unit'],
      properties: { after: expression, param: factId, unit: { type: 'string', enum: ['day', 'month', 'year'] } },
    },
    { type: 'object', additionalProperties: false, required: ['letter'], properties: { letter: kebabId } },
    {
      type: 'object',
      additionalProperties: false,
      required: ['code', 'as'],
      properties: {
        code: expression,
        as: { type: 'object', additionalProperties: { type: 'string', minLength: 1, maxLength: 100 }, minProperties: 1, maxProperties: 50 },
      },
    },
  ],
} as const;

/** A record written to a register once the action is taken: one, or one per row that was granted. */
export const registerWrite = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'register', 'mode', 'key', 'set'],
  properties: {
    id: kebabId,
    register: kebabId,
    /** `create` is refused where the key exists, `update` where it does not. */
    mode: { type: 'string', enum: ['create', 'update', 'upsert'] },
    key: writtenValue,
    /** Field of the register → value. A value that is unknown leaves the field as it is. */
    set: { type: 'object', additionalProperties: writtenValue, minProperties: 1, maxProperties: 60 },
    /** Only when this holds. */
    when: expression,
    /** Rows: of a workflow with items, one record for each granted row. */
    per: { type: 'string', enum: ['case', 'granted-item'] },
  },
} as const;
