import { jsonBody } from './carried-type.js';

/** Bodies of requests. Plain data, so that `FromSchema` can read the types off them. */

const id = { type: 'string', minLength: 1, maxLength: 200 } as const;
const short = { type: 'string', minLength: 1, maxLength: 200 } as const;
const prose = { type: 'string', maxLength: 4000 } as const;
const date = { type: 'string', format: 'date' } as const;
const ids = { type: 'array', maxItems: 200, items: id } as const;
const answers = { type: 'object' } as const;
const vote = { type: 'string', enum: ['for', 'against', 'abstain'] } as const;

export const loginBody = jsonBody({
  type: 'object',
  additionalProperties: false,
  required: ['login', 'password'],
  properties: { login: short, password: { type: 'string', minLength: 1, maxLength: 1000 } },
} as const);

export const advanceBody = jsonBody({
  type: 'object',
  additionalProperties: false,
  required: ['to'],
  properties: { to: { type: 'string', enum: ['next-working-day', 'next-deadline'] } },
} as const);

export const newDraftBody = jsonBody({
  type: 'object',
  additionalProperties: false,
  required: ['service'],
  properties: { service: id },
} as const);

export const saveDraftBody = jsonBody({
  type: 'object',
  additionalProperties: false,
  required: ['data'],
  properties: { data: answers, page: id },
} as const);

export const submitBody = jsonBody({ type: 'object', additionalProperties: false, properties: { area: id } } as const);

export const revealBody = jsonBody({
  type: 'object',
  additionalProperties: false,
  required: ['why'],
  properties: { item: id, why: { type: 'string', minLength: 1, maxLength: 500 } },
} as const);

/** Values of a record: `null` takes one away. */
const recordValues = { type: 'object', maxProperties: 100 } as const;
const why = { type: 'string', maxLength: 1000 } as const;

export const newRecordBody = jsonBody({
  type: 'object',
  additionalProperties: false,
  required: ['values', 'reason'],
  properties: { values: recordValues, area: id, reason: why, validOn: { type: 'string', maxLength: 40 } },
} as const);

export const revealRecordBody = jsonBody({
  type: 'object',
  additionalProperties: false,
  required: ['why'],
  properties: { why: { type: 'string', minLength: 1, maxLength: 500 } },
} as const);

export const commitImportBody = jsonBody({
  type: 'object',
  additionalProperties: false,
  required: ['reason'],
  properties: { reason: why },
} as const);

export const eraseBody = jsonBody({
  type: 'object',
  additionalProperties: false,
  required: ['reason'],
  properties: {
    item: id,
    party: id,
    objection: { type: 'integer', minimum: 1 },
    agent: id,
    reason: { type: 'string', minLength: 1, maxLength: 1000 },
  },
} as const);

const objector = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'phone'],
  properties: { name: short, phone: { type: 'string', minLength: 1, maxLength: 40 } },
} as const;

export const objectionBody = jsonBody({
  type: 'object',
  additionalProperties: false,
  required: ['step', 'action', 'items', 'reason', 'objector'],
  properties: { step: id, action: id, items: ids, reason: { ...prose, minLength: 1 }, objector },
} as const);

export const trackBody = jsonBody({
  type: 'object',
  additionalProperties: false,
  required: ['number', 'code'],
  properties: { number: short, code: short },
} as const);

export const publicCaseBody = jsonBody({
  type: 'object',
  additionalProperties: false,
  required: ['service', 'data'],
  properties: { service: id, data: answers, area: id },
} as const);

export const trackActionBody = jsonBody({
  type: 'object',
  additionalProperties: false,
  required: ['number', 'code', 'step', 'action'],
  properties: { number: short, code: short, step: id, action: id, answers, reason: prose },
} as const);

export const paperCaseBody = jsonBody({
  type: 'object',
  additionalProperties: false,
  required: ['service', 'data', 'area', 'filedOn'],
  properties: {
    service: id,
    data: answers,
    attachments: ids,
    area: id,
    onBehalfOf: id,
    filedOn: date,
    channel: { type: 'string', enum: ['counter', 'paper', 'telephone'] },
  },
} as const);

const takeAction = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'step', 'action'],
  properties: {
    type: { const: 'TakeAction' },
    step: id,
    action: id,
    effectiveOn: date,
    opinion: prose,
    reason: prose,
    clause: id,
    attachments: ids,
    to: id,
    seat: id,
    items: ids,
    outcome: { type: 'string', enum: ['approve', 'hold', 'refuse', 'reopen'] },
    amount: { type: 'string', pattern: '^((0|[1-9]\\d{0,12})(\\.\\d{1,4})?|[a-z][a-z0-9-]{0,63})$' },
    list: {
      type: 'array',
      maxItems: 100,
      items: { type: 'object', additionalProperties: false, required: ['what', 'why'], properties: { what: prose, why: prose } },
    },
    objector: {
      type: 'object',
      additionalProperties: false,
      required: ['name'],
      properties: { name: short, phone: { type: 'string', maxLength: 40 } },
    },
    letter: id,
    method: { type: 'string', enum: ['hand', 'post', 'electronic', 'public-notice'] },
    receipt: prose,
    receiptFor: short,
    answers,
    assignments: {
      type: 'array',
      maxItems: 50,
      items: { type: 'object', additionalProperties: false, required: ['seat', 'person'], properties: { seat: id, person: id } },
    },
  },
} as const;

const fileSupplement = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'data'],
  properties: { type: { const: 'FileSupplement' }, data: answers, attachments: ids, effectiveOn: date },
} as const;

const takeTask = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'task'],
  properties: { type: { const: 'TakeTask' }, task: id },
} as const;

const releaseTask = { ...takeTask, properties: { type: { const: 'ReleaseTask' }, task: id } } as const;

const requestProcedure = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'procedure', 'reason'],
  properties: {
    type: { const: 'RequestProcedure' },
    procedure: id,
    clock: id,
    days: { type: 'integer', minimum: 1, maximum: 3650 },
    step: id,
    seat: id,
    substitute: id,
    batch: { type: 'integer', minimum: 1, maximum: 9999 },
    clause: id,
    reason: prose,
  },
} as const;

const voteProcedure = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'id', 'vote'],
  properties: { type: { const: 'VoteProcedure' }, id, vote, seat: id },
} as const;

const correctFact = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'fact', 'value', 'supersedes', 'reason'],
  properties: {
    type: { const: 'CorrectFact' },
    fact: id,
    item: id,
    value: { anyOf: [{ type: 'string', maxLength: 4000 }, { type: 'boolean' }] },
    supersedes: { type: 'integer', minimum: 1 },
    reason: prose,
    attachments: ids,
  },
} as const;

/** What a person sends to a case: the runtime's `CaseCommand`. */
export const commandBody = jsonBody({
  type: 'object',
  discriminator: { propertyName: 'type' },
  required: ['type'],
  oneOf: [takeAction, fileSupplement, takeTask, releaseTask, requestProcedure, voteProcedure, correctFact],
} as const);
