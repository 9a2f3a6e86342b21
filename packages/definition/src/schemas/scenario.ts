import type { FromSchema } from 'json-schema-to-ts';
import { actionId, factId, kebabId, schemaUrl, text } from './shared.js';

/** One thing that somebody does, or that happens, and what is expected afterwards. */
const scenarioStep = {
  type: 'object',
  additionalProperties: false,
  properties: {
    /** For the reader. */
    note: text,
    /** Person of `people` who acts. */
    by: kebabId,
    /** The clock is moved to this instant first (due clocks fire on the way). ISO with offset, or a date = 09:00 of that day. */
    at: { type: 'string', maxLength: 40 },
    /** Which case: `main` when left out, else the name given by an earlier `opens`. */
    case: kebabId,
    step: kebabId,
    action: actionId,
    /** Where a return goes, when the action leaves it open. */
    to: kebabId,
    /** Takes the task of the step (and of the seat) for itself, so that nobody else does it. */
    take: { type: 'boolean', const: true },
    /** Side procedure: request or vote. */
    procedure: kebabId,
    vote: { type: 'string', enum: ['request', 'for', 'against', 'abstain'] },
    clock: kebabId,
    days: { type: 'integer' },
    /** Row numbers, from 1. */
    items: { type: 'array', items: { type: 'integer', minimum: 1 } },
    outcome: { type: 'string', enum: ['approve', 'hold', 'refuse', 'reopen'] },
    opinion: { type: 'string' },
    reason: { type: 'string' },
    clause: kebabId,
    amount: { type: 'string' },
    list: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['what', 'why'],
        properties: { what: { type: 'string' }, why: { type: 'string' } },
      },
    },
    submission: { type: 'object' },
    /** Another case is filed, with `submission`, under this service; `opens` names it. */
    service: kebabId,
    entry: kebabId,
    /** The calendar opens it, by this schedule, and no person. */
    schedule: kebabId,
    /** Answers of the action's form. */
    answers: { type: 'object' },
    /** People named for seats. */
    assign: {
      type: 'array',
      items: { type: 'object', additionalProperties: false, required: ['seat', 'person'], properties: { seat: kebabId, person: kebabId } },
    },
    /** Side procedure: the member concerned and, for 回避, who takes the seat. */
    seat: kebabId,
    person: kebabId,
    substitute: kebabId,
    batch: { type: 'integer', minimum: 1 },
    /** Clerical correction of a fact, of a row where one is named: the new value. */
    correct: {
      type: 'object',
      additionalProperties: false,
      required: ['fact', 'value'],
      properties: { fact: factId, row: { type: 'integer', minimum: 1 }, value: { type: ['string', 'boolean'] } },
    },
    /** Names of files attached. */
    attachments: { type: 'array', items: { type: 'string' } },
    /** Number printed on a receipt; `letter` = the letter's own. */
    receiptFor: { type: 'string' },
    letter: kebabId,
    method: { type: 'string', enum: ['hand', 'post', 'electronic', 'public-notice'] },
    effectiveOn: { type: 'string', format: 'date' },
    /** Name for the case that this opens: a child, or one of another service. */
    opens: kebabId,
    /** The claim of these rows is held elsewhere. */
    expect: {
      type: 'object',
      additionalProperties: false,
      properties: {
        /** The command is refused with this code. */
        refused: { type: 'string' },
        issues: { type: 'array', items: { type: 'string' } },
        position: { type: 'array', items: kebabId },
        status: { type: 'string', enum: ['open', 'closed'] },
        ending: { type: 'string', enum: ['completed', 'withdrawn', 'not-accepted', 'transferred', 'terminated'] },
        /** Due dates by clock id; `paused` and `ended` where it is not running. */
        clocks: { type: 'object', additionalProperties: { type: 'string' } },
        /** Open tasks by role, as `role@step`. */
        tasks: { type: 'array', items: { type: 'string' } },
        total: { type: 'string' },
        items: {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['row'],
            properties: {
              row: { type: 'integer', minimum: 1 },
              status: { type: 'string', enum: ['open', 'held', 'approved', 'refused', 'split'] },
              amount: { type: 'string' },
              code: { type: 'string' },
              rules: { type: 'array', items: kebabId },
              outputs: { type: 'object', additionalProperties: { type: ['string', 'boolean'] } },
            },
          },
        },
        letters: { type: 'array', items: kebabId },
        remedies: { type: 'object', additionalProperties: { type: 'string' } },
        breached: { type: 'array', items: kebabId },
        facts: { type: 'object', additionalProperties: { type: ['string', 'boolean', 'integer'] } },
        /** Seats taken, as `seat@step`: person. */
        seats: { type: 'object', additionalProperties: kebabId },
        /** Register records written so far by this case, in order. */
        records: {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['register'],
            properties: {
              register: kebabId,
              key: { type: 'string' },
              refused: { type: 'string' },
              values: { type: 'object', additionalProperties: { type: ['string', 'boolean'] } },
            },
          },
        },
        escalated: { type: 'object', additionalProperties: { type: 'integer' } },
      },
    },
  },
} as const;

/** `<workflow>/scenarios/*.json`: facts and actions → expected path, deadlines, amounts, letters. A test that a clerk can read. */
export const scenarioSchema = {
  $id: 'https://careway.dev/schemas/scenario.json',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'label', 'service', 'start', 'people', 'submission', 'script'],
  properties: {
    $schema: schemaUrl,
    id: kebabId,
    label: text,
    service: kebabId,
    start: { type: 'string', maxLength: 40 },
    entry: kebabId,
    /** The calendar opens it, by this schedule, and no person. */
    schedule: kebabId,
    /** Parameters as a city may set them otherwise, for the service of the scenario. */
    params: { type: 'object', additionalProperties: { type: ['string', 'integer', 'boolean'] }, maxProperties: 50 },
    people: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'role'],
        /**
         * `also`: further roles of the same person, each in the area where it works (for segregation of duties). `party`: whom an applicant
         * acts for, the first party when left out. `anonymous`: files without a name. `channel`: how what the person does reaches us.
         */
        properties: {
          id: kebabId,
          role: kebabId,
          party: kebabId,
          anonymous: { type: 'boolean' },
          channel: { type: 'string', enum: ['online', 'counter', 'paper', 'telephone'] },
          also: { type: 'array', items: kebabId, minItems: 1, maxItems: 10 },
        },
      },
    },
    /** Register records that exist, by register id. */
    registers: { type: 'object', additionalProperties: { type: 'array', items: { type: 'object' } } },
    /** Claim keys held by other cases: one list of key values each. */
    claimsHeld: { type: 'array', items: { type: 'array', items: { type: 'string' } } },
    submission: { type: 'object' },
    /** Who files it. */
    by: kebabId,
    /** Expected right after opening. */
    expect: scenarioStep.properties.expect,
    script: { type: 'array', items: scenarioStep, maxItems: 300 },
    /** Values that a simulation starts from, not a test: no expectations are required. */
    covers: { type: 'array', items: factId },
  },
} as const;
export type Scenario = FromSchema<typeof scenarioSchema>;
export type ScenarioStep = FromSchema<typeof scenarioStep>;
