import type { ActionDefinition, ClockDefinition, DecisionDefinition, WorkflowDefinition } from '@careway/definition';

/** A label whose two languages are the same: enough for tests. */
export const label = (text: string) => ({ 'zh-CN': text, en: text });

const basis = { source: 'city-set' } as const;

type ActionInput = Omit<ActionDefinition, 'label'>;

export const action = (input: ActionInput): ActionDefinition => ({ label: label(input.id), ...input });

export const clock = (input: Omit<ClockDefinition, 'label' | 'basis' | 'owner'> & { owner?: string }): ClockDefinition => ({
  label: label(input.id),
  basis,
  owner: 'clerk',
  ...input,
});

const param = (id: string, value: number) => ({ id, label: label(id), type: 'integer' as const, value, basis });

const withdraw = action({ id: 'WITHDRAW', kind: 'withdraw', to: 'withdrawn' });

/** Review of rows, publicity, decision, delivery: the shape of a subsidy, small. */
export const grantWorkflow: WorkflowDefinition = {
  id: 'grant',
  version: '1.0.0',
  label: label('grant'),
  params: [
    param('review_days', 5),
    param('public_days', 7),
    param('supplement_days', 5),
    param('extension_days', 5),
    param('decide_days', 10),
  ],
  parties: [{ id: 'applicant', label: label('applicant'), kinds: ['person', 'organisation'] }],
  facts: [
    {
      id: 'grade',
      label: label('grade'),
      type: 'code',
      values: ['a', 'b', 'none'].map((value) => ({ value, label: label(value) })),
      from: { kind: 'submission' },
    },
    { id: 'service_month', label: label('month'), type: 'month', from: { kind: 'submission' } },
    { id: 'urgent', label: label('urgent'), type: 'boolean', from: { kind: 'submission' } },
    { id: 'filed_on', label: label('filed'), type: 'date', from: { kind: 'system', name: 'filed-on' } },
    {
      id: 'registered',
      label: label('registered'),
      type: 'text',
      from: { kind: 'register', register: 'centres', key: 'centre', field: 'name' },
    },
    { id: 'centre', label: label('centre'), type: 'text', from: { kind: 'submission' } },
    { id: 'high_grade', label: label('high'), type: 'boolean', from: { kind: 'derived', expression: 'grade = "a"' } },
  ],
  items: {
    label: label('elders'),
    field: 'rows',
    subject: 'elder',
    name: 'elder',
    key: ['elder'],
    max: 200,
    facts: [
      { id: 'elder', label: label('elder'), type: 'identity', from: { kind: 'submission' } },
      {
        id: 'level',
        label: label('level'),
        type: 'code',
        values: ['mild', 'moderate', 'severe'].map((value) => ({ value, label: label(value) })),
        from: { kind: 'submission' },
      },
      { id: 'all_day', label: label('all day'), type: 'boolean', from: { kind: 'submission' } },
      { id: 'age', label: label('age'), type: 'integer', from: { kind: 'system', name: 'age-on-filing', field: 'elder' } },
    ],
  },
  entries: [
    { id: 'application', to: 'review' },
    { id: 'objection', to: 'objection-review' },
  ],
  steps: [
    {
      id: 'review',
      label: label('审核'),
      kind: 'task',
      assignee: { role: 'clerk' },
      clocks: ['review'],
      actions: [
        action({ id: 'ROWS', kind: 'items', requires: ['items'] }),
        action({ id: 'SUPPLEMENT', kind: 'supplement', letters: ['supplement-notice'], times: 2 }),
        action({
          id: 'PUBLISH',
          kind: 'move',
          to: 'publicity',
          guard: 'open_items = 0 and approved_items > 0',
          guardReason: label('rows are open'),
        }),
        action({ id: 'SUBMIT', kind: 'move', to: 'decision', guard: 'open_items = 0 and refused_items > 0' }),
        action({ id: 'URGENT', kind: 'move', to: 'decision', guard: 'urgent' }),
        withdraw,
      ],
    },
    {
      id: 'publicity',
      label: label('公示'),
      kind: 'wait',
      assignee: { role: 'clerk' },
      clocks: ['publicity'],
      shows: ['publicity'],
      actions: [
        action({ id: 'PERIOD_ENDED', kind: 'period-ended', to: 'decision' }),
        action({ id: 'OBJECT', kind: 'object', to: 'objection-review', entry: 'objection', requires: ['reason'] }),
        withdraw,
      ],
    },
    {
      id: 'objection-review',
      label: label('核查'),
      kind: 'task',
      assignee: { role: 'clerk' },
      distinctFrom: ['review'],
      clocks: ['review'],
      actions: [
        action({ id: 'UPHOLD', kind: 'move', to: 'review', requires: ['opinion'] }),
        action({ id: 'DISMISS', kind: 'move', to: 'remainder' }),
      ],
    },
    {
      id: 'remainder',
      label: label('剩余'),
      kind: 'wait',
      clocks: ['remainder'],
      shows: ['publicity'],
      actions: [action({ id: 'PERIOD_ENDED', kind: 'period-ended', to: 'decision' })],
    },
    {
      id: 'decision',
      label: label('审批'),
      kind: 'task',
      assignee: { role: 'officer' },
      distinctFrom: ['review', 'objection-review'],
      clocks: ['decide'],
      actions: [
        action({ id: 'GRANT', kind: 'decide', outcome: 'grant', to: 'delivery', letters: ['decision-letter'] }),
        action({ id: 'REFUSE', kind: 'decide', outcome: 'refuse', to: 'delivery', letters: ['decision-letter'], requires: ['reason'] }),
        action({ id: 'RETURN', kind: 'return', requires: ['reason'] }),
        withdraw,
      ],
    },
    {
      id: 'delivery',
      label: label('送达'),
      kind: 'task',
      assignee: { role: 'clerk' },
      clocks: ['decide'],
      actions: [
        action({
          id: 'DELIVER',
          kind: 'deliver',
          paths: [{ when: 'held_items > 0', to: 'review' }, { to: 'completed' }],
        }),
      ],
    },
    { id: 'completed', label: label('办结'), kind: 'end', ending: 'completed' },
    { id: 'withdrawn', label: label('撤回'), kind: 'end', ending: 'withdrawn' },
  ],
  clocks: [
    clock({ id: 'review', param: 'review_days', unit: 'working-day', pausesForSupplement: true, onDue: 'breach' }),
    clock({ id: 'supplement', param: 'supplement_days', unit: 'working-day', onDue: 'breach' }),
    clock({ id: 'publicity', param: 'public_days', unit: 'calendar-day', rollover: true, onDue: 'act' }),
    clock({ id: 'remainder', until: 'publicity', unit: 'calendar-day', onDue: 'act' }),
    clock({ id: 'decide', param: 'decide_days', unit: 'working-day', onDue: 'breach', owner: 'officer' }),
  ],
  procedures: [
    {
      id: 'extend-review',
      label: label('extend'),
      kind: 'extend-clock',
      clocks: ['review'],
      request: { role: 'clerk' },
      decide: {
        rule: 'all',
        seats: [
          { id: 'chief', role: 'officer' },
          { id: 'head', role: 'head' },
        ],
      },
      param: 'extension_days',
      times: 1,
      basis,
    },
  ],
  notices: [
    { id: 'filed', on: 'CaseOpened', to: 'applicant', text: label('filed') },
    { id: 'at-decision', on: 'step:decision', to: 'officer', text: label('decide') },
  ],
};

/** 100 or 200 by level, times 1.1 for grade a; grade none is left to a person; not all day is refused. */
export const grantDecision: DecisionDefinition = {
  id: 'grant-amount',
  label: label('amount'),
  workflow: 'grant',
  per: 'item',
  legalDate: 'service-month',
  tables: [
    {
      id: 'conditions',
      label: label('conditions'),
      hitPolicy: 'FIRST',
      inputs: [{ id: 'all_day', label: label('all day'), type: 'boolean' }],
      outputs: [],
      rules: [
        {
          id: 'not-all-day',
          when: { all_day: 'false' },
          then: {},
          refuse: { code: 'NOT_ALL_DAY', reason: label('not all day') },
          clause: 'art-1',
        },
        { id: 'fine', when: {}, then: {}, clause: 'art-1' },
      ],
    },
    {
      id: 'base',
      label: label('base'),
      hitPolicy: 'UNIQUE',
      inputs: [{ id: 'level', label: label('level'), type: 'code' }],
      outputs: [{ id: 'base', label: label('base'), type: 'money' }],
      rules: [
        { id: 'moderate', when: { level: '"moderate"' }, then: { base: '150.00' }, clause: 'art-2' },
        { id: 'severe', when: { level: '"severe"' }, then: { base: '200.00' }, clause: 'art-2' },
      ],
    },
    {
      id: 'factor',
      label: label('factor'),
      hitPolicy: 'UNIQUE',
      inputs: [{ id: 'grade', label: label('grade'), type: 'code' }],
      outputs: [{ id: 'factor', label: label('factor'), type: 'decimal' }],
      rules: [
        { id: 'grade-a', when: { grade: '"a"' }, then: { factor: '1.1' }, clause: 'art-2' },
        { id: 'grade-b', when: { grade: '"b"' }, then: { factor: '1' }, clause: 'art-2' },
        {
          id: 'grade-none',
          when: { grade: '"none"' },
          then: {},
          manual: { reason: label('no factor'), minimum: '50', maximum: '500' },
          clause: 'art-2',
        },
      ],
    },
  ],
  result: { id: 'amount', label: label('amount'), type: 'money', expression: 'base * factor', rounding: { scale: 2, mode: 'half-up' } },
};
