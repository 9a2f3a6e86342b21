import type { FromSchema } from 'json-schema-to-ts';
import { registerWrite, writtenValue } from './register-write.js';
import { basis, expression, factId, kebabId, labelledValues, schemaUrl, semver, target, text } from './shared.js';
import { action } from './workflow-action.js';
import { fact } from './workflow-fact.js';

/** A figure of the procedure that a city may set: a day count, a limit, a switch. */
const param = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'label', 'type', 'value', 'basis'],
  properties: {
    id: factId,
    label: text,
    /** How it reads in the policy's wording, with `{value}` for the figure. */
    sentence: text,
    type: { type: 'string', enum: ['integer', 'decimal', 'boolean', 'code'] },
    value: { type: ['string', 'integer', 'boolean'] },
    values: labelledValues,
    minimum: { type: 'integer' },
    maximum: { type: 'integer' },
    basis,
  },
} as const;

const step = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'label', 'kind'],
  properties: {
    id: kebabId,
    label: text,
    /** `task`: a person acts · `wait`: a clock or an outcome moves it on · `end`: the case is closed */
    kind: { type: 'string', enum: ['task', 'wait', 'end'] },
    /** How the case ended, for `end` steps. */
    ending: { type: 'string', enum: ['completed', 'withdrawn', 'not-accepted', 'transferred', 'terminated'] },
    /** The party whose step it is, where no role acts. */
    party: kebabId,
    assignee: {
      type: 'object',
      additionalProperties: false,
      required: ['role'],
      properties: { role: kebabId },
    },
    /** Nobody who acted at these steps may act here. */
    distinctFrom: { type: 'array', items: kebabId, maxItems: 20 },
    vote: {
      type: 'object',
      additionalProperties: false,
      required: ['rule'],
      properties: {
        rule: { type: 'string', enum: ['any', 'all', 'ordered', 'ratio'] },
        /** Seats: one vote each, by role; `ordered` votes in this order. */
        seats: {
          type: 'array',
          minItems: 1,
          maxItems: 50,
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['id', 'role'],
            properties: {
              id: kebabId,
              role: kebabId,
              label: text,
              /** Only the person who was named for this seat may take it. */
              assigned: { type: 'boolean' },
            },
          },
        },
        /** Least number of seats that must remain when members are recused without a substitute, or the parameter that holds it; all when left out. */
        quorum: { anyOf: [{ type: 'integer', minimum: 1, maximum: 50 }, factId] },
        /** For `ratio`: the share of seats that must vote for, such as "2/3". */
        ratio: { type: 'string', pattern: '^[1-9]\\d*/[1-9]\\d*$' },
        /** Where the vote goes when it fails. */
        against: target,
      },
    },
    form: {
      type: 'object',
      additionalProperties: false,
      required: ['id'],
      properties: {
        id: kebabId,
        /** Field access at this step; what is not named is readable. */
        access: {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['field', 'mode'],
            properties: { field: factId, mode: { type: 'string', enum: ['write', 'read', 'hidden'] } },
          },
        },
      },
    },
    clocks: { type: 'array', items: kebabId, maxItems: 10 },
    actions: { type: 'array', items: action, maxItems: 30 },
    /** `keep-unchanged`: on re-entry a step whose read facts are the same gets its earlier votes back. */
    resume: { type: 'string', enum: ['reset', 'keep-unchanged'] },
    /** What people see at this step: shown publicly (公示), waiting for the applicant, … */
    shows: { type: 'array', items: { type: 'string', enum: ['publicity'] } },
  },
} as const;

/** A part with parallel branches. Branch steps are named by id; a branch may hold a block of its own. */
const block = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'label', 'branches', 'join', 'to'],
  properties: {
    id: kebabId,
    label: text,
    branches: {
      type: 'array',
      minItems: 2,
      maxItems: 20,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'entry', 'members'],
        /** `members`: ids of steps and blocks inside; a move to `$done` ends the branch. */
        properties: { id: kebabId, label: text, entry: kebabId, members: { type: 'array', items: kebabId, minItems: 1 } },
      },
    },
    join: { type: 'string', enum: ['all', 'any'] },
    to: kebabId,
  },
} as const;

/** A statutory time limit. */
const clock = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'label', 'unit', 'onDue', 'owner', 'basis'],
  properties: {
    id: kebabId,
    label: text,
    /** Parameter that holds the amount; or `until`. */
    param: factId,
    unit: { type: 'string', enum: ['hour', 'working-day', 'calendar-day', 'month', 'year'] },
    /** Runs until the due date of this other clock, of the case itself or inherited from the parent. */
    until: kebabId,
    /** Starts only where this holds when its step is entered. */
    when: expression,
    /** A last day off moves to the next working day (民法典 203). */
    rollover: { type: 'boolean' },
    /** The clock stops while a supplement is open. */
    pausesForSupplement: { type: 'boolean' },
    /** `breach`: the case is late, the owner is told · `act`: the step's `period-ended` action is taken */
    onDue: { type: 'string', enum: ['breach', 'act'] },
    /** Role that answers for it. */
    owner: kebabId,
    warnDays: { type: 'integer', minimum: 0, maximum: 60 },
    /** Who is told after a breach, level by level: calendar days after the last day, from 0. */
    escalation: {
      type: 'array',
      maxItems: 5,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['afterDays', 'role'],
        properties: { afterDays: { type: 'integer', minimum: 0, maximum: 365 }, role: kebabId },
      },
    },
    basis,
  },
} as const;

/** A small vote beside the flow whose outcome is one act. */
const procedure = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'label', 'kind', 'request', 'decide', 'basis'],
  properties: {
    id: kebabId,
    label: text,
    /**
     * `extend-clock`: the outcome extends the clock named in the request by at most `param` · `recuse` (回避): one member of the steps named
     * takes no part any more; what that member contributed is void, and a substitute is named or the quorum goes on ·
     * `revoke-decision` (撤销决定): the decision of a batch is revoked, its rows are open again and the case goes to `to` · `terminate`: the
     * case ends at `to`.
     */
    kind: { type: 'string', enum: ['extend-clock', 'recuse', 'revoke-decision', 'terminate'] },
    clocks: { type: 'array', items: kebabId, minItems: 1 },
    /** For `recuse`: steps whose members may be recused. */
    steps: { type: 'array', items: kebabId, minItems: 1, maxItems: 10 },
    /** For `revoke-decision` and `terminate`. */
    to: kebabId,
    /** Issued when it is granted. */
    letters: { type: 'array', items: kebabId, maxItems: 5 },
    /** Register records written when it is granted, such as an entitlement that ends. */
    writes: { type: 'array', items: registerWrite, maxItems: 10 },
    /** Who asks: holders of the role, and with `parties` every party of the case; a member always for itself. */
    request: {
      type: 'object',
      additionalProperties: false,
      required: ['role'],
      properties: { role: kebabId, parties: { type: 'boolean' } },
    },
    decide: {
      type: 'object',
      additionalProperties: false,
      required: ['rule', 'seats'],
      properties: {
        rule: { type: 'string', enum: ['any', 'all', 'ordered', 'ratio'] },
        ratio: { type: 'string', pattern: '^[1-9]\\d*/[1-9]\\d*$' },
        seats: {
          type: 'array',
          minItems: 1,
          items: { type: 'object', additionalProperties: false, required: ['id', 'role'], properties: { id: kebabId, role: kebabId } },
        },
      },
    },
    param: factId,
    times: { type: 'integer', minimum: 1 },
    basis,
  },
} as const;

/** `workflows/<id>/workflow.json` */
export const workflowSchema = {
  $id: 'https://careway.dev/schemas/workflow.json',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'version', 'label', 'entries', 'parties', 'facts', 'steps', 'clocks'],
  properties: {
    $schema: schemaUrl,
    id: kebabId,
    version: semver,
    label: text,
    description: text,
    params: { type: 'array', items: param, maxItems: 200 },
    parties: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'label', 'kinds'],
        properties: {
          id: kebabId,
          label: text,
          kinds: { type: 'array', items: { type: 'string', enum: ['person', 'organisation', 'anonymous', 'external'] }, minItems: 1 },
          /** An organisation named in the form: the fact that holds its key, and the register it is in. The first party is who files. */
          from: {
            type: 'object',
            additionalProperties: false,
            required: ['register', 'key'],
            properties: { register: kebabId, key: factId },
          },
          /** Of the first party: fact of the case, or of its only row, that holds its name where somebody else files for it, or nobody logs in. */
          name: factId,
          /** `own`: sees the step it acts at, letters to it and the facts in `facts`, nothing of the other parties; `all` when left out. */
          sees: { type: 'string', enum: ['all', 'own'] },
          facts: { type: 'array', items: factId, maxItems: 100 },
        },
      },
    },
    facts: { type: 'array', items: fact, maxItems: 500 },
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['label', 'field', 'subject', 'name', 'key', 'facts'],
      properties: {
        label: text,
        /** Table field of the service's form that holds the rows. */
        field: factId,
        /** Item fact that identifies the person a row concerns (the subject of its slots). */
        subject: factId,
        /** Item fact shown as the row's name. */
        name: factId,
        /** Item facts that must be unique together within a case. */
        key: { type: 'array', items: factId, minItems: 1 },
        max: { type: 'integer', minimum: 1, maximum: 200 },
        facts: { type: 'array', items: fact, maxItems: 200 },
      },
    },
    entries: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', additionalProperties: false, required: ['id', 'to'], properties: { id: kebabId, to: kebabId } },
    },
    steps: { type: 'array', items: step, minItems: 1, maxItems: 200 },
    blocks: { type: 'array', items: block, maxItems: 50 },
    clocks: { type: 'array', items: clock, maxItems: 100 },
    procedures: { type: 'array', items: procedure, maxItems: 20 },
    /** Who may correct a clerical error (更正) in what was recorded, and the letter that tells. Facts that decided something are not clerical. */
    corrections: {
      type: 'object',
      additionalProperties: false,
      required: ['role'],
      properties: { role: kebabId, letters: { type: 'array', items: kebabId, maxItems: 5 } },
    },
    notices: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'on', 'to', 'text'],
        properties: {
          id: kebabId,
          /** An act type, or `step:<id>` for entering a step. */
          on: { type: 'string', maxLength: 100 },
          /** `applicant`, or a role. */
          to: kebabId,
          text,
        },
      },
    },
  },
} as const;

export type WorkflowDefinition = FromSchema<typeof workflowSchema>;
export type StepDefinition = FromSchema<typeof step>;
export type ActionDefinition = FromSchema<typeof action>;
export type ClockDefinition = FromSchema<typeof clock>;
export type BlockDefinition = FromSchema<typeof block>;
export type FactDefinition = FromSchema<typeof fact>;
export type ParamDefinition = FromSchema<typeof param>;
export type ProcedureDefinition = FromSchema<typeof procedure>;
export type RegisterWrite = FromSchema<typeof registerWrite>;
export type WrittenValue = FromSchema<typeof writtenValue>;
