import { rootArea } from '../auth/role-kind.js';
import { clauseView, packsInForce } from '../catalogue/clause-view.js';
import { formByHash, rulesOfForm } from '../catalogue/form-of.js';
import { serviceRow, serviceView } from '../catalogue/service-view.js';
import { found } from '../problem.js';
import { defineRoute, json } from '../route.js';
import { templateQuery } from '../schemas/queries.js';
import { list, ref } from '../schemas/shape.js';
import { rosterTemplate, tableField } from '../sheets/roster-template.js';
import { csvType, xlsxType } from '../sheets/sheet.js';

const listServices = defineRoute({
  id: 'listServices',
  method: 'get',
  path: '/services',
  who: 'all',
  summary: 'What one can apply for.',
  answer: { kind: 'json', schema: list(ref('ServiceRow')) },
  handle: async ({ tenant }) => {
    const today = tenant.clock.now().slice(0, 10);
    const pack = tenant.packFor(rootArea(tenant));
    return json([...pack.services.values()].map((service) => serviceRow(pack, service, today)));
  },
});

const readService = defineRoute({
  id: 'readService',
  method: 'get',
  path: '/services/:id',
  who: 'all',
  summary: 'A service whole: papers, form, time limits, clauses, remedies.',
  answer: { kind: 'json', schema: ref('ServiceView') },
  handle: async ({ tenant, params }) => {
    const pack = tenant.packFor(rootArea(tenant));
    return json(serviceView(pack, found(pack.services.get(params['id'] ?? '')), tenant.clock.now().slice(0, 10)));
  },
});

const readForm = defineRoute({
  id: 'readForm',
  method: 'get',
  path: '/forms/:hash',
  who: 'all',
  summary: 'A form by the hash of its content.',
  answer: { kind: 'json', schema: ref('FormDefinition') },
  handle: async ({ tenant, params }) => json(found(formByHash(tenant, params['hash'] ?? ''))),
});

const readFormRules = defineRoute({
  id: 'readFormRules',
  method: 'get',
  path: '/forms/:hash/rules',
  who: 'all',
  summary: 'The decisions and parameters by which a form computes values, so that they can be shown while it is filled in.',
  answer: { kind: 'json', schema: ref('FormRules') },
  handle: async ({ tenant, params }) => json(found(rulesOfForm(tenant, params['hash'] ?? ''))),
});

const readTemplate = defineRoute({
  id: 'readTemplate',
  method: 'get',
  path: '/forms/:hash/template/:field',
  who: 'all',
  summary: 'An empty roster to fill in a spreadsheet, with one line of examples.',
  query: templateQuery,
  answer: { kind: 'file', types: [xlsxType, csvType] },
  handle: async ({ tenant, params, query, locale }) => {
    const field = found(tableField(found(formByHash(tenant, params['hash'] ?? '')), params['field'] ?? ''));
    return rosterTemplate(field, query.format ?? 'xlsx', query.lang ?? locale);
  },
});

const readClause = defineRoute({
  id: 'readClause',
  method: 'get',
  path: '/clauses/:id',
  who: 'all',
  summary: 'One article, quoted, with its validity.',
  answer: { kind: 'json', schema: ref('ClauseView') },
  handle: async ({ tenant, params }) => {
    const views = packsInForce(tenant).flatMap((pack) => clauseView(pack, params['id'] ?? '') ?? []);
    return json(found(views[0]));
  },
});

export const catalogueRoutes = [listServices, readService, readForm, readFormRules, readTemplate, readClause];
