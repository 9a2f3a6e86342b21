import { jsonBody, queryBy } from './carried-type.js';

const id = { type: 'string', minLength: 1, maxLength: 200 } as const;
const prose = { type: 'string', maxLength: 1000 } as const;
const version = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const;
/** A day, or '' while it is not known. */
const someDay = {
  anyOf: [
    { type: 'string', format: 'date' },
    { type: 'string', const: '' },
  ],
} as const;

export const parametersQuery = queryBy({
  type: 'object',
  additionalProperties: false,
  required: ['area'],
  properties: { area: id, on: { type: 'string', format: 'date' } },
} as const);

export const newProposalBody = jsonBody({
  type: 'object',
  additionalProperties: false,
  required: ['area'],
  properties: { area: id },
} as const);

/** What is typed need not be right yet. */
export const saveProposalBody = jsonBody({
  type: 'object',
  additionalProperties: false,
  required: ['effectiveFrom', 'note', 'changes'],
  properties: {
    effectiveFrom: someDay,
    note: prose,
    changes: {
      type: 'array',
      maxItems: 200,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['parameter', 'value', 'expects'],
        properties: {
          parameter: { type: 'string', minLength: 1, maxLength: 400 },
          value: { type: 'string', maxLength: 100 },
          expects: version,
          clause: id,
          note: prose,
        },
      },
    },
  },
} as const);

export const submitProposalBody = jsonBody({
  type: 'object',
  additionalProperties: false,
  required: ['acknowledged'],
  properties: { acknowledged: { type: 'array', maxItems: 5000, items: { type: 'string', maxLength: 200 } } },
} as const);

export const publishBody = jsonBody({
  type: 'object',
  additionalProperties: false,
  required: ['note'],
  properties: { note: prose },
} as const);

export const rejectBody = jsonBody({
  type: 'object',
  additionalProperties: false,
  required: ['reason'],
  properties: { reason: prose },
} as const);
