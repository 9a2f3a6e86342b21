import type { FromSchema } from 'json-schema-to-ts';
import { date, decimal, expression, factId, factType, kebabId, labelledValues, schemaUrl, text, validity } from './shared.js';

const column = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'label', 'type'],
  properties: {
    id: factId,
    label: text,
    type: factType,
    values: labelledValues,
    /** Input columns: the expression tested; the fact of the same id when left out. */
    expression,
    /** Output columns: how a figure reads in the policy's wording, with `{value}` for it and `{rule}` for the row's label. */
    sentence: text,
    /** Output columns of figures: the range in which a city may set them. */
    minimum: decimal,
    maximum: decimal,
  },
} as const;

/** One row of a decision table. */
const rule = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'when', 'then', 'clause'],
  properties: {
    id: kebabId,
    label: text,
    /** S-FEEL unary tests by input column; a column left out matches anything. */
    when: { type: 'object', additionalProperties: { type: 'string', minLength: 1, maxLength: 500 }, maxProperties: 50 },
    /** Output values by output column: decimals as text. */
    then: { type: 'object', additionalProperties: { type: ['string', 'boolean'] }, maxProperties: 50 },
    /** The row ends the decision without entitlement: amount 0 for this reason. */
    refuse: {
      type: 'object',
      additionalProperties: false,
      required: ['code', 'reason'],
      properties: { code: { type: 'string', pattern: '^[A-Z][A-Z0-9_]*$' }, reason: text },
    },
    /** The policy gives no figure here: a clerk proposes one with a reason, within a range where it gives one, and another person confirms. */
    manual: {
      type: 'object',
      additionalProperties: false,
      required: ['reason'],
      properties: { reason: text, minimum: decimal, maximum: decimal },
    },
    clause: kebabId,
    /** `city-set`: the figures of this row are the city's own and need not occur in the quote. */
    source: { type: 'string', enum: ['city-set'] },
    /** Why the city set them so. */
    note: text,
    priority: { type: 'integer', minimum: 0, maximum: 10000 },
    validity,
  },
} as const;

const table = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'label', 'hitPolicy', 'inputs', 'outputs', 'rules'],
  properties: {
    id: kebabId,
    label: text,
    hitPolicy: { type: 'string', enum: ['UNIQUE', 'ANY', 'PRIORITY', 'FIRST', 'COLLECT', 'RULE ORDER', 'OUTPUT ORDER'] },
    /** For COLLECT. */
    aggregator: { type: 'string', enum: ['SUM', 'MIN', 'MAX', 'COUNT'] },
    inputs: { type: 'array', items: column, maxItems: 50 },
    /** Output columns; PRIORITY and OUTPUT ORDER rank by the order of `values`. */
    outputs: { type: 'array', items: column, maxItems: 20 },
    rules: { type: 'array', items: rule, maxItems: 5000 },
    /** The policy points to figures that this pack does not have. */
    status: { type: 'string', enum: ['to-be-supplied'] },
    clause: kebabId,
    /** Whom to ask when the table is to be supplied. */
    contact: text,
  },
} as const;

/** A fact that an indicator is given: no workflow gathers it. */
const ownFact = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'label', 'type'],
  properties: { id: factId, label: text, type: factType, values: labelledValues, minimum: decimal, maximum: decimal },
} as const;

/** Facts and what they must come to: a test that a clerk can read. Parameters and defaults of the workflow count unless given. */
const example = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'facts', 'expect'],
  properties: {
    id: kebabId,
    label: text,
    /** Legal date, where tables or rows are dated. */
    on: date,
    facts: { type: 'object', additionalProperties: { type: ['string', 'boolean'] }, maxProperties: 100 },
    /** Amount that a person proposes where the tables leave it to one. */
    amount: decimal,
    expect: {
      type: 'object',
      additionalProperties: false,
      properties: {
        /** Result and outputs of tables. */
        outputs: { type: 'object', additionalProperties: { type: ['string', 'boolean'] }, minProperties: 1 },
        /** Code of the row that refuses. */
        refused: { type: 'string' },
        manual: { type: 'boolean' },
        /** Code of an issue that stands in the way. */
        issue: { type: 'string' },
        /** Rows that must be among those matched. */
        rules: { type: 'array', items: kebabId, minItems: 1 },
      },
    },
  },
} as const;

/**
 * `<workflow>/decisions/*.json`: tables in order, then one expression. The outputs of a table are facts for the tables after it.
 * A row with `refuse` ends the chain with amount 0; one with `manual` leaves the amount to a person.
 * `indicators/*.json`: the same without a workflow, over facts of its own.
 */
export const decisionSchema = {
  $id: 'https://careway.dev/schemas/decision.json',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'label', 'per', 'legalDate', 'tables', 'result'],
  properties: {
    $schema: schemaUrl,
    id: kebabId,
    label: text,
    workflow: kebabId,
    /** Of an indicator. */
    facts: { type: 'array', items: ownFact, minItems: 1, maxItems: 100 },
    per: { type: 'string', enum: ['case', 'item'] },
    /** The date by which versions of tables and rows are chosen. `service-month` reads the fact `service_month`. */
    legalDate: { type: 'string', enum: ['application', 'decision', 'service-month'] },
    tables: { type: 'array', items: table, minItems: 1, maxItems: 20 },
    result: {
      type: 'object',
      additionalProperties: false,
      required: ['id', 'label', 'type', 'expression'],
      properties: {
        id: factId,
        label: text,
        type: { type: 'string', enum: ['money', 'decimal', 'integer', 'boolean', 'code'] },
        unit: text,
        expression,
        rounding: {
          type: 'object',
          additionalProperties: false,
          required: ['scale', 'mode'],
          properties: {
            scale: { type: 'integer', minimum: 0, maximum: 10 },
            mode: { type: 'string', enum: ['half-up', 'half-even', 'down', 'up'] },
          },
        },
      },
    },
    /** For decisions per item: how the items' results become one. */
    aggregate: {
      type: 'object',
      additionalProperties: false,
      required: ['id', 'function'],
      properties: { id: factId, function: { type: 'string', enum: ['sum', 'max', 'min', 'count'] } },
    },
    validity,
    examples: { type: 'array', items: example, maxItems: 500 },
  },
} as const;

export type DecisionDefinition = FromSchema<typeof decisionSchema>;
export type DecisionTable = FromSchema<typeof table>;
export type DecisionRule = FromSchema<typeof rule>;
export type TableColumn = FromSchema<typeof column>;
export type DecisionExample = FromSchema<typeof example>;
