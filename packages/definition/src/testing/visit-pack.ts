import { composePacks } from '../compose-packs.js';
import type { ComposedPack } from '../documents.js';
import { parsePack } from '../parse-pack.js';
import { minimalPackFiles } from './minimal-pack.js';
import { visitWorkflow } from './visit-workflow.js';

const text = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const field = (id: string, zh: string, widget: string, more: object = {}) => ({ id, label: text(zh, id), widget, ...more });

interface FormInput {
  readonly id: string;
  readonly properties: Readonly<Record<string, object>>;
  readonly fields: readonly { readonly id: string }[];
  readonly required?: readonly string[];
}

const form = ({ id, properties, fields, required = [] }: FormInput) => ({
  id,
  version: '1.0.0',
  label: text(id, id),
  schema: { type: 'object', properties, required },
  fields,
  pages: [{ id: 'all', label: text('填写', 'Fill in'), fields: fields.map((known) => known.id) }],
});

const string = { type: 'string', maxLength: 200 };

const request = form({
  id: 'request',
  properties: {
    elder_name: string,
    identity: { type: 'string', format: 'identity' },
    story: string,
    contact_name: string,
    contact_phone: { type: 'string', format: 'phone' },
    paper: { type: 'array' },
  },
  required: ['elder_name', 'identity'],
  fields: [
    field('elder_name', '姓名', 'text'),
    field('identity', '身份证号', 'identity'),
    field('story', '情况', 'textarea'),
    field('contact_name', '联系人', 'text', { about: 'filer' }),
    field('contact_phone', '联系电话', 'phone', { about: 'filer' }),
    field('paper', '材料', 'files', { accept: ['pdf'] }),
  ],
});

const report = form({
  id: 'report',
  properties: { severity: { type: 'integer', minimum: 0, maximum: 5 }, remark: string },
  required: ['severity'],
  fields: [field('severity', '得分', 'integer'), field('remark', '说明', 'textarea')],
});

const finding = form({
  id: 'finding',
  properties: { words: string, seen_phone: { type: 'string', format: 'phone' } },
  required: ['words'],
  fields: [field('words', '结论', 'textarea'), field('seen_phone', '邻居电话', 'phone')],
});

const decision = {
  id: 'care-level',
  label: text('照护等级', 'Level of care'),
  workflow: 'visit',
  per: 'item',
  legalDate: 'decision',
  tables: [
    {
      id: 'level',
      label: text('等级', 'Level'),
      hitPolicy: 'UNIQUE',
      inputs: [{ id: 'needy', label: text('需要照护', 'Needy'), type: 'boolean' }],
      outputs: [{ id: 'pay', label: text('金额', 'Amount'), type: 'money' }],
      rules: [
        { id: 'needy', when: { needy: 'true' }, then: { pay: '200.00' }, clause: 'rule-1' },
        { id: 'well', when: { needy: 'false' }, then: { pay: '50.00' }, clause: 'rule-1' },
      ],
    },
  ],
  result: { id: 'amount', label: text('金额', 'Amount'), type: 'money', expression: 'pay', rounding: { scale: 2, mode: 'half-up' } },
};

const register = (id: string, key: string, fields: readonly object[]) => ({
  id,
  label: text(id, id),
  key,
  name: 'elder_name',
  scope: 'tenant',
  fields,
});

const letter = (id: string, zh: string, more: object = {}) => ({
  id,
  label: text(zh, id),
  to: 'applicant',
  delivery: 'inbox',
  body: [{ kind: 'paragraph', text: text('{applicant}：{reason}{opinion}', '{applicant}: {reason}{opinion}') }],
  ...more,
});

const documents = {
  'pack.json': { id: 'visits', version: '1.0.0', kind: 'base', label: text('核查', 'Visits'), locales: ['zh-CN', 'en'] },
  'organisation.json': {
    levels: [
      { id: 'city', label: text('市', 'City') },
      { id: 'district', label: text('区', 'District') },
    ],
    roles: [
      { id: 'clerk', label: text('经办人', 'Clerk'), kind: 'staff', level: 'district' },
      { id: 'officer', label: text('审批人', 'Officer'), kind: 'staff', level: 'district' },
      { id: 'head', label: text('负责人', 'Head'), kind: 'supervisor', level: 'district' },
      { id: 'visitor', label: text('核查员', 'Visitor'), kind: 'staff', level: 'district', sees: 'assigned' },
      { id: 'administrator', label: text('管理员', 'Administrator'), kind: 'administrator', level: 'city' },
      { id: 'citizen', label: text('群众', 'Citizen'), kind: 'applicant' },
    ],
    sequences: [{ id: 'number', label: text('编号', 'Number'), pattern: 'HC{yyyy}-{n:4}' }],
  },
  'remedies.json': { remedies: [] },
  'clauses/rules.json': {
    id: 'rules',
    title: text('办法', 'Rules'),
    issuer: text('机关', 'Office'),
    status: 'in-force',
    validity: { from: '2020-01-01' },
    clauses: [{ id: 'rule-1', article: '一', quote: '需要照护的每月200元，其他的每月50元。' }],
  },
  'calendars/2026.json': { year: 2026, source: text('通知', 'Notice'), holidays: [], makeUpDays: [] },
  'registers/elders.json': register('elders', 'identity', [
    { id: 'elder_name', label: text('姓名', 'Name'), type: 'text' },
    { id: 'identity', label: text('身份证号', 'Identity'), type: 'identity', indexed: true },
    { id: 'mean', label: text('平均分', 'Mean'), type: 'decimal' },
    { id: 'words', label: text('结论', 'Finding'), type: 'text' },
  ]),
  'registers/visitors.json': register('visitors', 'account', [
    { id: 'elder_name', label: text('姓名', 'Name'), type: 'text' },
    { id: 'account', label: text('账号', 'Account'), type: 'text', indexed: true },
    {
      id: 'status',
      label: text('状态', 'Status'),
      type: 'code',
      values: ['active', 'leave'].map((value) => ({ value, label: text(value, value) })),
    },
  ]),
  'letters/asked.json': letter('asked', '通知书'),
  'letters/decided.json': letter('decided', '决定书', { delivery: 'required', sequence: 'number' }),
  'services/visit.json': {
    id: 'visit',
    label: text('上门核查', 'Visit'),
    summary: text('上门看望', 'Somebody comes'),
    workflow: 'visit',
    form: 'request',
    decision: 'care-level',
    applicants: ['person'],
    clauses: ['rule-1'],
    papers: [],
    ways: [{ kind: 'online', text: text('网上', 'Online') }],
    contact: { office: text('民政局', 'Office'), telephone: '000' },
    sequence: 'number',
  },
  'visit/workflow.json': visitWorkflow,
  'visit/decisions/care-level.json': decision,
  'forms/request/form.json': request,
  'forms/report/form.json': report,
  'forms/finding/form.json': finding,
};

/**
 * A pack in which everything can happen to one elder for whom somebody else files: sheets of named visitors, a recusal, a correction, a
 * supplement, an objection, a decision that is written into a register, revoked, delivered, and the case opened again. For tests of what
 * becomes of personal values.
 */
export function visitPack(): ComposedPack {
  const { pack, issues } = parsePack(minimalPackFiles(documents));
  const { composed, issues: composing } = pack ? composePacks([pack]) : { issues: [] };
  if (!composed) throw new Error([...issues, ...composing].map(({ code, file, path }) => `${code} ${file} ${path}`).join('\n'));
  return composed;
}
