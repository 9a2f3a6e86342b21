import { found, valueOf } from '../problem.js';
import { defineRoute, json } from '../route.js';
import { commandBody, eraseBody, paperCaseBody, revealBody } from '../schemas/bodies.js';
import { candidatesQuery, historyQuery, languageQuery } from '../schemas/queries.js';
import { list, ref } from '../schemas/shape.js';
import { caseRowsSheet } from '../sheets/case-rows-sheet.js';
import { xlsxType } from '../sheets/sheet.js';
import { administrators, clerks, staff } from './who.js';

const caseAnswer = { kind: 'json', schema: ref('CaseView'), etag: true } as const;

const readCase = defineRoute({
  id: 'readCase',
  method: 'get',
  path: '/cases/:id',
  who: 'person',
  summary: 'A case that one may see. One of another area does not exist.',
  answer: caseAnswer,
  handle: async ({ scoped, params }) => {
    const view = found(await scoped.case(params['id'] ?? ''));
    return json(view, { version: view.version });
  },
});

const why = defineRoute({
  id: 'readWhy',
  method: 'get',
  path: '/cases/:id/items/:item/why',
  who: 'person',
  summary: 'Why a row gets what it gets, and what would change it.',
  answer: { kind: 'json', schema: ref('WhyView') },
  handle: async ({ scoped, params }) => json(found(await scoped.why(params['id'] ?? '', params['item'] ?? ''))),
});

const candidates = defineRoute({
  id: 'readCandidates',
  method: 'get',
  path: '/cases/:id/candidates',
  who: clerks,
  summary: 'Who might be named for the seats of an assignment (action), or as a substitute (procedure): load, leave, and why not.',
  query: candidatesQuery,
  answer: { kind: 'json', schema: ref('CandidatesView') },
  handle: async ({ scoped, params, query: { step, action, procedure } }) => {
    const wanted = action === undefined ? { step, procedure: procedure ?? '' } : { step, action };
    return json(found(await scoped.candidates(params['id'] ?? '', wanted)));
  },
});

const history = defineRoute({
  id: 'readHistory',
  method: 'get',
  path: '/cases/:id/history',
  who: 'person',
  summary: 'The acts of a case, or of one row and the case, with the state of their chain.',
  query: historyQuery,
  answer: { kind: 'json', schema: ref('HistoryView') },
  handle: async ({ scoped, params, query }) =>
    json(found(await scoped.history(params['id'] ?? '', query.item === undefined ? {} : { item: query.item }))),
});

const letter = defineRoute({
  id: 'readLetter',
  method: 'get',
  path: '/cases/:id/letters/:letter',
  who: 'person',
  summary: 'A letter, ready to be read or printed.',
  answer: { kind: 'json', schema: ref('LetterText') },
  handle: async ({ scoped, params }) => json(found(await scoped.letter(params['id'] ?? '', params['letter'] ?? ''))),
});

const receipt = defineRoute({
  id: 'readReceipt',
  method: 'get',
  path: '/cases/:id/receipt',
  who: 'person',
  summary: 'The receipt of an application.',
  answer: { kind: 'json', schema: ref('ReceiptView') },
  handle: async ({ scoped, params }) => json(found(await scoped.receipt(params['id'] ?? ''))),
});

const reveal = defineRoute({
  id: 'reveal',
  method: 'post',
  path: '/cases/:id/reveal',
  who: staff,
  summary: 'Whole identity and telephone numbers, for a reason. Entered in the access log.',
  body: revealBody,
  answer: { kind: 'json', schema: ref('Revealed') },
  handle: async ({ scoped, params, body }) => json(found(await scoped.reveal(params['id'] ?? '', body.item, body.why))),
});

const command = defineRoute({
  id: 'command',
  method: 'post',
  path: '/cases/:id/commands',
  who: 'person',
  summary: 'Act on a case. Sent again with the same key it is done once and answered alike.',
  body: commandBody,
  idempotent: true,
  ifMatch: true,
  answer: caseAnswer,
  handle: async ({ scoped, params, body, write }) => {
    const reply = await scoped.command(params['id'] ?? '', body, write);
    const view = valueOf(reply);
    return json(view, { version: view.version, replayed: reply.ok && reply.replayed });
  },
});

const previewLetters = defineRoute({
  id: 'previewLetters',
  method: 'post',
  path: '/cases/:id/letter-preview',
  who: staff,
  summary: 'The letters as they would go out by this command. Nothing is recorded.',
  body: commandBody,
  answer: { kind: 'json', schema: list(ref('LetterText')) },
  handle: async ({ scoped, params, body }) => json(valueOf(await scoped.previewLetters(params['id'] ?? '', body))),
});

const erase = defineRoute({
  id: 'erase',
  method: 'post',
  path: '/cases/:id/erase',
  who: administrators,
  summary: 'Erase what is personal about somebody named in the case, everywhere; the chain of acts stays verifiable.',
  body: eraseBody,
  idempotent: true,
  answer: { kind: 'json', schema: ref('Erased') },
  handle: async ({ scoped, params, body, write }) => {
    const { reason, ...whom } = body;
    return json(valueOf(await scoped.erase({ caseId: params['id'] ?? '', ...whom }, { ...write, reason })));
  },
});

const paperCase = defineRoute({
  id: 'filePaperCase',
  method: 'post',
  path: '/paper/cases',
  who: clerks,
  summary: 'Enter at the counter what came on paper, with the day on which it came.',
  body: paperCaseBody,
  idempotent: true,
  answer: { kind: 'json', status: 201, schema: ref('ReceiptView') },
  handle: async ({ scoped, body, write }) => {
    const reply = await scoped.fileCase(body, write);
    return json(valueOf(reply), { replayed: reply.ok && reply.replayed });
  },
});

const rowsSheet = defineRoute({
  id: 'exportRows',
  method: 'get',
  path: '/cases/:id/rows.xlsx',
  who: staff,
  summary: 'The rows of a case as a spreadsheet.',
  query: languageQuery,
  answer: { kind: 'file', types: [xlsxType] },
  handle: async ({ scoped, params, query, locale }) => caseRowsSheet(found(await scoped.case(params['id'] ?? '')), query.lang ?? locale),
});

export const caseRoutes = [
  readCase,
  why,
  candidates,
  history,
  letter,
  receipt,
  reveal,
  command,
  previewLetters,
  erase,
  paperCase,
  rowsSheet,
];
