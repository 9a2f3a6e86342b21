import type { ComposedPack, FormDefinition } from '@careway/definition';

const label = (zh: string, en: string = zh) => ({ 'zh-CN': zh, en });

const role = (id: string, kind: string) => ({ id, label: label(id), kind });

/** A form with one table, as rosters are. */
export const smallForm = {
  id: 'bed-form',
  version: '1.0.0',
  label: label('床位申请', 'Bed form'),
  schema: {
    type: 'object',
    properties: {
      elders: {
        type: 'array',
        items: {
          type: 'object',
          required: ['name', 'days'],
          properties: { name: { type: 'string' }, days: { type: 'integer' }, remark: { type: 'string' } },
        },
      },
    },
  },
  fields: [
    {
      id: 'elders',
      label: label('老人名册', 'Elders'),
      widget: 'table',
      columns: [
        { id: 'name', label: label('姓名', 'Name'), widget: 'text', example: '张某' },
        { id: 'days', label: label('天数', 'Days'), widget: 'integer', example: '30' },
        { id: 'remark', label: label('备注', 'Remark'), widget: 'text' },
      ],
    },
  ],
  pages: [{ id: 'elders', label: label('名册', 'Elders'), fields: ['elders'] }],
} as unknown as FormDefinition;

/** The least a server needs of a pack: roles, one service, its workflow, form and clause. */
export const smallPack = {
  hash: 'pack-hash',
  organisation: {
    levels: [
      { id: 'city', label: label('市') },
      { id: 'street', label: label('街道') },
    ],
    roles: [
      role('applicant', 'applicant'),
      role('street-clerk', 'staff'),
      role('district-officer', 'staff'),
      role('district-supervisor', 'supervisor'),
      role('city-administrator', 'administrator'),
      role('auditor', 'auditor'),
      role('operator', 'operator'),
    ],
    sequences: [],
  },
  services: new Map([
    [
      'bed-subsidy',
      {
        id: 'bed-subsidy',
        label: label('床位补贴', 'Bed subsidy'),
        summary: label('按月', 'Monthly'),
        workflow: 'approval',
        form: 'bed-form',
        validity: { from: '2019-01-01', to: '2020-12-31' },
        applicants: ['organisation'],
        clauses: ['plan-5'],
        papers: [],
        ways: [{ kind: 'online', text: label('网上') }],
        contact: { office: label('窗口'), telephone: '0000' },
      },
    ],
  ]),
  workflows: new Map([
    [
      'approval',
      {
        id: 'approval',
        params: [{ id: 'review_days', label: label('天数'), type: 'integer', value: 8, basis: { source: 'city-set' } }],
        parties: [{ id: 'applicant', label: label('申请人'), kinds: ['organisation'] }],
        facts: [],
        items: { max: 200, facts: [] },
        steps: [{ id: 'decide', actions: [{ id: 'GRANT', letters: ['decision-letter'] }] }],
        clocks: [{ id: 'review', label: label('审核时限'), param: 'review_days', unit: 'working-day', basis: { clause: 'plan-5' } }],
      },
    ],
  ]),
  letters: new Map([['decision-letter', { id: 'decision-letter', remedies: ['review', 'lapsed'] }]]),
  remedies: new Map([
    [
      'review',
      { id: 'review', label: label('复议'), body: label('市政府'), how: label('书面'), clause: 'plan-5', validity: { from: '2018-01-01' } },
    ],
    [
      'lapsed',
      {
        id: 'lapsed',
        label: label('旧'),
        body: label('旧'),
        how: label('旧'),
        clause: 'plan-5',
        validity: { from: '2000-01-01', to: '2001-01-01' },
      },
    ],
  ]),
  clauseDocuments: new Map([
    [
      'plan',
      {
        id: 'plan',
        title: label('计划', 'Plan'),
        status: 'historical',
        validity: { from: '2019-01-01', to: '2021-12-31' },
        clauses: [{ id: 'plan-5', article: '五', quote: '分别按每人每月150元、200元的标准发放。' }],
      },
    ],
  ]),
  decisions: new Map(),
  registers: new Map([['elders', { id: 'elders' }]]),
  forms: new Map([['bed-form', smallForm]]),
  documentHashes: new Map([['form:bed-form', 'form-hash']]),
} as unknown as ComposedPack;
