const text = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const citySet = { source: 'city-set' } as const;
const submitted = (id: string, zh: string, type: string) => ({ id, label: text(zh, id), type, from: { kind: 'submission', field: id } });
const filed = (id: string, zh: string, type: string) => ({
  id,
  label: text(zh, id),
  type,
  from: { kind: 'action', form: 'finding', field: id },
});
const any = (role: string) => ({ rule: 'any', seats: [{ id: 'one', role }] });
const move = (id: string, zh: string, to: string, more: object = {}) => ({ id, label: text(zh, id), kind: 'move', to, ...more });

/** One elder, filed by somebody else: named visitors file sheets, a finding, publicity, a decision by the tables, delivery; and all that can happen beside. */
export const visitWorkflow = {
  id: 'visit',
  version: '1.0.0',
  label: text('上门核查', 'Visit'),
  params: [
    { id: 'intake_hours', label: text('登记时限', 'Hours of intake'), type: 'integer', value: 4, basis: citySet },
    { id: 'work_days', label: text('办理期限', 'Days of work'), type: 'integer', value: 10, basis: citySet },
    { id: 'public_days', label: text('公示期', 'Days of publicity'), type: 'integer', value: 5, basis: citySet },
  ],
  parties: [{ id: 'applicant', label: text('申请人', 'Applicant'), kinds: ['person'], name: 'elder_name' }],
  facts: [
    submitted('contact_name', '联系人', 'text'),
    submitted('contact_phone', '联系电话', 'phone'),
    submitted('story', '情况', 'text'),
    filed('words', '核查结论', 'text'),
    filed('seen_phone', '邻居电话', 'phone'),
    { id: 'mean', label: text('平均分', 'Mean'), type: 'decimal', from: sheets('mean') },
    { id: 'spread', label: text('分差', 'Spread'), type: 'decimal', from: sheets('spread') },
    { id: 'needy', label: text('需要照护', 'Needy'), type: 'boolean', from: { kind: 'derived', expression: 'mean >= 3' } },
    {
      id: 'known',
      label: text('在册', 'Known'),
      type: 'integer',
      from: { kind: 'register', register: 'elders', field: 'elder_name', match: { identity: 'elder_identity' }, function: 'count' },
    },
    { id: 'elder_identity', label: text('身份证号', 'Identity'), type: 'identity', from: { kind: 'submission', field: 'identity' } },
  ],
  items: {
    label: text('老人', 'Elder'),
    field: 'elders',
    subject: 'identity',
    name: 'elder_name',
    key: ['identity'],
    max: 1,
    facts: [submitted('elder_name', '姓名', 'text'), submitted('identity', '身份证号', 'identity')],
  },
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
          label: text('指派', 'Assign'),
          kind: 'assign',
          to: 'look',
          assign: {
            steps: ['look'],
            register: 'visitors',
            key: 'account',
            conditions: [{ where: 'status = "active"', reason: text('不在岗', 'Not on duty') }],
          },
        },
        { id: 'SUPPLEMENT', label: text('补正', 'Ask for more'), kind: 'supplement', letters: ['asked'] },
        { id: 'WITHDRAW', label: text('撤回', 'Withdraw'), kind: 'withdraw', by: 'applicant', to: 'withdrawn', requires: ['reason'] },
        move('REJECT', '不予受理', 'rejected', { requires: ['reason'], letters: ['asked'] }),
      ],
    },
    {
      id: 'look',
      label: text('核查', 'Visit'),
      kind: 'task',
      assignee: { role: 'clerk' },
      vote: { rule: 'all', quorum: 1, seats: ['first', 'second'].map((id) => ({ id, role: 'visitor', assigned: true })) },
      actions: [move('REPORT', '提交核查表', 'finding', { form: 'report' })],
    },
    {
      id: 'finding',
      label: text('结论', 'Finding'),
      kind: 'task',
      assignee: { role: 'clerk' },
      clocks: ['work-days'],
      actions: [
        move('CONCLUDE', '提交结论', 'notice', { form: 'finding', evaluates: true }),
        { id: 'RETURN', label: text('退回', 'Return'), kind: 'return', to: 'look', requires: ['reason'] },
      ],
    },
    {
      id: 'notice',
      label: text('公示', 'Publicity'),
      kind: 'wait',
      assignee: { role: 'clerk' },
      clocks: ['publicity'],
      shows: ['publicity'],
      actions: [
        { id: 'ENDED', label: text('期满', 'Ended'), kind: 'period-ended', by: 'clock', to: 'decide' },
        { id: 'OBJECT', label: text('异议', 'Object'), kind: 'object', by: 'public', to: 'finding', letters: ['asked'] },
      ],
    },
    {
      id: 'decide',
      label: text('决定', 'Decision'),
      kind: 'task',
      assignee: { role: 'officer' },
      actions: [
        {
          id: 'GRANT',
          label: text('同意', 'Grant'),
          kind: 'decide',
          outcome: 'grant',
          evaluates: true,
          to: 'delivery',
          letters: ['decided'],
          writes: [record('elder_name', { mean: 'mean', words: 'words' })],
        },
        {
          id: 'REFUSE',
          label: text('不同意', 'Refuse'),
          kind: 'decide',
          outcome: 'refuse',
          to: 'delivery',
          requires: ['reason'],
          letters: ['decided'],
        },
      ],
    },
    {
      id: 'delivery',
      label: text('送达', 'Delivery'),
      kind: 'task',
      assignee: { role: 'clerk' },
      actions: [{ id: 'DELIVER', label: text('登记送达', 'Deliver'), kind: 'deliver', to: 'done' }],
    },
    {
      id: 'done',
      label: text('办结', 'Done'),
      kind: 'end',
      ending: 'completed',
      assignee: { role: 'clerk' },
      actions: [
        { id: 'REOPEN', label: text('重办', 'Again'), kind: 'reopen', by: 'applicant', to: 'intake', times: 1, requires: ['reason'] },
      ],
    },
    { id: 'rejected', label: text('不予受理', 'Rejected'), kind: 'end', ending: 'not-accepted' },
    { id: 'withdrawn', label: text('撤回', 'Withdrawn'), kind: 'end', ending: 'withdrawn' },
    { id: 'stopped', label: text('终止', 'Stopped'), kind: 'end', ending: 'terminated' },
  ],
  blocks: [],
  clocks: [
    {
      id: 'intake-hours',
      label: text('登记时限', 'Intake'),
      param: 'intake_hours',
      unit: 'hour',
      onDue: 'breach',
      owner: 'clerk',
      escalation: [
        { afterDays: 0, role: 'head' },
        { afterDays: 2, role: 'officer' },
      ],
      basis: citySet,
    },
    {
      id: 'work-days',
      label: text('办理期限', 'Work'),
      param: 'work_days',
      unit: 'working-day',
      onDue: 'breach',
      owner: 'clerk',
      pausesForSupplement: true,
      basis: citySet,
    },
    {
      id: 'publicity',
      label: text('公示期', 'Publicity'),
      param: 'public_days',
      unit: 'calendar-day',
      onDue: 'act',
      owner: 'clerk',
      basis: citySet,
    },
  ],
  procedures: [
    {
      id: 'recusal',
      label: text('回避', 'Recusal'),
      kind: 'recuse',
      steps: ['look'],
      request: { role: 'clerk', parties: true },
      decide: any('head'),
      basis: citySet,
    },
    {
      id: 'extension',
      label: text('延期', 'Extension'),
      kind: 'extend-clock',
      clocks: ['work-days'],
      param: 'work_days',
      request: { role: 'clerk' },
      decide: any('head'),
      basis: citySet,
    },
    {
      id: 'revocation',
      label: text('撤销决定', 'Revocation'),
      kind: 'revoke-decision',
      to: 'decide',
      request: { role: 'clerk' },
      decide: any('head'),
      letters: ['asked'],
      basis: citySet,
    },
    {
      id: 'termination',
      label: text('终止', 'Termination'),
      kind: 'terminate',
      to: 'stopped',
      request: { role: 'clerk' },
      decide: any('head'),
      letters: ['asked'],
      basis: citySet,
    },
  ],
  corrections: { role: 'clerk', letters: ['asked'] },
};

function sheets(name: string): object {
  return { kind: 'sheets', step: 'look', field: 'severity', function: name, ...(name === 'mean' ? { scale: 2 } : {}) };
}

function record(name: string, set: object): object {
  return { id: 'result', register: 'elders', mode: 'upsert', key: 'identity', per: 'granted-item', set: { elder_name: name, ...set } };
}
