/** Building blocks that several document schemas share. Plain data, so that `FromSchema` can read the types off them. */

/** A label in both languages of the product. */
export const text = {
  type: 'object',
  additionalProperties: false,
  required: ['zh-CN', 'en'],
  properties: {
    'zh-CN': { type: 'string', minLength: 1, maxLength: 4000 },
    en: { type: 'string', minLength: 1, maxLength: 4000 },
  },
} as const;

/** Ids of documents, steps, clocks, clauses, roles: kebab-case, no dots. */
export const kebabId = { type: 'string', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 64 } as const;

/** Where a move leads: a step or block; `$done` ends the branch it stands in. */
export const target = { type: 'string', pattern: '^(\\$done|[a-z][a-z0-9]*(-[a-z0-9]+)*)$', maxLength: 64 } as const;

/** Ids of facts, form fields, parameters, table columns: snake_case, ASCII or Chinese letters. */
export const factId = { type: 'string', pattern: '^[a-z\\u4e00-\\u9fff][a-z0-9_\\u4e00-\\u9fff]*$', maxLength: 64 } as const;

/** Ids of actions: UPPER_SNAKE. */
export const actionId = { type: 'string', pattern: '^[A-Z][A-Z0-9_]*$', maxLength: 64 } as const;

export const semver = { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' } as const;
export const date = { type: 'string', format: 'date' } as const;

/** A decimal number as text, never a binary float. */
export const decimal = { type: 'string', pattern: '^-?(0|[1-9]\\d*)(\\.\\d+)?$', maxLength: 40 } as const;

/** An S-FEEL expression over declared facts. */
export const expression = { type: 'string', minLength: 1, maxLength: 2000 } as const;

export const validity = {
  type: 'object',
  additionalProperties: false,
  required: ['from'],
  properties: { from: date, to: date },
} as const;

/** Where a figure or rule comes from: a clause, or the city itself. Exactly one of `clause` and `source`. */
export const basis = {
  type: 'object',
  additionalProperties: false,
  properties: { clause: kebabId, source: { type: 'string', enum: ['city-set'] }, note: text },
} as const;

export const labelledValues = {
  type: 'array',
  minItems: 1,
  maxItems: 200,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['value', 'label'],
    properties: { value: { type: 'string', minLength: 1, maxLength: 100 }, label: text },
  },
} as const;

/** The types a fact, a field of a register or a table column may have. `identity` and `phone` are encrypted at rest. */
export const factType = {
  type: 'string',
  enum: ['boolean', 'integer', 'decimal', 'money', 'text', 'code', 'date', 'month', 'identity', 'phone'],
} as const;

export const schemaUrl = { type: 'string', maxLength: 300 } as const;
