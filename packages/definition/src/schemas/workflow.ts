import type { FromSchema } from 'json-schema-to-ts';
import {
  actionId,
  basis,
  decimal,
  expression,
  factId,
  factType,
  kebabId,
  labelledValues,
  schemaUrl,
  semver,
  target,
  text,
} from './shared.js';

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

/** A typed, named value that guards and tables may read, and where it comes from. */
export const fact = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'label', 'type', 'from'],
  properties: {
    id: factId,
    label: text,
    type: factType,
    values: labelledValues,
    minimum: decimal,
    maximum: decimal,
    /** Value where nothing gives one: said by the definition, never guessed. Without it the fact is unknown. */
    default: { type: ['string', 'boolean'] },
    from: {
      type: 'object',
      additionalProperties: false,
      required: ['kind'],
      properties: {
        /**
         * `submission`: a field of the service's form · `register`: a field of the record whose key is the fact `key`, or with `match`
         * and `function` of all records that match · `derived`: an expression · `system`: given by the engine · `action`: a field of the
         * form of an action (`form`, or any form of the step `step`), the last one filed · `sheets`: a field of the forms that the seats of
         * `step` filed, put together by `function` · `decision`: an `output` of a decision per case, as far as its tables can tell now; like
         * derived facts in the order of the document
         */
        kind: { type: 'string', enum: ['submission', 'register', 'derived', 'system', 'action', 'sheets', 'decision'] },
        field: factId,
        register: kebabId,
        key: factId,
        /**
         * Of `register`: field of the record → fact of the case that it equals, or a fixed value. A field that refers to whom the record is
         * about is matched by the identity number or the credit code of that person or organisation.
         */
        match: {
          type: 'object',
          additionalProperties: {
            anyOf: [
              factId,
              {
                type: 'object',
                additionalProperties: false,
                required: ['value'],
                properties: { value: { type: 'string', maxLength: 100 } },
              },
            ],
          },
          minProperties: 1,
          maxProperties: 5,
        },
        /**
         * `first`: of the seat that comes first · `same`: whether all sheets say the same · `count` of sheets or records ·
         * `spread`: largest minus smallest · `mean`: arithmetic, rounded half up to `scale`
         */
        function: { type: 'string', enum: ['first', 'same', 'count', 'sum', 'min', 'max', 'mean', 'spread'] },
        scale: { type: 'integer', minimum: 0, maximum: 10 },
        form: kebabId,
        step: kebabId,
        decision: kebabId,
        output: factId,
        expression,
        name: {
          type: 'string',
          enum: ['filed-on', 'today', 'service', 'applicant-kind', 'birth-date', 'age-on-filing', 'channel', 'entry', 'case-number'],
        },
      },
    },
  },
} as const;

/**
 * Where a value comes from that is written to a register: an S-FEEL expression over the facts of the case, of the row and the outputs of its
 * decision (a single fact is passed on as it is, sealed numbers too) · a date some time `after` another, by a parameter · the number
 * of the last letter of a kind · a `code` in the words of the register (`as`), where the two name the same things differently.
 */
const writtenValue = {
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
const registerWrite = {
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

/** What an actor may do at a step. */
const action = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'label', 'kind'],
  properties: {
    id: actionId,
    label: text,
    /**
     * `move` takes the position on (and counts as a vote where the step has one) · `decide` moves and makes the batch's row decisions
     * final · `return` goes back to a visited step · `items` decides rows, the position stays · `supplement` asks for 补正, the position
     * stays and clocks pause · `deliver` records the delivery of a letter · `withdraw` ends the case at the applicant's wish · `object`
     * files an objection (rows named are split into a child case) · `period-ended` is taken by a clock, never by a person · `deemed`: the
     * same, and the conclusion is ordered by the clause that `basis` names (视为受理) · `assign` names the people who take the seats of a
     * step; it moves only where it has a target · `reopen`: at an end step, opens the closed case again.
     */
    kind: {
      type: 'string',
      enum: [
        'move',
        'decide',
        'return',
        'items',
        'supplement',
        'deliver',
        'withdraw',
        'object',
        'period-ended',
        'deemed',
        'assign',
        'reopen',
      ],
    },
    /** Who may take it, where that is not the step's assignee. `party`: the party whose step it is. */
    by: { type: 'string', enum: ['assignee', 'applicant', 'party', 'public', 'clock'] },
    /** Target step or block, when there is but one. */
    to: target,
    /** Guarded targets in order; the last has no guard. */
    paths: {
      type: 'array',
      minItems: 1,
      maxItems: 20,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['to'],
        properties: { when: expression, to: target, label: text },
      },
    },
    /** Must hold for the action to be available; `guardReason` says why it is not. */
    guard: expression,
    guardReason: text,
    /** `reject` in a vote counts against; everything else counts for. */
    vote: { type: 'string', enum: ['for', 'against', 'abstain'] },
    /** For `decide`: what becomes of the batch's approved rows. */
    outcome: { type: 'string', enum: ['grant', 'refuse'] },
    /** For `decide`: takes the place of the decision that stands; its rows are decided anew. */
    replaces: { type: 'boolean' },
    requires: {
      type: 'array',
      /** `receipt`: the number printed on the receipt of a letter, which must be the letter's own. */
      items: { type: 'string', enum: ['opinion', 'reason', 'clause', 'evidence', 'items', 'receipt'] },
    },
    /** Form that is filled in to take it; its answers become facts (`action`, `sheets`). In a vote each seat files its own sheet. */
    form: kebabId,
    /** For `move` and `decide`: rows still open take the result of the tables, approved or refused. */
    evaluates: { type: 'boolean' },
    /** For `assign`: whose seats are filled, and what must hold of the person's record. */
    assign: {
      type: 'object',
      additionalProperties: false,
      required: ['steps'],
      properties: {
        /** Steps whose seats take the people named; a seat id names the same person in each. */
        steps: { type: 'array', items: kebabId, minItems: 1, maxItems: 10 },
        /** Register with a record of each person who may be named, found by `key` = the person's id. */
        register: kebabId,
        key: factId,
        /** Over the record's fields and the facts of the case. */
        where: expression,
        whereReason: text,
        /** Must hold, like `where`, of at least one of the people who then hold seats of the step. */
        some: expression,
        someReason: text,
        /** Nobody who acted at these steps, of this case or of the case it comes from. */
        distinctFrom: { type: 'array', items: kebabId, maxItems: 20 },
      },
    },
    writes: { type: 'array', items: registerWrite, maxItems: 10 },
    /** Letters issued by this action. */
    letters: { type: 'array', items: kebabId, maxItems: 5 },
    /** For `supplement`: the applicant's time limit, started by the request, ended when the supplement is filed. */
    clock: kebabId,
    /** How often it may be taken in one case. */
    times: { type: 'integer', minimum: 1, maximum: 99 },
    /** Child case opened for the rows split off: its entry. */
    entry: kebabId,
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
