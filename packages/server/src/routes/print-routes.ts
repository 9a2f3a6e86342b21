import type { ComposedPack } from '@careway/definition';
import { blankFormSheet, type PrintRequest, type PrintSheet, type TenantRuntime } from '@careway/runtime';
import { rootArea } from '../auth/role-kind.js';
import { formByHash } from '../catalogue/form-of.js';
import { codeName } from '../print/mark-missing.js';
import { found } from '../problem.js';
import { type Answer, defineRoute, json, type RouteRequest } from '../route.js';
import { languageQuery } from '../schemas/queries.js';
import { ref } from '../schemas/shape.js';
import { staff } from './who.js';

export const pdfType = 'application/pdf';
const pdfAnswer = { kind: 'file', types: [pdfType] } as const;

type Asked = RouteRequest<unknown, { readonly lang?: 'zh-CN' | 'en' }>;

/** A sheet as PDF. Characters that the font lacks are told in the log by their codes. */
async function pdfOf({ instance, query, locale }: Asked, sheet: PrintSheet): Promise<Answer> {
  const language = query.lang ?? locale;
  const { bytes, missing } = await instance.printer.print(sheet, language);
  if (missing.length > 0) {
    instance.logger.warn({ document: sheet.document, missing: missing.map(codeName) }, 'the printing font lacks characters');
  }
  const name = [sheet.title[language], sheet.number ?? sheet.case].filter((part) => part !== undefined).join(' ');
  return { kind: 'file', bytes, type: pdfType, name: `${name}.pdf` };
}

const sheetOf = async ({ scoped, params }: Asked, wanted: PrintRequest) => found(await scoped.print(params['id'] ?? '', wanted));
const letterOf = ({ params }: Asked) => params['letter'] ?? '';

const printLetter = defineRoute({
  id: 'printLetter',
  method: 'get',
  path: '/cases/:id/letters/:letter.pdf',
  who: 'person',
  summary: 'A letter as PDF on A4, with its number, the quoted clauses and what can be done against it.',
  query: languageQuery,
  answer: pdfAnswer,
  handle: async (request) => pdfOf(request, await sheetOf(request, { document: 'letter', letter: letterOf(request) })),
});

const readDeliveryReceipt = defineRoute({
  id: 'readDeliveryReceipt',
  method: 'get',
  path: '/cases/:id/letters/:letter/delivery-receipt',
  who: staff,
  summary: 'The proof of delivery of a letter, filled in as far as its delivery is recorded.',
  answer: { kind: 'json', schema: ref('PrintSheet') },
  handle: async (request) => json(await sheetOf(request, { document: 'delivery-receipt', letter: letterOf(request) })),
});

const printDeliveryReceipt = defineRoute({
  id: 'printDeliveryReceipt',
  method: 'get',
  path: '/cases/:id/letters/:letter/delivery-receipt.pdf',
  who: staff,
  summary: 'The proof of delivery of a letter as PDF.',
  query: languageQuery,
  answer: pdfAnswer,
  handle: async (request) => pdfOf(request, await sheetOf(request, { document: 'delivery-receipt', letter: letterOf(request) })),
});

const readApprovalForm = defineRoute({
  id: 'readApprovalForm',
  method: 'get',
  path: '/cases/:id/approval-form',
  who: staff,
  summary: 'The whole case on one form: facts, rows, rules, opinions, decision, letters, remedies, clauses.',
  answer: { kind: 'json', schema: ref('PrintSheet') },
  handle: async (request) => json(await sheetOf(request, { document: 'approval-form' })),
});

const printApprovalForm = defineRoute({
  id: 'printApprovalForm',
  method: 'get',
  path: '/cases/:id/approval-form.pdf',
  who: staff,
  summary: 'The approval form as PDF.',
  query: languageQuery,
  answer: pdfAnswer,
  handle: async (request) => pdfOf(request, await sheetOf(request, { document: 'approval-form' })),
});

const printReceipt = defineRoute({
  id: 'printReceipt',
  method: 'get',
  path: '/cases/:id/receipt.pdf',
  who: 'person',
  summary: 'The receipt of an application as PDF.',
  query: languageQuery,
  answer: pdfAnswer,
  handle: async (request) => pdfOf(request, await sheetOf(request, { document: 'receipt' })),
});

const readBlankForm = defineRoute({
  id: 'readBlankForm',
  method: 'get',
  path: '/forms/:form/blank',
  who: 'all',
  summary: 'The paper version of a form, by id or hash, to be filled in by hand.',
  answer: { kind: 'json', schema: ref('PrintSheet') },
  handle: async (request) => json(blankSheet(request)),
});

const printForm = defineRoute({
  id: 'printForm',
  method: 'get',
  path: '/forms/:form.pdf',
  who: 'all',
  summary: 'The paper version of a form as PDF.',
  query: languageQuery,
  answer: pdfAnswer,
  handle: async (request) => pdfOf(request, blankSheet(request)),
});

function blankSheet({ tenant, params }: Pick<RouteRequest, 'tenant' | 'params'>): PrintSheet {
  const pack = tenant.packFor(rootArea(tenant));
  const { form, hash } = found(formOf(tenant, pack, params['form'] ?? ''));
  const service = [...pack.services.values()].find((known) => known.form === form.id);
  return blankFormSheet(form, { service, hash, printedAt: tenant.clock.now() });
}

/** By id the form in force, by hash any that ever was. */
function formOf(tenant: TenantRuntime, pack: ComposedPack, name: string) {
  const hash = pack.documentHashes.get(`form:${name}`) ?? name;
  const form = pack.forms.get(name) ?? formByHash(tenant, name);
  return form && { form, hash };
}

/** Before the routes of cases and forms, whose parameters would take the ending for a part of an id. */
export const printRoutes = [
  printLetter,
  readDeliveryReceipt,
  printDeliveryReceipt,
  readApprovalForm,
  printApprovalForm,
  printReceipt,
  readBlankForm,
  printForm,
];
