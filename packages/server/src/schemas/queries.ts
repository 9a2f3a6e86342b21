import { queryBy } from './carried-type.js';

/** Query parameters: scalars only, so that no filter object ever comes from outside. */

const cursor = { type: 'string', maxLength: 500 } as const;
const limit = { type: 'integer', minimum: 1, maximum: 200 } as const;
const id = { type: 'string', minLength: 1, maxLength: 200 } as const;
const words = { type: 'string', maxLength: 100 } as const;
const language = { type: 'string', enum: ['zh-CN', 'en'] } as const;

export const pageQuery = queryBy({ type: 'object', additionalProperties: false, properties: { cursor, limit } } as const);

const worklistFilters = {
  view: { type: 'string', enum: ['todo', 'done', 'started'] },
  service: id,
  step: id,
  area: id,
  level: { type: 'string', enum: ['due-soon', 'overdue', 'paused', 'in-time'] },
  text: words,
  sort: { type: 'string', enum: ['due', 'opened', 'amount'] },
} as const;

export const worklistQuery = queryBy({
  type: 'object',
  additionalProperties: false,
  properties: { ...worklistFilters, cursor, limit },
} as const);

export const worklistExportQuery = queryBy({
  type: 'object',
  additionalProperties: false,
  properties: { ...worklistFilters, lang: language },
} as const);

export const casesQuery = queryBy({
  type: 'object',
  additionalProperties: false,
  properties: { text: words, service: id, status: { type: 'string', enum: ['open', 'closed'] }, cursor, limit },
} as const);

export const namedQuery = queryBy({ type: 'object', additionalProperties: false, properties: { text: words, area: id } } as const);

const recordFilters = {
  text: words,
  status: id,
  /** Indexed fields: `field:value`, several joined by `;`, each part percent-encoded. */
  match: { type: 'string', maxLength: 1000 },
  expires: { type: 'string', enum: ['past', '30', '90'] },
  sort: { type: 'string', enum: ['name', 'changed', 'until'] },
} as const;

export const recordsQuery = queryBy({
  type: 'object',
  additionalProperties: false,
  properties: { ...recordFilters, cursor, limit },
} as const);

export const recordsExportQuery = queryBy({
  type: 'object',
  additionalProperties: false,
  properties: { ...recordFilters, lang: language },
} as const);

export const importQuery = queryBy({
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: { name: { type: 'string', minLength: 1, maxLength: 200 }, area: id },
} as const);

export const accessLogQuery = queryBy({
  type: 'object',
  additionalProperties: false,
  properties: { subject: id, case: id, text: words, cursor, limit },
} as const);

export const historyQuery = queryBy({ type: 'object', additionalProperties: false, properties: { item: id } } as const);

export const checkQuery = queryBy({
  type: 'object',
  additionalProperties: false,
  properties: { why: { type: 'string', enum: ['1', '0'] } },
} as const);

export const rowsQuery = queryBy({ type: 'object', additionalProperties: false, required: ['field'], properties: { field: id } } as const);

export const templateQuery = queryBy({
  type: 'object',
  additionalProperties: false,
  properties: { format: { type: 'string', enum: ['xlsx', 'csv'] }, lang: language },
} as const);

export const languageQuery = queryBy({ type: 'object', additionalProperties: false, properties: { lang: language } } as const);

export const attachmentQuery = queryBy({
  type: 'object',
  additionalProperties: false,
  required: ['field', 'name'],
  properties: { field: id, name: { type: 'string', minLength: 1, maxLength: 200 }, draft: id, case: id },
} as const);

export const candidatesQuery = queryBy({
  type: 'object',
  additionalProperties: false,
  required: ['step'],
  properties: { step: id, action: id, procedure: id },
} as const);
