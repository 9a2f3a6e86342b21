import type { RecordListQuery } from '@careway/runtime';
import { found, refuse, valueOf } from '../problem.js';
import { defineRoute, json } from '../route.js';
import { newRecordBody, revealRecordBody } from '../schemas/bodies.js';
import { recordsExportQuery, recordsQuery, templateQuery } from '../schemas/queries.js';
import { list as listOf, pageOf, ref } from '../schemas/shape.js';
import { recordsSheet } from '../sheets/records-sheet.js';
import { registerTemplate } from '../sheets/register-template.js';
import { csvType, xlsxType } from '../sheets/sheet.js';
import { staff } from './who.js';

const defaultLimit = 50;
const recordAnswer = { kind: 'json', schema: ref('RecordView'), etag: true } as const;

const registers = defineRoute({
  id: 'listRegisters',
  method: 'get',
  path: '/registers',
  who: staff,
  summary: 'The registers, their fields, and how many records of my area each has.',
  answer: { kind: 'json', schema: listOf(ref('RegisterView')) },
  handle: async ({ scoped }) => json(await scoped.registers.all()),
});

const records = defineRoute({
  id: 'listRecords',
  method: 'get',
  path: '/registers/:register',
  who: staff,
  summary: 'Records of a register, by name, whole number or key, and by indexed fields; numbers masked.',
  query: recordsQuery,
  answer: { kind: 'json', schema: pageOf(ref('RecordRow')) },
  handle: async ({ scoped, params, query }) =>
    json(found(await scoped.registers.list(params['register'] ?? '', { limit: defaultLimit, ...filtersOf(query) }))),
});

const exportRecords = defineRoute({
  id: 'exportRecords',
  method: 'get',
  path: '/registers/:register/export.xlsx',
  who: staff,
  summary: 'The records that the same filters find, as a spreadsheet with everything personal masked. Entered in the access log.',
  query: recordsExportQuery,
  answer: { kind: 'file', types: [xlsxType] },
  handle: async ({ scoped, params, query, locale }) => {
    const { lang, ...filters } = query;
    const view = found(await scoped.registers.one(params['register'] ?? ''));
    return recordsSheet(view, valueOf(await scoped.registers.export(view.id, filtersOf(filters))), lang ?? locale);
  },
});

const template = defineRoute({
  id: 'readRegisterTemplate',
  method: 'get',
  path: '/registers/:register/template',
  who: staff,
  summary: 'An empty file with the headings for an import.',
  query: templateQuery,
  answer: { kind: 'file', types: [xlsxType, csvType] },
  handle: async ({ scoped, params, query, locale }) => {
    const view = found(await scoped.registers.one(params['register'] ?? ''));
    return registerTemplate(view, query.format ?? 'xlsx', query.lang ?? locale);
  },
});

const create = defineRoute({
  id: 'createRecord',
  method: 'post',
  path: '/registers/:register/records',
  who: staff,
  summary: 'Add a record by hand, with a reason. A number that is registered already is refused.',
  body: newRecordBody,
  idempotent: true,
  answer: { ...recordAnswer, status: 201 },
  handle: async ({ scoped, params, body, write }) => {
    const reply = await scoped.registers.create(params['register'] ?? '', body, write);
    const view = valueOf(reply);
    return json(view, { version: view.version, replayed: reply.ok && reply.replayed });
  },
});

const read = defineRoute({
  id: 'readRecord',
  method: 'get',
  path: '/registers/:register/records/:record',
  who: staff,
  summary: 'A record: each value with its source and date, cases, entitlements, what names it. Entered in the access log.',
  answer: recordAnswer,
  handle: async ({ scoped, params }) => {
    const view = found(await scoped.registers.record(params['register'] ?? '', params['record'] ?? ''));
    return json(view, { version: view.version });
  },
});

const change = defineRoute({
  id: 'changeRecord',
  method: 'put',
  path: '/registers/:register/records/:record',
  who: staff,
  summary:
    'Change a record by hand, with a reason. A masked number means “as it is”; a version that is not the newest is answered with both sides.',
  body: newRecordBody,
  idempotent: true,
  ifMatch: true,
  answer: recordAnswer,
  handle: async ({ scoped, params, body, write }) => {
    const reply = await scoped.registers.change(params['register'] ?? '', params['record'] ?? '', body, write);
    const view = valueOf(reply);
    return json(view, { version: view.version, replayed: reply.ok && reply.replayed });
  },
});

const history = defineRoute({
  id: 'readRecordHistory',
  method: 'get',
  path: '/registers/:register/records/:record/history',
  who: staff,
  summary: 'What happened to a record: who, when, why, by which case; newest first.',
  answer: { kind: 'json', schema: listOf(ref('RecordVersionView')) },
  handle: async ({ scoped, params }) => json(found(await scoped.registers.history(params['register'] ?? '', params['record'] ?? ''))),
});

const reveal = defineRoute({
  id: 'revealRecord',
  method: 'post',
  path: '/registers/:register/records/:record/reveal',
  who: staff,
  summary: 'Whole numbers of a record, for a reason. Entered in the access log.',
  body: revealRecordBody,
  answer: { kind: 'json', schema: ref('Revealed') },
  handle: async ({ scoped, params, body }) =>
    json(found(await scoped.registers.reveal(params['register'] ?? '', params['record'] ?? '', body.why))),
});

interface Filters extends Omit<RecordListQuery, 'match'> {
  readonly match?: string;
}

function filtersOf({ match, ...filters }: Filters): RecordListQuery {
  return match === undefined ? filters : { ...filters, match: matchOf(match) };
}

/** `field:value` pairs, joined by `;`, each part percent-encoded. */
function matchOf(text: string): Readonly<Record<string, string>> {
  try {
    const pairs = text.split(';').map((pair) => pair.split(':').map(decodeURIComponent));
    if (pairs.every(({ length }) => length === 2)) return Object.fromEntries(pairs as [string, string][]);
  } catch {
    // not percent-encoded text: told like every other wrong query
  }
  return refuse('REQUEST_INVALID', { count: 1 });
}

export const registerRoutes = [registers, exportRecords, template, records, create, history, reveal, read, change];
