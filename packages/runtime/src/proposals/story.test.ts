import { beforeEach, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../memory/index.js';
import { CityOffice, service } from '../testing/city-office.js';
import type { ProposalEdit, PublicationDesk } from '../publication-desk.js';
import type { Reply } from '../runtime.js';
import type { ParameterView, ProposalView } from '../views.js';

const rate = 'cell:family-bed-operating-subsidy/base-rate/base-moderate/then/base';
const days = 'param:subsidy-approval/accept_days';

let office: CityOffice;
beforeEach(async () => {
  office = await CityOffice.open();
});

const desk = async (login: string): Promise<PublicationDesk> => (await office.as(login)).publications;

async function parameter(key: string, on?: string): Promise<ParameterView> {
  const view = await (await desk('administrator')).parameters('hohhot', on);
  const found = view?.parameters.find((known) => known.key === key);
  if (!found) throw new Error(`no parameter ${key}`);
  return found;
}

function done<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.value;
}

const told = (reply: Reply<unknown>) => (reply.ok ? 'done' : reply.kind === 'refused' ? reply.refusal.code : reply.kind);

async function draft(values: Readonly<Record<string, string>>, edit: Partial<ProposalEdit> = {}, login = 'administrator') {
  const mine = await desk(login);
  const fresh = done(await mine.create('hohhot', office.key));
  const changes = await Promise.all(
    Object.entries(values).map(async ([key, value]) => ({
      parameter: key,
      value,
      expects: (await parameter(key, edit.effectiveFrom)).expects,
    })),
  );
  const wanted = { effectiveFrom: '2021-08-01', note: '市长办公会纪要〔2021〕7号', changes, ...edit };
  return done(await mine.save(fresh.id, wanted, fresh.version));
}

async function submit(proposal: ProposalView, login = 'administrator'): Promise<ProposalView> {
  const mine = await desk(login);
  const { scenarios } = done(await mine.checks(proposal.id));
  return done(
    await mine.submit(
      proposal.id,
      scenarios.expected.map(({ id }) => id),
      proposal.version,
    ),
  );
}

async function publish(values: Readonly<Record<string, string>>, edit: Partial<ProposalEdit> = {}): Promise<ProposalView> {
  const submitted = await submit(await draft(values, edit));
  return done(await (await desk('administrator-b')).publish(submitted.id, '已核对', submitted.version));
}

/** What a moderately disabled elder of a level-4 home gets for a service month: a whole application, evaluated. */
async function amountIn(month: string): Promise<string> {
  const row = office.application(12).rows as readonly { disability_level: string }[];
  const moderate = row.filter(({ disability_level }) => disability_level === 'moderate').slice(0, 1);
  const data = { ...office.application(1), service_month: month, rows: moderate };
  const agent = await office.as('agent-a');
  const made = await agent.drafts.create(service);
  done(await agent.drafts.save(made.id, { data }, made.version));
  return (await agent.drafts.check(made.id))?.total ?? '';
}

describe('the figures of the pack in force', () => {
  it('read as the policy words them, with range, clause and where they come from', async () => {
    expect(await parameter(rate)).toMatchObject({
      group: 'rate',
      sentence: { 'zh-CN': '中度失能失智老人，每人每月{value}元' },
      value: '150',
      words: { 'zh-CN': '150.00' },
      minimum: '0',
      basis: { source: 'clause', clause: { article: '五(二)3' } },
      legalDate: 'service-month',
      origin: { 'zh-CN': '呼和浩特市' },
      inForceFrom: '2019-09-29',
    });
    expect(await parameter(days)).toMatchObject({
      group: 'days',
      sentence: { 'zh-CN': '收到申请后，街道在{value}个工作日内决定受不受理' },
      value: '5',
      minimum: '1',
      maximum: '60',
      basis: { source: 'city-set' },
      legalDate: 'opening',
      origin: { 'zh-CN': '养老服务基础包' },
    });
    const bound = await parameter('cell:family-bed-operating-subsidy/conditions/before-the-plan/when/service_month/0');
    expect(bound).toMatchObject({
      group: 'threshold',
      type: 'month',
      value: '2019-09',
      sentence: { 'zh-CN': '计划期以前：服务月份早于{value}' },
    });
  });

  it('are shown to the administrators of the area and to nobody else', async () => {
    for (const login of ['clerk-a', 'officer-a', 'auditor', 'operator', 'agent-a']) {
      const other = await desk(login);
      expect(await other.parameters('hohhot')).toBeUndefined();
      expect(await other.packs()).toEqual([]);
      expect(told(await other.create('hohhot', office.key))).toBe('not-found');
    }
    expect((await (await desk('administrator')).packs()).map(({ pack, area }) => [pack, area])).toEqual([['hohhot', 'hohhot']]);
    expect(told(await (await desk('administrator')).create('xc', office.key))).toBe('not-found');
  });
});

describe('150 becomes 160 for service months from August', () => {
  it('counts 160 from August and goes on counting 150 before', async () => {
    expect([await amountIn('2021-07'), await amountIn('2021-08')]).toEqual(['165.00', '165.00']);
    await publish({ [rate]: '160' });
    expect([await amountIn('2021-06'), await amountIn('2021-07'), await amountIn('2021-08')]).toEqual(['165.00', '165.00', '176.00']);
    expect((await parameter(rate, '2021-08-01')).versions.map(({ from, words }) => [from, words.en])).toEqual([
      ['2019-09-29', '150.00'],
      ['2021-08-01', '160.00'],
    ]);
    expect(await parameter(rate, '2021-08-01')).toMatchObject({
      basis: { source: 'city-set' },
      note: { 'zh-CN': '市长办公会纪要〔2021〕7号' },
    });
    expect(await parameter(rate)).toMatchObject({ value: '150', basis: { source: 'clause' } });
  });

  it('is published by a second person only', async () => {
    const submitted = await submit(await draft({ [rate]: '160' }));
    const own = await (await desk('administrator')).publish(submitted.id, '已核对', submitted.version);
    expect(own).toMatchObject({ ok: false, refusal: { code: 'SECOND_PERSON', next: { 'zh-CN': '请另一位管理员来发布：郑美玲' } } });
    const second = await desk('administrator-b');
    expect(told(await second.publish(submitted.id, ' ', submitted.version))).toBe('PUBLISH_NOTE_MISSING');
    expect(done(await second.publish(submitted.id, '已核对', submitted.version)).status).toBe('published');
    expect((await second.publish(submitted.id, '已核对', submitted.version)).ok && 'again').toBe('again');
    const [newest] = await (await desk('auditor')).history();
    expect(newest).toMatchObject({ by: { name: '周志刚' }, approvedBy: { name: '郑美玲' }, effectiveFrom: '2021-08-01', note: '已核对' });
    expect(newest?.changes.map((text) => text['zh-CN'])).toEqual(['基准运营补贴（中度）：150.00 → 160.00']);
  });

  it('shows before it is submitted what it comes to, and for whom', async () => {
    const caseId = await office.file(3);
    await office.tenant.clock.advance({ instant: '2021-08-02T09:00:00+08:00' });
    const august: Readonly<Record<string, unknown>> = { ...office.application(6, 3), service_month: '2021-08' };
    const agent = await office.as('agent-a');
    const receipt = done(await agent.fileCase({ service, data: august }, office.key));
    const preview = done(await (await desk('administrator')).preview((await draft({ [rate]: '160' })).id));
    const [shown] = preview.decisions;
    const line = (example: (typeof preview.decisions)[number]['examples'][number]) =>
      `${example.before['zh-CN']} → ${example.after['zh-CN']}`;
    expect(shown?.examples.map(line)).toEqual(
      expect.arrayContaining(['¥135.00 → ¥144.00', '¥150.00 → ¥160.00', '¥165.00 → ¥176.00', '¥180.00 → ¥192.00']),
    );
    expect(shown?.unchanged).toMatchObject({ difference: '0.00' });
    expect(shown?.unchanged?.facts[0]?.text['zh-CN']).toBe('2021年7月');
    const moderate = (august.rows as readonly { disability_level: string }[]).filter((row) => row.disability_level === 'moderate').length;
    expect(moderate).toBeGreaterThan(0);
    expect(preview.open.rows.map((row) => row.caseId)).toEqual(Array.from({ length: moderate }, () => receipt.caseId));
    expect(preview.open.rows.map((row) => row.caseId)).not.toContain(caseId);
    expect(preview.open.difference).toBe(`${moderate * 11}.00`);
    expect(preview.touched).toMatchObject({ cases: 1, rows: moderate, kept: 0 });
  });

  it('keeps what is decided and tells it anew to those who list open cases', async () => {
    await office.tenant.clock.advance({ instant: '2021-08-02T09:00:00+08:00' });
    const agent = await office.as('agent-a');
    const data = { ...office.application(6), service_month: '2021-08' };
    const { caseId } = done(await agent.fileCase({ service, data }, office.key));
    await office.act('clerk-a', caseId, { type: 'TakeAction', step: 'accept', action: 'ACCEPT' });
    const items = (await office.case(caseId)).items;
    const moderate = items.filter(({ amount }) => amount === '165.00');
    const [first] = moderate;
    if (!first) throw new Error('no moderate row');
    await office.act('clerk-a', caseId, {
      type: 'TakeAction',
      step: 'street-review',
      action: 'DECIDE_ROWS',
      items: [first.id],
      outcome: 'approve',
    });
    const before = (await (await office.as('clerk-a')).worklist({ view: 'todo' })).rows[0]?.amount;
    await publish({ [rate]: '160' });
    const view = await office.case(caseId);
    expect(view.items.find(({ id }) => id === first.id)?.amount).toBe('165.00');
    expect(view.items.filter(({ amount }) => amount === '176.00')).toHaveLength(moderate.length - 1);
    const after = (await (await office.as('clerk-a')).worklist({ view: 'todo' })).rows[0]?.amount;
    expect(Number(after) - Number(before)).toBe((moderate.length - 1) * 11);
  });

  it('asks to confirm the scenarios whose figures change, and only those', async () => {
    const proposal = await draft({ [rate]: '160' });
    const mine = await desk('administrator');
    const { scenarios, issues } = done(await mine.checks(proposal.id));
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(issues).toEqual([]);
    expect(scenarios.failing).toEqual([]);
    expect(scenarios.expected.length).toBeGreaterThan(0);
    expect(scenarios.passed).toBe(scenarios.total - scenarios.expected.length);
    expect(scenarios.expected.map(({ id }) => id)).toContain('last-month-of-the-plan');
    expect(scenarios.expected.map(({ id }) => id)).not.toContain('the-whole-story');
    expect(JSON.stringify(scenarios.expected)).toMatch(/165\.00 → 176\.00/);
    expect(told(await mine.submit(proposal.id, [], proposal.version))).toBe('SCENARIOS_NOT_SEEN');
  });
});

describe('a proposal', () => {
  it('keeps what was typed and says at the field what is wrong with it', async () => {
    const { changes, issues } = await draft({ [days]: '90', [rate]: '很多' });
    expect(changes.map(({ value }) => value)).toEqual(['90', '很多']);
    expect(issues.map(({ path, message }) => `${path} ${message['zh-CN']}`)).toEqual([
      '/changes/0/value 可以填1到60',
      '/changes/1/value 请填数字，如160或者1.1',
    ]);
    const full = await draft({ [rate]: '１６０元' });
    expect(full.changes[0]?.sentence['zh-CN']).toBe('基准运营补贴（中度）：150.00 → 160.00');
    expect(full.issues).toEqual([]);
  });

  it('takes a clause as its ground only when the quote holds the figure', async () => {
    const wrong = { parameter: rate, value: '160', expects: (await parameter(rate)).expects, clause: 'hohhot-plan-5-2-3' };
    const { issues } = await draft({}, { changes: [wrong] });
    expect(issues.map(({ path, message }) => `${path} ${message['zh-CN']}`)).toEqual([
      '/changes/0/clause 这条原文里没有160。请换一条，或者选“本市自定”',
    ]);
    expect((await draft({}, { changes: [{ ...wrong, value: '200' }] })).issues).toEqual([]);
  });

  it('is one for the same key, and another’s draft is not there', async () => {
    const mine = await desk('administrator');
    const first = done(await mine.create('hohhot', { idempotencyKey: 'k' }));
    expect(done(await mine.create('hohhot', { idempotencyKey: 'k' })).id).toBe(first.id);
    const second = await desk('administrator-b');
    expect(await second.proposal(first.id)).toBeUndefined();
    expect(told(await second.save(first.id, { effectiveFrom: '', note: '', changes: [] }, 1))).toBe('not-found');
  });

  it('saves over the version it was read at only', async () => {
    const mine = await desk('administrator');
    const { id, version } = await draft({ [days]: '4' });
    const edit = { effectiveFrom: '2021-08-01', note: 'x', changes: [] };
    expect(told(await mine.save(id, edit, version - 1))).toBe('version-conflict');
    expect(told(await mine.save(id, edit, version))).toBe('done');
  });

  it('is not submitted empty, without a day or a ground', async () => {
    const { id, version, issues } = await draft({}, { effectiveFrom: '', note: '' });
    expect(issues.map(({ code }) => code)).toEqual(['NOTHING_CHANGED', 'EFFECTIVE_FROM_MISSING', 'NOTE_MISSING']);
    expect(told(await (await desk('administrator')).submit(id, [], version))).toBe('issues');
    const early = await draft({ [days]: '4' }, { effectiveFrom: '2019-01-01' }).catch(() => undefined);
    expect(early).toBeUndefined();
  });

  it('that another publication overtook names the change and is looked at again', async () => {
    const first = await submit(await draft({ [rate]: '160' }));
    const other = await submit(await draft({ [days]: '4' }, {}, 'administrator-b'), 'administrator-b');
    done(await (await desk('administrator')).publish(other.id, '已核对', other.version));
    const second = await desk('administrator-b');
    const late = await second.publish(first.id, '已核对', first.version);
    expect(late).toMatchObject({
      ok: false,
      refusal: { code: 'BASE_MOVED', message: { 'zh-CN': '提交以后，另有一次发布改了：受理天数（工作日）：5 → 4' } },
    });
    const mine = await desk('administrator');
    const again = done(await mine.revise(first.id, first.version));
    expect([again.status, again.issues]).toEqual(['draft', []]);
    const resubmitted = await submit(again);
    expect(done(await second.publish(first.id, '已核对', resubmitted.version)).status).toBe('published');
    expect((await parameter(days, '2021-08-01')).value).toBe('4');
    expect((await parameter(rate, '2021-08-01')).value).toBe('160');
  });

  it('is published once when two are published at the same moment, and the other must be looked at again', async () => {
    const first = await submit(await draft({ [rate]: '160' }));
    const other = await submit(await draft({ [days]: '4' }, {}, 'administrator-b'), 'administrator-b');
    const outcomes = await Promise.all([
      (await desk('administrator-b')).publish(first.id, '已核对', first.version),
      (await desk('administrator')).publish(other.id, '已核对', other.version),
    ]);
    expect(outcomes.map(told).toSorted()).toEqual(['BASE_MOVED', 'done']);
    expect(await (await desk('auditor')).history()).toHaveLength(2);
  });

  it('whose publication is there while its own record is not is finished by the same press again', async () => {
    const store = openMemoryStore();
    const { proposals } = store.tenant('hohhot-demo');
    office = await CityOffice.open({ store });
    const submitted = await submit(await draft({ [rate]: '160' }));
    const second = await desk('administrator-b');
    const put = proposals.put.bind(proposals);
    proposals.put = async () => {
      throw new Error('the disk is full');
    };
    await expect(second.publish(submitted.id, '已核对', submitted.version)).rejects.toThrow('the disk is full');
    proposals.put = put;
    expect(told(await (await desk('administrator')).revise(submitted.id, submitted.version))).toBe('PROPOSAL_SETTLED');
    expect(done(await second.publish(submitted.id, '已核对', submitted.version)).status).toBe('published');
    expect(await (await desk('auditor')).history()).toHaveLength(2);
  });

  it('whose own figure was changed meanwhile says so at the figure', async () => {
    const stale = await draft({ [rate]: '170' });
    await publish({ [rate]: '160' });
    const view = await (await desk('administrator')).proposal(stale.id);
    expect(view?.issues.map(({ path, message }) => `${path} ${message['zh-CN']}`)).toEqual([
      '/changes/0/expects 您打开以后，这一项已经变为160.00。请核对后重新填写',
    ]);
  });

  it('is sent back with a reason, mended and published, each step with its name', async () => {
    const submitted = await submit(await draft({ [rate]: '1600' }));
    const second = await desk('administrator-b');
    expect(told(await second.reject(submitted.id, '', submitted.version))).toBe('REASON_MISSING');
    const rejected = done(await second.reject(submitted.id, '多写了一个0', submitted.version));
    expect(rejected.status).toBe('rejected');
    const mine = await desk('administrator');
    const mended = done(await mine.revise(rejected.id, rejected.version));
    const change = { parameter: rate, value: '160', expects: (await parameter(rate)).expects };
    const saved = done(await mine.save(mended.id, { effectiveFrom: '2021-08-01', note: '纪要', changes: [change] }, mended.version));
    const done2 = done(await second.publish(saved.id, '已核对', (await submit(saved)).version));
    expect(done2.events.map(({ what, by, note }) => [what, by.name, note])).toEqual([
      ['created', '周志刚', undefined],
      ['submitted', '周志刚', undefined],
      ['rejected', '郑美玲', '多写了一个0'],
      ['revised', '周志刚', undefined],
      ['submitted', '周志刚', undefined],
      ['published', '郑美玲', '已核对'],
    ]);
    expect(told(await mine.withdraw(saved.id, done2.version))).toBe('PROPOSAL_SETTLED');
  });

  it('of day counts leaves open cases as they were opened', async () => {
    const caseId = await office.file(1);
    const due = (await office.case(caseId)).clocks.find(({ clock }) => clock === 'accept')?.due;
    const preview = done(await (await desk('administrator')).preview((await draft({ [days]: '3' }, { effectiveFrom: '2021-07-05' })).id));
    expect(preview.days).toEqual([
      {
        label: { 'zh-CN': '受理天数（工作日）', en: 'Days to accept (working days)' },
        before: { 'zh-CN': '5', en: '5' },
        after: { 'zh-CN': '3', en: '3' },
        example: { from: '2021-07-05', before: '2021-07-12', after: '2021-07-08' },
      },
    ]);
    expect(preview.touched.pinned).toBe(1);
    await publish({ [days]: '3' }, { effectiveFrom: '2021-07-05' });
    expect((await office.case(caseId)).clocks.find(({ clock }) => clock === 'accept')?.due).toBe(due);
    const fresh = await office.file(1, 5);
    expect((await office.case(fresh)).clocks.find(({ clock }) => clock === 'accept')?.due).toBe('2021-07-08');
  });
});

describe('a start of the program', () => {
  it('with the same pack leaves what people published in force', async () => {
    const store = openMemoryStore();
    office = await CityOffice.open({ store });
    await publish({ [rate]: '160' });
    office = await CityOffice.open({ store });
    expect((await parameter(rate, '2021-08-01')).value).toBe('160');
    expect(await (await desk('auditor')).history()).toHaveLength(2);
  });
});
