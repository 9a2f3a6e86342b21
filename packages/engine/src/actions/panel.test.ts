import { describe, expect, it } from 'vitest';
import { compileWorkflow } from '../compile/compile-workflow.js';
import { replay } from '../evolve/evolve.js';
import { CaseRunner } from '../testing/case-runner.js';
import { panelWorkflow } from '../testing/panel-workflow.js';
import { areaPath, organisation, people, person } from '../testing/test-context.js';
import type { ValidatedSubmission } from '../types/command.js';
import type { PersonRead, RegisterRead } from '../types/context.js';

const compiled = compileWorkflow(panelWorkflow, { hash: 'panel' });
const expert = (id: string) => person(id, ['expert', 'city-1']);
const [a, b, c, d] = ['x1', 'x2', 'x3', 'x4'].map(expert) as [
  ReturnType<typeof expert>,
  ReturnType<typeof expert>,
  ReturnType<typeof expert>,
  ReturnType<typeof expert>,
];

const read = (values: RegisterRead['values']): RegisterRead => ({ version: 1, values, validOn: '2021-01-01' });
const field = (id: string) => ({ id, label: { 'zh-CN': id, en: id }, type: 'text' as const });
const registers = new Map([
  [
    'experts',
    {
      id: 'experts',
      label: { 'zh-CN': '专家', en: 'experts' },
      key: 'account',
      name: 'account',
      scope: 'tenant' as const,
      fields: [field('account'), field('status'), { ...field('employer'), reference: { register: 'employers' } }],
    },
  ],
  [
    'employers',
    {
      id: 'employers',
      label: { 'zh-CN': '单位', en: 'employers' },
      key: 'id',
      name: 'id',
      scope: 'tenant' as const,
      fields: [field('id'), field('kind')],
    },
  ],
]);

const known: Record<string, PersonRead> = Object.fromEntries(
  ['x1', 'x2', 'x3', 'x4', 'home-1', 'retired'].map((id) => [
    id,
    {
      id,
      roles: [{ role: 'expert', area: 'city-1' }],
      record: read({ account: id, status: id === 'retired' ? 'left' : 'active', employer: 'u' }),
      references: { employer: read({ id: 'u', kind: id === 'home-1' ? 'home' : 'university' }) },
    },
  ]),
);

const context = {
  organisation: {
    ...organisation,
    roles: [...organisation.roles, { id: 'expert', label: { 'zh-CN': '专家', en: 'expert' }, kind: 'staff' as const, level: 'city' }],
  },
  registers,
  people: (id: string) => known[id],
  matches: (_register: string, match: Readonly<Record<string, string>>) =>
    match.facility === 'f1' ? [read({ certificate_no: '1' }), read({ certificate_no: '2' })] : [],
};

function panel(workflow = compiled, around: typeof context = context): CaseRunner {
  const runner = new CaseRunner(workflow, { context: around });
  return runner.do(people.agent, {
    type: 'OpenCase',
    caseId: 'case-1',
    tenant: 'city',
    service: 'bed-grant',
    areaPath,
    submission: { validated: true, form: { id: 'f', hash: 'h' }, answers: { facility: 'f1' }, rows: [], attachments: [] },
    parties: [{ party: 'applicant', kind: 'organisation', subject: 'org-1', name: '某院', agents: ['agent'] }],
  });
}

const seats = (...people_: string[]) => people_.map((id, index) => ({ seat: `e${index + 1}`, person: id }));
const sheet = (form: string, answers: Record<string, string>): ValidatedSubmission => ({
  validated: true,
  form: { id: form, hash: 'h' },
  answers,
  rows: [],
  attachments: [],
});
const site = (score: string) => ({ submission: sheet('site-sheet', { score }) });
const papers = (level: string) => ({ submission: sheet('papers-sheet', { level }) });
const named = (runner = panel()) => runner.take(people.officer, 'naming', 'ASSIGN', { assignments: seats('x1', 'x2', 'x3') });

function recuse(runner: CaseRunner, more: { readonly seat: string; readonly substitute?: string }): CaseRunner {
  runner.do(people.officer, { type: 'RequestProcedure', procedure: 'recusal', step: 'site', reason: '曾在该院任职', ...more });
  const id = runner.live.procedures[0]?.id ?? '';
  return runner.do(people.head, { type: 'VoteProcedure', id, vote: 'for' });
}

describe('a panel of named people', () => {
  it('counts register records that match, and takes a stated default where nothing is known', () => {
    const { facts } = panel().live;
    expect(facts.earlier_ratings?.value).toBe('2');
    expect(facts.plaque).toMatchObject({ value: 'none', source: { kind: 'default' } });
  });

  it('opens a task for each person named, in both branches', () => {
    const { tasks } = named().live;
    expect(tasks.map(({ step, seat: id, person: who }) => `${step} ${id} ${who}`)).toEqual([
      'papers e1 x1',
      'papers e2 x2',
      'papers e3 x3',
      'site e1 x1',
      'site e2 x2',
      'site e3 x3',
    ]);
  });

  it.each([
    ['one person for two seats', seats('x1', 'x1', 'x2')],
    ['somebody unknown', seats('x1', 'x2', 'nobody')],
    ['somebody who has left', seats('x1', 'x2', 'retired')],
    ['somebody whose employer is a home, by the record that the person’s record refers to', seats('x1', 'x2', 'home-1')],
  ])('refuses to name %s', (_what, assignments) => {
    const decided = panel().tryTake(people.officer, 'naming', 'ASSIGN', { assignments });
    expect(decided).toMatchObject({ ok: false, refusal: { code: 'PERSON_NOT_ELIGIBLE' } });
  });

  describe('of whom one must be of a kind', () => {
    const assign = { steps: ['papers', 'site'], register: 'experts', key: 'account', some: 'status = "retired"' };
    const mixed = compileWorkflow(
      {
        ...panelWorkflow,
        steps: panelWorkflow.steps.map((step) =>
          step.id === 'naming' ? { ...step, actions: step.actions?.map((action) => ({ ...action, assign })) } : step,
        ),
      },
      { hash: 'mixed' },
    );
    const retiredOne = { ...known, x9: { id: 'x9', roles: known['x1']?.roles ?? [], record: read({ account: 'x9', status: 'retired' }) } };
    const people_ = (id: string) => (retiredOne as Record<string, PersonRead>)[id];
    const of = () => panel(mixed, { ...context, people: people_ });

    it('refuses people of whom nobody is', () => {
      const decided = of().tryTake(people.officer, 'naming', 'ASSIGN', { assignments: seats('x1', 'x2', 'x3') });
      expect(decided).toMatchObject({ ok: false, refusal: { code: 'PERSON_NOT_ELIGIBLE' } });
    });

    it('takes them with one who is, and no substitute for that one who is not', () => {
      const run = of().take(people.officer, 'naming', 'ASSIGN', { assignments: seats('x9', 'x2', 'x3') });
      expect(() => recuse(run, { seat: 'e1', substitute: 'x1' })).toThrow('PERSON_NOT_ELIGIBLE');
      recuse(run, { seat: 'e2', substitute: 'x1' });
      expect(run.live.seats?.find(({ step, seat: id }) => step === 'site' && id === 'e2')?.person).toBe('x1');
    });
  });

  it('does not go on while a seat is empty', () => {
    const decided = panel().tryTake(people.officer, 'naming', 'ASSIGN', { assignments: seats('x1', 'x2') });
    expect(decided).toMatchObject({ ok: false, issues: [{ code: 'SEAT_EMPTY' }] });
  });

  it('lets only the person named for a seat take it', () => {
    expect(named().tryTake(d, 'site', 'SUBMIT', site('70'))).toMatchObject({ ok: false, refusal: { code: 'NOT_ASSIGNED' } });
    expect(named().take(a, 'site', 'SUBMIT', site('70')).tryTake(a, 'site', 'SUBMIT', site('71'))).toMatchObject({
      ok: false,
      refusal: { code: 'ALREADY_VOTED' },
    });
  });

  it('asks for the form of the action, and takes none where there is none', () => {
    expect(named().tryTake(a, 'site', 'SUBMIT')).toMatchObject({ ok: false, issues: [{ code: 'FORM_REQUIRED' }] });
    expect(named().tryTake(a, 'site', 'SUBMIT', papers('x'))).toMatchObject({ ok: false, issues: [{ code: 'FORM_REQUIRED' }] });
  });

  it('puts the sheets together: mean to two decimals half up, spread, whether all say the same', () => {
    const runner = named();
    for (const [who, score] of [
      [a, '70'],
      [b, '71'],
      [c, '71.01'],
    ] as const)
      runner.take(who, 'site', 'SUBMIT', site(score));
    for (const [who, level] of [
      [a, 'good'],
      [b, 'good'],
      [c, 'fair'],
    ] as const)
      runner.take(who, 'papers', 'SUBMIT', papers(level));
    expect(runner.live.facts.site_mean?.value).toBe('70.67');
    expect(runner.live.facts.site_spread?.value).toBe('1.01');
    expect(runner.live.facts.papers_same?.value).toBe(false);
    expect(runner.live.position).toEqual(['verdict']);
    expect(runner.take(people.head, 'verdict', 'CONFIRM').live).toMatchObject({ position: ['done'], status: 'closed' });
    expect(replay(runner.acts)).toEqual(runner.live);
  });

  it('keeps the sheets of a step that is entered again on view, but counts only new ones', () => {
    const runner = named();
    for (const who of [a, b, c]) runner.take(who, 'site', 'SUBMIT', site('50')).take(who, 'papers', 'SUBMIT', papers('good'));
    runner.take(people.head, 'verdict', 'RETURN', { reason: '重新评审' });
    expect(runner.live.sheets?.filter(({ step }) => step === 'site').every(({ earlier }) => earlier)).toBe(true);
    for (const who of [a, b, c]) runner.take(who, 'site', 'SUBMIT', site('80'));
    expect(runner.live.facts.site_mean?.value).toBe('80.00');
    expect(replay(runner.acts)).toEqual(runner.live);
  });
});

describe('回避', () => {
  it('voids vote and sheet, seats the substitute in both branches and changes the mean', () => {
    const runner = named().take(a, 'site', 'SUBMIT', site('10')).take(b, 'site', 'SUBMIT', site('80'));
    recuse(runner, { seat: 'e1', substitute: 'x4' });
    expect(runner.live.facts.site_mean?.value).toBe('80.00');
    expect(runner.live.seats?.filter(({ seat: id }) => id === 'e1').map(({ step, person: who }) => [step, who])).toEqual([
      ['papers', 'x4'],
      ['site', 'x4'],
    ]);
    expect(runner.tryTake(a, 'papers', 'SUBMIT', papers('good'))).toMatchObject({ ok: false, refusal: { code: 'PERSON_RECUSED' } });
    runner.take(d, 'site', 'SUBMIT', site('82')).take(c, 'site', 'SUBMIT', site('84'));
    expect(runner.live.facts.site_mean?.value).toBe('82.00');
    expect(replay(runner.acts)).toEqual(runner.live);
  });

  it('goes on with a quorum: the seat no longer counts, and a vote that waited for it is decided', () => {
    const runner = named().take(a, 'site', 'SUBMIT', site('80')).take(b, 'site', 'SUBMIT', site('90'));
    recuse(runner, { seat: 'e3' });
    expect(runner.live.position).toEqual(['papers', 'review$b$done']);
    expect(runner.live.facts.site_mean?.value).toBe('85.00');
    expect(runner.live.tasks.map(({ step, seat: id }) => `${step} ${id}`)).toEqual(['papers e1', 'papers e2']);
  });

  it('takes the quorum from the parameter that it names', () => {
    const copy = structuredClone(panelWorkflow) as { steps: { vote?: { quorum?: number | string } }[]; params?: unknown[] };
    for (const step of copy.steps) if (step.vote) step.vote.quorum = 'least_experts';
    copy.params = [
      { id: 'least_experts', label: { 'zh-CN': '最少人数', en: 'least' }, type: 'integer', value: 3, basis: { source: 'city-set' } },
    ];
    const runner = named(panel(compileWorkflow(copy as typeof panelWorkflow, { hash: 'quorum-param' })));
    const request = { type: 'RequestProcedure', procedure: 'recusal', step: 'site', seat: 'e2', reason: '亲属' } as const;
    expect(runner.try(people.officer, request)).toMatchObject({ ok: false, refusal: { code: 'QUORUM_LOST', params: { quorum: 3 } } });
  });

  it('asks for a substitute before fewer than the quorum would remain', () => {
    const runner = recuse(named(), { seat: 'e3' });
    const decided = runner.try(people.officer, {
      type: 'RequestProcedure',
      procedure: 'recusal',
      step: 'site',
      seat: 'e2',
      reason: '亲属',
    });
    expect(decided).toMatchObject({ ok: false, refusal: { code: 'QUORUM_LOST', params: { quorum: 2 } } });
    recuse(runner, { seat: 'e2', substitute: 'x4' });
    expect(runner.live.tasks.map(({ person: who }) => who)).toEqual(['x1', 'x1', 'x4', 'x4']);
  });

  it.each([
    ['who sits already', 'x2'],
    ['who does not meet the conditions', 'home-1'],
  ])('refuses a substitute %s', (_what, substitute) => {
    const decided = named().try(people.officer, {
      type: 'RequestProcedure',
      procedure: 'recusal',
      step: 'site',
      seat: 'e1',
      substitute,
      reason: '亲属',
    });
    expect(decided).toMatchObject({ ok: false, refusal: { code: 'PERSON_NOT_ELIGIBLE' } });
  });

  it('may be asked for by the member itself and by the applicant, and is never decided by the person concerned', () => {
    const own = named().do(a, { type: 'RequestProcedure', procedure: 'recusal', step: 'site', seat: 'e1', reason: '有利害关系' });
    expect(own.live.procedures[0]).toMatchObject({ person: 'x1', requestedBy: 'x1' });
    const party = named().do(people.agent, {
      type: 'RequestProcedure',
      procedure: 'recusal',
      step: 'site',
      seat: 'e2',
      reason: '与我院有纠纷',
    });
    expect(party.live.procedures[0]).toMatchObject({ person: 'x2', requestedBy: 'agent' });
    const other = named().try(b, { type: 'RequestProcedure', procedure: 'recusal', step: 'site', seat: 'e1', reason: '别人' });
    expect(other).toMatchObject({ ok: false, refusal: { code: 'NOT_YOUR_TASK' } });
  });

  it('changes nothing when it is refused', () => {
    const runner = named().take(a, 'site', 'SUBMIT', site('80'));
    runner.do(people.officer, { type: 'RequestProcedure', procedure: 'recusal', step: 'site', seat: 'e1', reason: '?' });
    runner.do(people.head, { type: 'VoteProcedure', id: runner.live.procedures[0]?.id ?? '', vote: 'against' });
    expect(runner.live.recusals ?? []).toEqual([]);
    expect(runner.live.facts.site_mean?.value).toBe('80.00');
  });

  it('leaves the seat of a member without a substitute to the role that leads the step, where no quorum is stated', () => {
    const copy = JSON.parse(JSON.stringify(panelWorkflow)) as typeof panelWorkflow;
    for (const step of copy.steps) if (step.vote) delete step.vote.quorum;
    const runner = panel(compileWorkflow(copy, { hash: 'no-quorum' }));
    runner.take(people.officer, 'naming', 'ASSIGN', { assignments: seats('x1', 'x2', 'x3') });
    recuse(runner, { seat: 'e1' });
    const vacant = runner.live.tasks.filter(({ seat: id }) => id === undefined);
    expect(vacant.map(({ step, role }) => `${role}@${step}`)).toEqual(['officer@papers', 'officer@site']);
    runner.take(people.officer, 'papers', 'NAME', { assignments: [{ seat: 'e1', person: 'x4' }] });
    expect(runner.live.tasks.filter(({ person: who }) => who === 'x4')).toHaveLength(2);
    expect(runner.live.tasks.filter(({ seat: id }) => id === undefined)).toEqual([]);
  });
});

describe('whoever was recused at one step', () => {
  it('has no part in any other: is neither named there nor may act', () => {
    const runner = recuse(named(), { seat: 'e1', substitute: 'x4' });
    for (const who of [b, c, d]) runner.take(who, 'site', 'SUBMIT', site('70'));
    for (const who of [b, d, c]) runner.take(who, 'papers', 'SUBMIT', papers('good'));
    expect(runner.live.position).toEqual(['verdict']);
    const both = person('x1', ['expert', 'city-1'], ['head', 'district-1']);
    expect(runner.tryTake(both, 'verdict', 'CONFIRM')).toMatchObject({ ok: false, refusal: { code: 'PERSON_RECUSED' } });
    runner.take(people.head, 'verdict', 'RETURN', { reason: '重新评审' });
    const again = runner.tryTake(people.officer, 'papers', 'NAME', { assignments: [{ seat: 'e1', person: 'x1' }] });
    expect(again).toMatchObject({ ok: false, refusal: { code: 'PERSON_NOT_ELIGIBLE' }, issues: [{ path: '/assignments/0' }] });
  });
});

describe('reopen', () => {
  it('opens the closed case again, once', () => {
    const runner = named();
    for (const who of [a, b, c]) runner.take(who, 'site', 'SUBMIT', site('70')).take(who, 'papers', 'SUBMIT', papers('good'));
    runner.take(people.head, 'verdict', 'CONFIRM');
    runner.take(people.agent, 'done', 'REOPEN');
    expect(runner.live).toMatchObject({ status: 'open', position: ['naming'] });
    expect(runner.live.ending).toBeUndefined();
    expect(replay(runner.acts)).toEqual(runner.live);
  });
});
