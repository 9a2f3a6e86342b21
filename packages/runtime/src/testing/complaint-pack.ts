import { type ComposedPack, composePacks, parsePack } from '@careway/definition';

const text = (zh: string, en: string = zh) => ({ 'zh-CN': zh, en });
const citySet = { source: 'city-set' } as const;
const seat = (id: string) => ({ id, role: 'investigator', assigned: true });
const field = (id: string, zh: string, widget: string, more: object = {}) => ({ id, label: text(zh, id), widget, ...more });

/** The home complained about: its key in the register, and its agent. */
export const home = { key: '91110000MA01HOME11', agent: 'agent' } as const;

const workflow = {
  id: 'complaint',
  version: '1.0.0',
  label: text('投诉', 'Complaint'),
  parties: [
    { id: 'complainant', label: text('投诉人', 'Complainant'), kinds: ['person', 'anonymous'], name: 'complainant_name' },
    {
      id: 'respondent',
      label: text('被投诉机构', 'Home complained about'),
      kinds: ['organisation'],
      from: { register: 'homes', key: 'home' },
      sees: 'own',
      facts: ['kind', 'what'],
    },
  ],
  facts: [
    { id: 'home', label: text('机构'), type: 'text', from: { kind: 'submission', field: 'home' } },
    {
      id: 'kind',
      label: text('投诉什么'),
      type: 'code',
      values: [
        { value: 'food', label: text('伙食') },
        { value: 'care', label: text('照护') },
      ],
      from: { kind: 'submission', field: 'kind' },
    },
    { id: 'what', label: text('经过'), type: 'text', from: { kind: 'submission', field: 'what' } },
    { id: 'room', label: text('房间'), type: 'text', from: { kind: 'submission', field: 'room' } },
    { id: 'complainant_name', label: text('姓名'), type: 'text', from: { kind: 'submission', field: 'complainant_name' } },
    { id: 'contact_phone', label: text('电话'), type: 'phone', from: { kind: 'submission', field: 'contact_phone' } },
    {
      id: 'severity_mean',
      label: text('严重程度'),
      type: 'decimal',
      from: { kind: 'sheets', step: 'look', field: 'severity', function: 'mean', scale: 2 },
    },
    { id: 'serious', label: text('严重'), type: 'boolean', from: { kind: 'derived', expression: 'severity_mean >= 3' } },
  ],
  entries: [{ id: 'start', to: 'intake' }],
  steps: [
    {
      id: 'intake',
      label: text('登记', 'Intake'),
      kind: 'task',
      assignee: { role: 'clerk' },
      clocks: ['intake-hours'],
      actions: [
        {
          id: 'ASSIGN',
          label: text('指派调查人员', 'Name investigators'),
          kind: 'assign',
          to: 'hearing',
          assign: {
            steps: ['look'],
            register: 'investigators',
            key: 'account',
            conditions: [{ where: 'status = "active"', reason: text('正在休假', 'On leave') }],
          },
        },
      ],
    },
    {
      id: 'statement',
      label: text('机构答辩', 'Statement'),
      kind: 'task',
      party: 'respondent',
      actions: [{ id: 'STATE', label: text('提交答辩', 'File the statement'), kind: 'move', by: 'party', to: '$done', form: 'statement' }],
    },
    {
      id: 'look',
      label: text('调查', 'Investigation'),
      kind: 'task',
      assignee: { role: 'clerk' },
      vote: { rule: 'all', seats: [seat('first'), seat('second')] },
      actions: [{ id: 'REPORT', label: text('提交调查表', 'File the report'), kind: 'move', to: '$done', form: 'report' }],
    },
    {
      id: 'reply',
      label: text('答复', 'Reply'),
      kind: 'task',
      assignee: { role: 'clerk' },
      actions: [
        {
          id: 'REPLY',
          label: text('答复', 'Reply'),
          kind: 'move',
          to: 'closed',
          requires: ['reason'],
          letters: ['reply', 'advice'],
          writes: [{ id: 'outcome', register: 'outcomes', mode: 'create', key: '"K-1"', set: { serious: 'serious' } }],
        },
      ],
    },
    {
      id: 'closed',
      label: text('已答复', 'Answered'),
      kind: 'end',
      ending: 'completed',
      actions: [
        {
          id: 'REOPEN',
          label: text('不满意，请重办', 'Not satisfied: open again'),
          kind: 'reopen',
          by: 'applicant',
          to: 'reply',
          times: 1,
          requires: ['reason'],
        },
      ],
    },
  ],
  blocks: [
    {
      id: 'hearing',
      label: text('调查与答辩', 'Hearing'),
      join: 'all',
      to: 'reply',
      branches: [
        { id: 'home', entry: 'statement', members: ['statement'] },
        { id: 'office', entry: 'look', members: ['look'] },
      ],
    },
  ],
  clocks: [
    {
      id: 'intake-hours',
      label: text('登记时限', 'Intake'),
      param: 'intake_hours',
      unit: 'hour',
      onDue: 'breach',
      owner: 'clerk',
      escalation: [{ afterDays: 0, role: 'head' }],
      basis: citySet,
    },
  ],
  params: [{ id: 'intake_hours', label: text('登记时限（小时）'), type: 'integer', value: 4, basis: citySet }],
  procedures: [
    {
      id: 'recusal',
      label: text('回避', 'Recusal'),
      kind: 'recuse',
      steps: ['look'],
      request: { role: 'clerk' },
      decide: { rule: 'any', seats: [{ id: 'head', role: 'head' }] },
      basis: citySet,
    },
  ],
  corrections: { role: 'clerk' },
};

const complaintForm = {
  id: 'complaint',
  version: '1.0.0',
  label: text('投诉表', 'Complaint'),
  schema: {
    type: 'object',
    properties: {
      home: { type: 'string' },
      kind: { type: 'string', enum: ['food', 'care'] },
      what: { type: 'string' },
      room: { type: 'string' },
      complainant_name: { type: 'string' },
      contact_phone: { type: 'string' },
    },
    required: ['home', 'kind', 'what'],
  },
  fields: [
    field('home', '机构', 'text'),
    field('kind', '投诉什么', 'radio', {
      values: [
        { value: 'food', label: text('伙食') },
        { value: 'care', label: text('照护') },
      ],
    }),
    field('what', '经过', 'textarea'),
    field('room', '房间', 'text'),
    field('complainant_name', '姓名', 'text'),
    field('contact_phone', '电话', 'phone'),
  ],
  pages: [{ id: 'all', label: text('填写'), fields: ['home', 'kind', 'what', 'room', 'complainant_name', 'contact_phone'] }],
};

const sheet = (id: string, properties: object, fields: readonly { readonly id: string }[]) => ({
  id,
  version: '1.0.0',
  label: text(id),
  schema: { type: 'object', properties, required: fields.map((known) => known.id) },
  fields,
  pages: [{ id: 'all', label: text('填写'), fields: fields.map((known) => known.id) }],
});

const letter = (id: string, to: string, words: string) => ({
  id,
  label: text(id),
  to,
  delivery: 'inbox',
  body: [{ kind: 'paragraph', text: text(words) }],
});

const register = (id: string, key: string, fields: readonly object[]) => ({
  id,
  label: text(id),
  key,
  name: 'name',
  scope: 'tenant',
  fields: [{ id: 'name', label: text('名称'), type: 'text' }, ...fields],
});

const code = (id: string) => ({ id, label: text(id), type: 'text', indexed: true });

const documents = {
  'pack.json': { id: 'complaints', version: '1.0.0', kind: 'base', label: text('投诉'), locales: ['zh-CN', 'en'] },
  'organisation.json': {
    levels: [
      { id: 'city', label: text('市') },
      { id: 'district', label: text('区') },
    ],
    roles: [
      { id: 'clerk', label: text('经办人', 'Clerk'), kind: 'staff', level: 'district' },
      { id: 'head', label: text('负责人', 'Head'), kind: 'supervisor', level: 'district' },
      { id: 'investigator', label: text('调查人员', 'Investigator'), kind: 'staff', level: 'district', sees: 'assigned' },
      { id: 'administrator', label: text('管理员', 'Administrator'), kind: 'administrator', level: 'district' },
      { id: 'citizen', label: text('群众'), kind: 'applicant' },
    ],
    sequences: [{ id: 'number', label: text('编号'), pattern: 'TS{yyyy}-{n:4}' }],
  },
  'remedies.json': { remedies: [] },
  'clauses/rules.json': {
    id: 'rules',
    title: text('办法'),
    issuer: text('机关'),
    status: 'in-force',
    validity: { from: '2020-01-01' },
    clauses: [{ id: 'rule-1', article: '一', quote: '应当答复。' }],
  },
  'registers/homes.json': register('homes', 'code', [code('code')]),
  'registers/investigators.json': register('investigators', 'account', [
    code('account'),
    { id: 'status', label: text('状态'), type: 'code', values: ['active', 'leave'].map((value) => ({ value, label: text(value) })) },
  ]),
  'registers/outcomes.json': register('outcomes', 'code', [code('code'), { id: 'serious', label: text('严重'), type: 'boolean' }]),
  'letters/reply.json': letter('reply', 'complainant', '{applicant}：关于{fact:what}，答复如下：{reason}'),
  'letters/advice.json': letter('advice', 'respondent', '有人投诉{fact:kind}：{fact:what}。{reason}'),
  'services/complaint.json': {
    id: 'complaint',
    label: text('投诉', 'Complaint'),
    summary: text('投诉养老机构'),
    workflow: 'complaint',
    form: 'complaint',
    applicants: ['person', 'anonymous'],
    clauses: ['rule-1'],
    papers: [],
    ways: [{ kind: 'online', text: text('网上') }],
    contact: { office: text('民政局'), telephone: '000' },
    sequence: 'number',
  },
  'complaint/workflow.json': workflow,
  'forms/complaint/form.json': complaintForm,
  'forms/report/form.json': sheet('report', { severity: { type: 'integer', minimum: 0, maximum: 5 }, remark: { type: 'string' } }, [
    field('severity', '严重程度', 'integer'),
    field('remark', '说明', 'textarea'),
  ]),
  'forms/statement/form.json': sheet('statement', { words: { type: 'string' } }, [field('words', '答辩', 'textarea')]),
};

/**
 * A pack in which somebody complains about a home, with a name or without: two investigators file reports of their own, the home files a
 * statement and never learns who complained.
 */
export function complaintPack(): ComposedPack {
  const files = new Map(Object.entries(documents).map(([path, document]) => [path, JSON.stringify(document)]));
  const { pack, issues } = parsePack(files);
  const composed = pack && composePacks([pack]);
  if (!composed?.composed) throw new Error(JSON.stringify([...issues, ...(composed?.issues ?? [])].slice(0, 5)));
  return composed.composed;
}
