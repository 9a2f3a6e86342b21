import { found } from '../problem.js';
import { defineRoute, json } from '../route.js';
import { accessLogQuery, casesQuery, pageQuery, worklistExportQuery, worklistQuery } from '../schemas/queries.js';
import { pageOf, ref } from '../schemas/shape.js';
import { xlsxType } from '../sheets/sheet.js';
import { worklistSheet } from '../sheets/worklist-sheet.js';
import { auditors, staff } from './who.js';

const defaultLimit = 50;

const myCases = defineRoute({
  id: 'listMyCases',
  method: 'get',
  path: '/my/cases',
  who: 'person',
  summary: 'Applications I filed, or my organisation.',
  query: pageQuery,
  answer: { kind: 'json', schema: pageOf(ref('CaseRow')) },
  handle: async ({ scoped, query }) => json(await scoped.myCases({ limit: defaultLimit, ...query })),
});

const inbox = defineRoute({
  id: 'listInbox',
  method: 'get',
  path: '/inbox',
  who: 'person',
  summary: 'Messages to me.',
  query: pageQuery,
  answer: { kind: 'json', schema: pageOf(ref('InboxMessage')) },
  handle: async ({ scoped, query }) => json(await scoped.inbox({ limit: defaultLimit, ...query })),
});

const readMessage = defineRoute({
  id: 'markRead',
  method: 'post',
  path: '/inbox/:id/read',
  who: 'person',
  summary: 'Mark a message as read.',
  answer: { kind: 'empty' },
  handle: async ({ scoped, params }) => {
    found((await scoped.markRead(params['id'] ?? '')) || undefined);
    return { kind: 'empty' };
  },
});

const worklist = defineRoute({
  id: 'listTasks',
  method: 'get',
  path: '/worklist',
  who: staff,
  summary: 'What waits for my posts, by due date.',
  query: worklistQuery,
  answer: { kind: 'json', schema: pageOf(ref('WorklistRow')) },
  handle: async ({ scoped, query }) => json(await scoped.worklist({ limit: defaultLimit, view: 'todo', ...query })),
});

const counts = defineRoute({
  id: 'countTasks',
  method: 'get',
  path: '/worklist/counts',
  who: staff,
  summary: 'How much waits, how much is late, how much is due soon.',
  answer: { kind: 'json', schema: ref('WorklistCounts') },
  handle: async ({ scoped }) => {
    const [todo, overdue, dueSoon] = await Promise.all([
      scoped.worklist({ view: 'todo', limit: 1 }),
      scoped.worklist({ view: 'todo', level: 'overdue', limit: 1 }),
      scoped.worklist({ view: 'todo', level: 'due-soon', limit: 1 }),
    ]);
    return json({ todo: todo.total, overdue: overdue.total, dueSoon: dueSoon.total });
  },
});

const exportWorklist = defineRoute({
  id: 'exportTasks',
  method: 'get',
  path: '/export/worklist',
  who: staff,
  summary: 'The worklist as a spreadsheet, with the same filters.',
  query: worklistExportQuery,
  answer: { kind: 'file', types: [xlsxType] },
  handle: async ({ scoped, query, locale }) => {
    const { lang, ...filters } = query;
    return worklistSheet(scoped, { view: 'todo', ...filters }, lang ?? locale);
  },
});

const cases = defineRoute({
  id: 'listCases',
  method: 'get',
  path: '/cases',
  who: staff,
  summary: 'Cases of my area, by number, name or whole identity number.',
  query: casesQuery,
  answer: { kind: 'json', schema: pageOf(ref('CaseRow')) },
  handle: async ({ scoped, query }) => json(await scoped.cases({ limit: defaultLimit, ...query })),
});

const accessLog = defineRoute({
  id: 'readAccessLog',
  method: 'get',
  path: '/access-log',
  who: auditors,
  summary: 'Who looked at whose file, and why; asked by whole name or identity number of the person looked at, or by case.',
  query: accessLogQuery,
  answer: { kind: 'json', schema: pageOf(ref('LogRow')) },
  handle: async ({ scoped, query }) => {
    const { case: caseId, ...rest } = query;
    return json(await scoped.accessLog({ limit: defaultLimit, ...rest, ...(caseId !== undefined && { caseId }) }));
  },
});

export const listRoutes = [myCases, inbox, readMessage, worklist, counts, exportWorklist, cases, accessLog];
