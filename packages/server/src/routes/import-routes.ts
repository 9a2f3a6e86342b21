import { found, valueOf } from '../problem.js';
import { defineRoute, json } from '../route.js';
import { commitImportBody } from '../schemas/bodies.js';
import { streamBody } from '../schemas/carried-type.js';
import { importQuery } from '../schemas/queries.js';
import { ref } from '../schemas/shape.js';
import { importContent } from '../sheets/import-content.js';
import { xlsxType } from '../sheets/sheet.js';
import { staff } from './who.js';

const answer = { kind: 'json', schema: ref('ImportView') } as const;

const start = defineRoute({
  id: 'startImport',
  method: 'post',
  path: '/registers/:register/imports',
  who: staff,
  summary:
    'Bring a file (CSV up to 200,000 rows, XLSX up to 20,000). It is checked in the background; nothing is written before it is committed.',
  query: importQuery,
  body: streamBody(['text/plain', 'text/csv', 'application/octet-stream', xlsxType], 64),
  answer: { ...answer, status: 201 },
  handle: async ({ scoped, params, query, body }) => {
    const register = found(await scoped.registers.one(params['register'] ?? ''));
    // Nothing is read for somebody who may not import.
    const content = register.mayImport ? await importContent(register, body) : ({ kind: 'text', bytes: body } as const);
    return json(valueOf(await scoped.registers.imports.start(register.id, { ...query, content })));
  },
});

const read = defineRoute({
  id: 'readImport',
  method: 'get',
  path: '/registers/:register/imports/:import',
  who: staff,
  summary: 'How far a file is, what is new, what changes, and what is wrong row by row.',
  answer,
  handle: async ({ scoped, params }) => json(found(await scoped.registers.imports.get(params['register'] ?? '', params['import'] ?? ''))),
});

const commit = defineRoute({
  id: 'commitImport',
  method: 'post',
  path: '/registers/:register/imports/:import/commit',
  who: staff,
  summary: 'Write the rows that are right, with a reason. Sent again with the same key it is done once.',
  body: commitImportBody,
  idempotent: true,
  answer,
  handle: async ({ scoped, params, body, write }) => {
    const reply = await scoped.registers.imports.commit(params['register'] ?? '', params['import'] ?? '', body.reason, write);
    return json(valueOf(reply), { replayed: reply.ok && reply.replayed });
  },
});

const discard = defineRoute({
  id: 'discardImport',
  method: 'delete',
  path: '/registers/:register/imports/:import',
  who: staff,
  summary: 'Throw a file away that is not being written.',
  answer: { kind: 'empty' },
  handle: async ({ scoped, params }) => {
    found((await scoped.registers.imports.discard(params['register'] ?? '', params['import'] ?? '')) || undefined);
    return { kind: 'empty' };
  },
});

export const importRoutes = [start, read, commit, discard];
