import { caseViews } from './case-views.js';
import { procedureViews } from './procedure-views.js';
import { publicationViews } from './publication-views.js';
import { registerViews } from './register-views.js';
import { anything, boolean, day, decimal, instant, integer, list, mapOf, object, oneOf, ref, type Shape, string } from './shape.js';

const text = ref('LocalizedText');
const issue = ref('Issue');
const issues = list(issue);

/** Every shape of an answer, by the name OpenAPI and the types give it. */
export const components: Readonly<Record<string, Shape>> = {
  ...caseViews,
  ...procedureViews,
  ...publicationViews,
  ...registerViews,
  LocalizedText: object({ 'zh-CN': string, en: string }),
  Issue: object(
    { code: string, severity: oneOf('error', 'warning', 'info'), path: string, message: text },
    { file: string, params: mapOf({ type: ['string', 'number', 'boolean'] }), clause: string },
  ),
  Problem: object(
    { type: string, title: string, status: integer, code: string, detail: text, instance: string },
    { next: text, issues, current: integer, since: text, differences: list(ref('RecordDifference')) },
  ),
  Health: object({ status: { const: 'ok' }, tenants: list(string), version: string }),
  TenantView: object(
    {
      id: string,
      label: text,
      now: instant,
      training: boolean,
      offset: string,
      demo: boolean,
      isDefault: boolean,
      others: list(object({ id: string, label: text, isDefault: boolean })),
    },
    { notice: text, people: list(object({ login: string, name: string, role: text, password: string }, { hint: text })) },
  ),
  ClockAdvanced: object({ now: instant, fired: integer }),
  SessionView: object(
    {},
    {
      person: object({
        id: string,
        name: string,
        roles: list(object({ role: string, label: text, kind: string, area: string, areaLabel: text })),
        organisations: list(object({ key: string, name: string })),
      }),
      csrf: string,
      expiresAt: instant,
    },
  ),
  ServiceRow: object(
    { id: string, label: text, summary: text, open: boolean, applicants: list(string) },
    { target: text, benefit: text, notice: text, validity: object({ from: day }, { to: day }), internal: { const: true } },
  ),
  ServiceView: {
    type: 'object',
    required: ['id', 'label', 'summary', 'open', 'pays', 'formHash', 'form', 'clauses', 'clocks', 'remedies'],
    properties: {
      open: boolean,
      pays: boolean,
      formHash: string,
      nameField: string,
      form: ref('FormDefinition'),
      formRules: ref('FormRules'),
      clauses: list(ref('ClauseView')),
      clocks: list(object({ id: string, label: text, unit: string, basis: ref('BasisView') }, { amount: integer })),
      remedies: list(ref('RemedyView')),
      decisionSummary: object({ id: string, label: text, tables: list(object({ label: text, status: string })) }),
    },
    description: 'The service document of the pack, with what it refers to.',
  },
  FormRules: {
    type: 'object',
    required: ['decisions', 'params'],
    properties: { decisions: list({ type: 'object' }), params: list({ type: 'object' }) },
    description: 'Decision documents and parameters with the values that hold.',
  },
  FormDefinition: {
    type: 'object',
    required: ['id', 'version', 'label', 'schema', 'fields', 'pages'],
    description: 'A form document; see https://careway.dev/schemas/form.json',
  },
  Prefill: mapOf(object({ value: string, source: text })),
  DraftView: object(
    {
      id: string,
      service: string,
      version: integer,
      updatedAt: instant,
      data: mapOf(anything),
      attachments: list(ref('AttachmentRef')),
    },
    { page: string },
  ),
  DraftCheck: object(
    {
      issues,
      pages: list(object({ id: string, label: text, status: oneOf('empty', 'partial', 'done') })),
      rows: list(object({ row: integer, status: oneOf('ok', 'refused', 'manual', 'issue'), issues }, { amount: decimal, note: text })),
      total: decimal,
    },
    { why: list(ref('WhyView')), computed: list(ref('ComputedView')) },
  ),
  ComputedView: object(
    { id: string, label: text },
    { value: { type: ['string', 'integer', 'boolean'] }, missing: list(object({ field: string, label: text })), issue: ref('Issue') },
  ),
  RosterRows: object({ rows: list(mapOf(anything)), issues }, { encoding: string, headers: list(string) }),
  ReceiptView: object(
    {
      caseId: string,
      service: text,
      filedOn: day,
      applicant: string,
      items: integer,
      next: text,
      contact: object({ office: text, telephone: string }),
      trackingCode: string,
    },
    { number: string, due: day },
  ),
  InboxMessage: object({ id: string, at: instant, caseId: string, text, read: boolean }, { number: string, letter: string }),
  WorklistCounts: object({ todo: integer, overdue: integer, dueSoon: integer }),
  Revealed: mapOf(string),
  Erased: object({ erased: integer }),
  LogRow: object(
    { at: instant, person: string, what: string },
    { why: string, subject: string, caseId: string, record: object({ register: string, label: text }, { id: string }) },
  ),
  PublicityView: object(
    {
      caseId: string,
      service: text,
      applicant: string,
      area: text,
      from: day,
      rows: list(object({ item: string, row: integer, name: string, benefit: string }, { community: string })),
      howToObject: text,
    },
    { number: string, until: day, daysLeft: integer, objection: object({ step: string, action: string }) },
  ),
  AreaView: object({ id: string, label: text, level: string }, { parent: string }),
  NamedChoice: object({ name: string, answers: mapOf(string) }, { area: object({ id: string, label: text }) }),
  ObjectionReceived: object({ receivedOn: day }),
  Operations: object(
    {
      pendingEffects: integer,
      deadLetters: list(object({ id: string, caseId: string, kind: string, attempts: integer, error: string })),
      armedClocks: integer,
      cases: integer,
      schedules: list(
        object(
          { id: string, label: text, opened: integer, failed: list(object({ record: string, period: string, why: string })) },
          { ranTo: day },
        ),
      ),
    },
    { nextDue: string },
  ),
  Retried: object({ retried: boolean }),
};
