import { found, valueOf } from '../problem.js';
import { defineRoute, json } from '../route.js';
import { newDraftBody, saveDraftBody, submitBody } from '../schemas/bodies.js';
import { checkQuery, rowsQuery } from '../schemas/queries.js';
import { bytesBody } from '../schemas/carried-type.js';
import { list, ref } from '../schemas/shape.js';
import { rosterOf } from '../sheets/read-roster.js';
import { xlsxType } from '../sheets/sheet.js';

const draft = ref('DraftView');

const prefill = defineRoute({
  id: 'prefill',
  method: 'get',
  path: '/prefill/:service',
  who: 'person',
  summary: 'What is known already, each value with its source.',
  answer: { kind: 'json', schema: ref('Prefill') },
  handle: async ({ scoped, params }) => json(await scoped.prefill(params['service'] ?? '')),
});

const listDrafts = defineRoute({
  id: 'listDrafts',
  method: 'get',
  path: '/drafts',
  who: 'person',
  summary: 'My unfinished applications.',
  answer: { kind: 'json', schema: list(draft) },
  handle: async ({ scoped }) => json(await scoped.drafts.list()),
});

const createDraft = defineRoute({
  id: 'createDraft',
  method: 'post',
  path: '/drafts',
  who: 'person',
  summary: 'Begin an application.',
  body: newDraftBody,
  answer: { kind: 'json', status: 201, schema: draft, etag: true },
  handle: async ({ scoped, tenant, body }) => {
    found(tenant.areas().some((area) => tenant.packFor(area.id).services.has(body.service)) || undefined);
    const made = await scoped.drafts.create(body.service);
    return json(made, { version: made.version });
  },
});

const readDraft = defineRoute({
  id: 'readDraft',
  method: 'get',
  path: '/drafts/:id',
  who: 'person',
  summary: 'One unfinished application.',
  answer: { kind: 'json', schema: draft, etag: true },
  handle: async ({ scoped, params }) => {
    const read = found(await scoped.drafts.get(params['id'] ?? ''));
    return json(read, { version: read.version });
  },
});

const saveDraft = defineRoute({
  id: 'saveDraft',
  method: 'put',
  path: '/drafts/:id',
  who: 'person',
  summary: 'Save what is filled in so far; it need not be right yet.',
  body: saveDraftBody,
  ifMatch: true,
  answer: { kind: 'json', schema: draft, etag: true },
  handle: async ({ scoped, params, body, write }) => {
    const saved = valueOf(await scoped.drafts.save(params['id'] ?? '', body, write.ifVersion ?? 0));
    return json(saved, { version: saved.version });
  },
});

const removeDraft = defineRoute({
  id: 'removeDraft',
  method: 'delete',
  path: '/drafts/:id',
  who: 'person',
  summary: 'Throw an unfinished application away.',
  answer: { kind: 'empty' },
  handle: async ({ scoped, params }) => {
    found((await scoped.drafts.remove(params['id'] ?? '')) || undefined);
    return { kind: 'empty' };
  },
});

const checkDraft = defineRoute({
  id: 'checkDraft',
  method: 'post',
  path: '/drafts/:id/check',
  who: 'person',
  summary: 'Everything to mend, and the amounts so far. An estimate, never a decision.',
  query: checkQuery,
  answer: { kind: 'json', schema: ref('DraftCheck') },
  handle: async ({ scoped, params, query }) => json(found(await scoped.drafts.check(params['id'] ?? '', { why: query.why === '1' }))),
});

const readRows = defineRoute({
  id: 'readRows',
  method: 'post',
  path: '/drafts/:id/rows',
  who: 'person',
  summary: 'Read a pasted or imported roster into rows. Nothing is saved.',
  query: rowsQuery,
  body: bytesBody(['text/plain', 'text/csv', 'text/tab-separated-values', 'application/octet-stream', xlsxType], 25),
  answer: { kind: 'json', schema: ref('RosterRows') },
  handle: async ({ scoped, tenant, params, query, body }) => {
    const { service, data } = found(await scoped.drafts.get(params['id'] ?? ''));
    return json(await rosterOf(tenant, { service, field: query.field, answers: data }, body));
  },
});

const submitDraft = defineRoute({
  id: 'submitDraft',
  method: 'post',
  path: '/drafts/:id/submit',
  who: 'person',
  summary: 'Submit. The draft is gone afterwards; sent again with the same key, the answer is the same receipt.',
  body: submitBody,
  idempotent: true,
  answer: { kind: 'json', status: 201, schema: ref('ReceiptView') },
  handle: async ({ scoped, params, body, write }) => {
    const id = params['id'] ?? '';
    const known = await scoped.drafts.get(id);
    // the draft tells the service; after a success it is gone, and the runtime answers by the key with the first receipt
    const reply = await scoped.fileCase({ service: '', draft: id, ...(body.area !== undefined && { area: body.area }) }, write);
    if (!reply.ok && reply.kind === 'issues') found(known);
    return json(valueOf(reply), { replayed: reply.ok && reply.replayed });
  },
});

export const draftRoutes = [prefill, listDrafts, createDraft, readDraft, saveDraft, removeDraft, checkDraft, readRows, submitDraft];
