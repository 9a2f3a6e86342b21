import { issue, issues, text } from './shared.js';

const matched = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['table', 'rule', 'clause'],
    properties: { table: { type: 'string' }, rule: { type: 'string' }, clause: { type: 'string' } },
  },
} as const;
const refused = {
  type: 'object',
  additionalProperties: false,
  required: ['code', 'reason', 'clause'],
  properties: { code: { type: 'string' }, reason: text, clause: { type: 'string' }, rule: { type: 'string' }, table: { type: 'string' } },
} as const;
const manual = {
  type: 'object',
  additionalProperties: false,
  required: ['reason', 'clause'],
  properties: { reason: text, clause: { type: 'string' }, rule: { type: 'string' }, table: { type: 'string' } },
} as const;
const status = { type: 'string', enum: ['ok', 'issue'] } as const;
const described = {
  type: 'object',
  required: ['id', 'type'],
  properties: {
    id: { type: 'string' },
    label: text,
    type: { type: 'string' },
    of: { type: 'string', enum: ['case', 'item'] },
    values: { type: 'array' },
  },
} as const;

const packName = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'version', 'hash'],
  properties: { id: { type: 'string' }, version: { type: 'string' }, hash: { type: 'string' } },
} as const;

/** JSON Schema of each verb's `--json` answer; `careway <verb> --schema` prints it. */
export const answerSchemas = {
  check: {
    type: 'object',
    additionalProperties: false,
    required: ['status', 'pack', 'issues'],
    properties: {
      status,
      pack: { type: ['object', 'null'], properties: { id: { type: 'string' }, version: { type: 'string' }, hash: { type: 'string' } } },
      issues,
      changes: {
        type: 'array',
        items: {
          type: 'object',
          required: ['document', 'path', 'text'],
          properties: { document: { type: 'string' }, path: { type: 'string' }, text },
        },
      },
    },
  },
  diff: {
    type: 'object',
    additionalProperties: false,
    required: ['status', 'before', 'after', 'same', 'differences'],
    properties: {
      status,
      before: packName,
      after: packName,
      same: { type: 'boolean' },
      differences: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['document', 'kind', 'path', 'text'],
          properties: {
            document: { type: 'string' },
            kind: { type: 'string', enum: ['added', 'removed', 'changed'] },
            path: { type: 'string' },
            text,
          },
        },
      },
    },
  },
  eval: {
    type: 'object',
    additionalProperties: false,
    required: ['status', 'outputs', 'matched', 'issues'],
    properties: {
      status,
      /** Amounts as decimal strings. For a decision per item, the aggregate and `items`. */
      outputs: { type: 'object' },
      matched,
      refused,
      manual,
      issues,
      items: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['status', 'outputs', 'matched', 'issues'],
          properties: { status, outputs: { type: 'object' }, matched, refused, manual, issues, changes: { type: 'array' } },
        },
      },
    },
  },
  score: {
    type: 'object',
    additionalProperties: false,
    required: ['status', 'values', 'computed', 'waiting', 'issues'],
    properties: {
      status,
      /** Clean answers; empty while there is an error. */
      values: { type: 'object' },
      /** What follows from the answers: integers as numbers, decimals and amounts as text. */
      computed: { type: 'object' },
      /** By computed value that is not known yet: the fields whose answers are missing. */
      waiting: { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } },
      issues,
    },
  },
  describe: {
    type: 'object',
    required: ['pack'],
    properties: {
      pack: { type: 'object' },
      services: { type: 'array' },
      workflows: { type: 'array' },
      decisions: {
        type: 'array',
        items: {
          type: 'object',
          required: ['id', 'inputs', 'outputs'],
          properties: { id: { type: 'string' }, inputs: { type: 'array', items: described }, outputs: { type: 'array', items: described } },
        },
      },
      forms: { type: 'array' },
      registers: { type: 'array' },
      letters: { type: 'array' },
      document: {},
    },
  },
  test: {
    type: 'object',
    additionalProperties: false,
    required: ['status', 'scenarios', 'coverage'],
    properties: {
      status,
      scenarios: {
        type: 'array',
        items: {
          type: 'object',
          required: ['id', 'ok', 'failures'],
          properties: { id: { type: 'string' }, ok: { type: 'boolean' }, failures: { type: 'array' } },
        },
      },
      coverage: { type: 'object' },
    },
  },
  simulate: {
    type: 'object',
    required: ['status', 'cases', 'issues'],
    properties: { status, cases: { type: 'array', items: { type: 'object' } }, steps: { type: 'array' }, issues },
  },
  workday: {
    type: 'object',
    additionalProperties: false,
    required: ['status'],
    properties: { status, due: { type: 'string' }, weekday: text, issues: { type: 'array', items: issue } },
  },
} as const;

export type VerbName = keyof typeof answerSchemas;
