import type { FromSchema } from 'json-schema-to-ts';
import { date, factId, kebabId, schemaUrl, text } from './shared.js';

const area = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'level', 'label'],
  properties: {
    id: kebabId,
    /** Level of `organisation.json`. */
    level: kebabId,
    /** The area it lies in; only the widest has none. */
    parent: kebabId,
    label: text,
  },
} as const;

const person = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'name', 'login', 'roles'],
  properties: {
    id: kebabId,
    /** Invented. */
    name: { type: 'string', minLength: 1, maxLength: 40 },
    login: kebabId,
    /** What to try with this person, shown beside the log-in. */
    hint: text,
    roles: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', additionalProperties: false, required: ['role', 'area'], properties: { role: kebabId, area: kebabId } },
    },
    /** Keys of the facilities that the person may act for. */
    organisations: { type: 'array', items: { type: 'string', minLength: 1, maxLength: 40 } },
  },
} as const;

/** Records of one register, each in an area; values by field id. */
const records = {
  type: 'object',
  additionalProperties: false,
  required: ['area', 'values'],
  properties: { area: kebabId, values: { type: 'object', additionalProperties: { type: ['string', 'boolean'] } } },
} as const;

/** What the generator of elders needs; the same settings give the same elders. */
const elders = {
  type: 'object',
  additionalProperties: false,
  required: ['register', 'seed', 'asOf', 'surnames', 'givenNames', 'regionCodes', 'phonePrefix', 'areas'],
  properties: {
    register: kebabId,
    seed: { type: 'integer', minimum: 1, maximum: 2147483647 },
    /** Day for ages and assessments. */
    asOf: date,
    surnames: { type: 'array', minItems: 1, items: { type: 'string', minLength: 1, maxLength: 4 } },
    givenNames: {
      type: 'object',
      additionalProperties: false,
      required: ['female', 'male'],
      properties: {
        female: { type: 'array', minItems: 1, items: { type: 'string', minLength: 1, maxLength: 4 } },
        male: { type: 'array', minItems: 1, items: { type: 'string', minLength: 1, maxLength: 4 } },
      },
    },
    /** First six digits of the identity numbers, with local hukou and without: codes of no real district, so nobody has such a number. */
    regionCodes: {
      type: 'object',
      additionalProperties: false,
      required: ['local', 'elsewhere'],
      properties: { local: { type: 'string', pattern: '^[1-9]\\d{5}$' }, elsewhere: { type: 'string', pattern: '^[1-9]\\d{5}$' } },
    },
    /** First digits of the telephone numbers: a range that is not in use. */
    phonePrefix: { type: 'string', pattern: '^1\\d{2}$' },
    areas: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['area', 'count', 'communities'],
        properties: {
          area: kebabId,
          count: { type: 'integer', minimum: 0, maximum: 100000 },
          communities: { type: 'array', minItems: 1, items: { type: 'string', minLength: 2, maxLength: 40 } },
        },
      },
    },
  },
} as const;

/** `demo.json` beside a city pack: what a demo tenant is filled with. Everybody in it is invented. */
export const demoSchema = {
  $id: 'https://careway.dev/schemas/demo.json',
  type: 'object',
  additionalProperties: false,
  required: ['tenant', 'password', 'areas', 'people', 'records', 'elders', 'samples'],
  properties: {
    $schema: schemaUrl,
    tenant: { type: 'object', additionalProperties: false, required: ['id', 'label'], properties: { id: kebabId, label: text } },
    /** A training clock starts here: ISO instant with offset. Without it the tenant has the real clock. */
    trainingStart: { type: 'string', maxLength: 40 },
    /** Of every person below: a demo tenant is not for real data. */
    password: { type: 'string', minLength: 8, maxLength: 100 },
    areas: { type: 'array', minItems: 1, maxItems: 2000, items: area },
    people: { type: 'array', minItems: 1, maxItems: 500, items: person },
    /** By register id. */
    records: { type: 'object', additionalProperties: { type: 'array', items: records } },
    elders,
    /** Rosters in `samples/`, made from the generated elders: `<id>.csv` and `<id>-with-errors.csv`. */
    samples: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'form', 'field', 'area', 'rows', 'label'],
        properties: {
          id: kebabId,
          form: kebabId,
          /** Table field of the form. */
          field: factId,
          area: kebabId,
          rows: { type: 'integer', minimum: 1, maximum: 200 },
          label: text,
        },
      },
    },
  },
} as const;
export type DemoDefinition = FromSchema<typeof demoSchema>;
export type DemoElders = DemoDefinition['elders'];
export type DemoPerson = DemoDefinition['people'][number];
