const text = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const citySet = { source: 'city-set' };

const workflow = {
  id: 'allowance',
  version: '1.0.0',
  label: text('津贴审批', 'Allowance approval'),
  params: [
    { id: 'review_days', label: text('审核期限', 'Days of review'), type: 'integer', value: 8, minimum: 1, maximum: 30, basis: citySet },
    {
      id: 'public_days',
      label: text('公示期', 'Days of publicity'),
      type: 'integer',
      value: 7,
      minimum: 1,
      maximum: 30,
      basis: { clause: 'rule-2' },
    },
  ],
  parties: [{ id: 'applicant', label: text('申请人', 'Applicant'), kinds: ['person', 'organisation'] }],
  facts: [
    { id: 'service_month', label: text('服务月份', 'Service month'), type: 'month', from: { kind: 'submission', field: 'month' } },
    { id: 'centre', label: text('机构', 'Centre'), type: 'code', from: { kind: 'submission', field: 'centre' } },
    {
      id: 'grade',
      label: text('等级', 'Grade'),
      type: 'integer',
      from: { kind: 'register', register: 'facilities', key: 'centre', field: 'grade' },
    },
  ],
  items: {
    label: text('老人', 'Elders'),
    field: 'roster',
    subject: 'identity',
    name: 'name',
    key: ['identity'],
    facts: [
      { id: 'name', label: text('姓名', 'Name'), type: 'text', from: { kind: 'submission', field: 'name' } },
      { id: 'identity', label: text('身份证号', 'Identity number'), type: 'identity', from: { kind: 'submission', field: 'identity' } },
      {
        id: 'level',
        label: text('失能等级', 'Level'),
        type: 'code',
        values: [{ value: 'severe', label: text('重度', 'Severe') }],
        from: { kind: 'submission', field: 'level' },
      },
    ],
  },
  entries: [
    { id: 'start', to: 'review' },
    { id: 'objection', to: 'public-notice' },
  ],
  steps: [
    {
      id: 'review',
      label: text('审核', 'Review'),
      kind: 'task',
      assignee: { role: 'clerk' },
      form: { id: 'roster', access: [{ field: 'month', mode: 'read' }] },
      clocks: ['review-limit'],
      actions: [
        {
          id: 'ACCEPT',
          label: text('通过', 'Accept'),
          kind: 'move',
          paths: [{ when: 'grade >= 2', to: 'checks' }, { to: 'public-notice' }],
        },
        { id: 'SUPPLEMENT', label: text('补正', 'Ask for more'), kind: 'supplement' },
        { id: 'WITHDRAW', label: text('撤回', 'Withdraw'), kind: 'withdraw', by: 'applicant', to: 'withdrawn' },
      ],
    },
    {
      id: 'visit',
      label: text('上门', 'Visit'),
      kind: 'task',
      assignee: { role: 'clerk' },
      actions: [{ id: 'VISITED', label: text('已上门', 'Visited'), kind: 'move', to: '$done' }],
    },
    {
      id: 'compare',
      label: text('比对', 'Compare'),
      kind: 'task',
      assignee: { role: 'clerk' },
      actions: [{ id: 'COMPARED', label: text('已比对', 'Compared'), kind: 'move', to: '$done' }],
    },
    {
      id: 'public-notice',
      label: text('公示', 'Publicity'),
      kind: 'wait',
      clocks: ['publicity'],
      shows: ['publicity'],
      actions: [
        { id: 'PERIOD_ENDED', label: text('期满', 'Period ended'), kind: 'period-ended', by: 'clock', to: 'decide' },
        { id: 'OBJECT', label: text('异议', 'Object'), kind: 'object', by: 'public', entry: 'objection' },
      ],
    },
    {
      id: 'decide',
      label: text('决定', 'Decision'),
      kind: 'task',
      assignee: { role: 'officer' },
      distinctFrom: ['review'],
      vote: {
        rule: 'ratio',
        ratio: '1/2',
        seats: [
          { id: 'first', role: 'officer' },
          { id: 'second', role: 'officer' },
        ],
        against: 'review',
      },
      actions: [
        { id: 'GRANT', label: text('同意', 'Grant'), kind: 'decide', outcome: 'grant', to: 'done', letters: ['decision-letter'] },
        { id: 'RETURN', label: text('退回', 'Return'), kind: 'return', to: 'review' },
      ],
    },
    { id: 'done', label: text('办结', 'Completed'), kind: 'end', ending: 'completed' },
    { id: 'withdrawn', label: text('已撤回', 'Withdrawn'), kind: 'end', ending: 'withdrawn' },
  ],
  blocks: [
    {
      id: 'checks',
      label: text('并行核查', 'Checks'),
      branches: [
        { id: 'on-site', entry: 'visit', members: ['visit'] },
        { id: 'on-paper', entry: 'compare', members: ['compare'] },
      ],
      join: 'all',
      to: 'public-notice',
    },
  ],
  clocks: [
    {
      id: 'review-limit',
      label: text('审核期限', 'Review'),
      param: 'review_days',
      unit: 'working-day',
      onDue: 'breach',
      owner: 'clerk',
      basis: citySet,
    },
    {
      id: 'publicity',
      label: text('公示期', 'Publicity'),
      param: 'public_days',
      unit: 'calendar-day',
      onDue: 'act',
      owner: 'clerk',
      basis: { clause: 'rule-2' },
    },
  ],
  procedures: [
    {
      id: 'extend',
      label: text('延期', 'Extension'),
      kind: 'extend-clock',
      clocks: ['review-limit'],
      request: { role: 'clerk' },
      decide: { rule: 'any', seats: [{ id: 'one', role: 'officer' }] },
      param: 'review_days',
      times: 1,
      basis: citySet,
    },
  ],
  notices: [{ id: 'arrived', on: 'step:review', to: 'applicant', text: text('已收到', 'Received') }],
};

const form = {
  id: 'roster',
  version: '1.0.0',
  label: text('花名册', 'Roster'),
  schema: {
    type: 'object',
    properties: { month: { type: 'string' }, centre: { type: 'string' }, roster: { type: 'array' } },
    required: ['month'],
  },
  fields: [
    { id: 'month', label: text('月份', 'Month'), widget: 'month' },
    { id: 'centre', label: text('机构', 'Centre'), widget: 'text', prefill: { register: 'facilities', field: 'code' } },
    {
      id: 'roster',
      label: text('老人', 'Elders'),
      widget: 'table',
      columns: [
        { id: 'name', label: text('姓名', 'Name'), widget: 'text' },
        { id: 'identity', label: text('身份证号', 'Identity number'), widget: 'identity' },
        { id: 'level', label: text('等级', 'Level'), widget: 'select', values: [{ value: 'severe', label: text('重度', 'Severe') }] },
      ],
    },
  ],
  pages: [{ id: 'one', label: text('填写', 'Fill in'), fields: ['month', 'centre', 'roster'] }],
};

const decision = {
  id: 'care-allowance',
  label: text('护理津贴', 'Care allowance'),
  workflow: 'allowance',
  per: 'item',
  legalDate: 'service-month',
  tables: [
    {
      id: 'base',
      label: text('标准', 'Rates'),
      hitPolicy: 'UNIQUE',
      inputs: [{ id: 'level', label: text('等级', 'Level'), type: 'code' }],
      outputs: [{ id: 'rate', label: text('标准', 'Rate'), type: 'money' }],
      rules: [{ id: 'severe', when: { level: '"severe"' }, then: { rate: '200.00' }, clause: 'rule-1' }],
    },
  ],
  result: { id: 'amount', label: text('金额', 'Amount'), type: 'money', expression: 'rate' },
  aggregate: { id: 'total', function: 'sum' },
};

const service = {
  id: 'care-allowance',
  label: text('护理津贴', 'Care allowance'),
  summary: text('每月发放', 'Paid monthly'),
  workflow: 'allowance',
  form: 'roster',
  decision: 'care-allowance',
  params: [{ param: 'review_days', value: 5, basis: citySet }],
  applicants: ['organisation'],
  clauses: ['rule-1'],
  papers: [{ id: 'list', label: text('名单', 'List'), why: text('核对', 'To compare'), field: 'roster' }],
  ways: [{ kind: 'online', text: text('网上', 'Online') }],
  contact: { office: text('民政局', 'Civil affairs'), telephone: '000' },
  claim: { id: 'elder-month', label: text('每人每月一份', 'One a month'), key: ['identity', 'service_month'] },
  entitlement: { register: 'grants', benefit: 'care-allowance', amount: 'amount', from: 'service_month', payee: 'applicant' },
  sequence: 'case-number',
};

const documents = {
  'pack.json': { id: 'minimal', version: '1.0.0', kind: 'base', label: text('最小配置包', 'Minimal pack'), locales: ['zh-CN', 'en'] },
  'organisation.json': {
    levels: [
      { id: 'city', label: text('市', 'City') },
      { id: 'district', label: text('区', 'District') },
    ],
    roles: [
      { id: 'clerk', label: text('经办人', 'Clerk'), kind: 'staff', level: 'district' },
      { id: 'officer', label: text('审批人', 'Officer'), kind: 'staff', level: 'city' },
      { id: 'centre-agent', label: text('机构经办', 'Agent'), kind: 'applicant' },
    ],
    sequences: [{ id: 'case-number', label: text('受理编号', 'Case number'), pattern: '{yyyy}-{n:4}' }],
  },
  'remedies.json': {
    remedies: [
      {
        id: 'review',
        label: text('行政复议', 'Review'),
        body: text('区政府', 'District government'),
        how: text('书面', 'In writing'),
        amount: 60,
        unit: 'calendar-day',
        rollover: true,
        clause: 'rule-3',
        validity: { from: '2000-01-01' },
      },
    ],
  },
  'clauses/rules.json': {
    id: 'rules',
    title: text('示例办法', 'Example rules'),
    issuer: text('示例机关', 'Example office'),
    status: 'in-force',
    validity: { from: '2020-01-01' },
    clauses: [
      { id: 'rule-1', article: '一', quote: '重度失能老人每人每月200元。' },
      { id: 'rule-2', article: '二', quote: '公示期为七日。' },
      { id: 'rule-3', article: '三', quote: '可以自送达之日起六十日内申请复议。' },
    ],
  },
  'calendars/2026.json': {
    year: 2026,
    source: text('示例通知', 'Example notice'),
    holidays: [{ date: '2026-01-01', label: text('元旦', 'New Year') }],
    makeUpDays: ['2026-01-04'],
  },
  'registers/facilities.json': {
    id: 'facilities',
    label: text('机构', 'Facilities'),
    key: 'code',
    name: 'name',
    scope: 'area',
    fields: [
      { id: 'code', label: text('编号', 'Code'), type: 'code' },
      { id: 'name', label: text('名称', 'Name'), type: 'text' },
      { id: 'grade', label: text('等级', 'Grade'), type: 'integer' },
    ],
  },
  'registers/grants.json': {
    id: 'grants',
    label: text('待遇', 'Grants'),
    key: 'code',
    name: 'code',
    scope: 'area',
    fields: [{ id: 'code', label: text('编号', 'Code'), type: 'code' }],
  },
  'letters/decision-letter.json': {
    id: 'decision-letter',
    label: text('决定书', 'Decision'),
    to: 'applicant',
    sequence: 'case-number',
    delivery: 'required',
    remedies: ['review'],
    body: [
      {
        kind: 'paragraph',
        text: text('{applicant}:{fact:service_month} 共 {total} 元。', '{applicant}: {total} for {fact:service_month}.'),
      },
    ],
  },
  'services/care-allowance.json': service,
  'schedules/yearly.json': {
    id: 'yearly',
    label: text('每年复核', 'Yearly check'),
    service: 'care-allowance',
    over: { register: 'facilities', where: 'grade >= 1' },
    when: { every: 'year', day: 1 },
    data: { centre: 'code', month: 'period' },
    basis: citySet,
  },
  'allowance/workflow.json': workflow,
  'allowance/decisions/care-allowance.json': decision,
  'allowance/scenarios/granted.json': {
    id: 'granted',
    label: text('同意', 'Granted'),
    service: 'care-allowance',
    start: '2026-01-05',
    people: [
      { id: 'agent', role: 'centre-agent' },
      { id: 'chen', role: 'clerk' },
    ],
    by: 'agent',
    submission: { month: '2025-12', centre: 'c1', roster: [] },
    script: [
      { by: 'chen', step: 'review', action: 'ACCEPT', expect: { position: ['public-notice'], clocks: { publicity: '2026-01-12' } } },
    ],
  },
  'forms/roster/form.json': form,
  'forms/roster/fixtures/valid/one.json': { month: '2025-12' },
  'forms/roster/fixtures/invalid/no-month.json': {},
};

/** Path of a document of the minimal pack. */
export type MinimalPath = keyof typeof documents;

/**
 * The documents of a small valid base pack with one of every kind, fresh at each call so that a test may change them:
 * workflow `allowance` (steps review, a block of two branches, public-notice, decide), decision and service `care-allowance`.
 */
export function minimalDocuments(): Record<string, Record<string, unknown>> {
  return JSON.parse(JSON.stringify(documents)) as Record<string, Record<string, unknown>>;
}

/** Files of the minimal pack, or of the given documents, as `parsePack` takes them. */
export function minimalPackFiles(from: Readonly<Record<string, unknown>> = documents): Record<string, string> {
  return Object.fromEntries(Object.entries(from).map(([path, document]) => [path, JSON.stringify(document, null, 2)]));
}

/** Files of an overlay over the minimal pack that sets the days of review to 10 and raises the rate to the city's own 250.00. */
export function minimalOverlayFiles(more: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  const local = structuredCopy(decision);
  Object.assign(local.tables[0]?.rules[0] ?? {}, { then: { rate: '250.00' }, source: 'city-set' });
  return minimalPackFiles({
    'pack.json': {
      id: 'minimal-city',
      version: '1.0.0',
      kind: 'overlay',
      label: text('示例市', 'Example city'),
      locales: ['zh-CN', 'en'],
      extends: { pack: 'minimal', version: '1.0.0' },
    },
    'overlay.json': { operations: [{ op: 'set-param', workflow: 'allowance', param: 'review_days', value: 10, basis: citySet }] },
    'allowance/decisions/care-allowance.json': local,
    ...more,
  });
}

function structuredCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
