import { actionId, basis, expression, factId, kebabId, target, text } from './shared.js';
import { registerWrite } from './register-write.js';

/** What an actor may do at a step. */
export const action = {
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
        /** What must hold of everybody who is named, in the order in which it is told. */
        conditions: {
          type: 'array',
          minItems: 1,
          maxItems: 20,
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['where', 'reason'],
            properties: {
              /** Fields of the record without which the condition asks nothing. */
              given: { type: 'array', items: factId, minItems: 1, maxItems: 5 },
              /** Over the record's fields, by `<field>_` those of records it refers to, and the facts of the case. */
              where: expression,
              /** Why somebody of whom it does not hold cannot be named; `{field}` is the value of a field. */
              reason: text,
            },
          },
        },
        /** Must hold, like a condition, of at least one of the people who then hold seats of the step. */
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
