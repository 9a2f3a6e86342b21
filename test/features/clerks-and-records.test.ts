import type { HistoryView, Page, ReceiptView, WorklistRow } from '@careway/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, homeAnswers, openWorld, service, type World } from './world.js';

let world: World;
let agent: Browser;
let clerk: Browser;

beforeAll(async () => {
  world = await openWorld();
  agent = await world.as('agent-a');
  clerk = await world.as('clerk-a');
});
afterAll(() => world?.close());

const elder = (identity_number: string, elder_name = '王秀兰') => ({
  elder_name,
  identity_number,
  disability_level: 'severe',
  local_hukou: true,
  service_24h: true,
  community: '海东社区',
});

describe('anybody', () => {
  it('reads health, tenant, services, and who is logged in, each as described', async () => {
    const visitor = await world.as();
    await visitor.read('health', '/health');
    expect(await visitor.read('readTenant', '/tenant')).toMatchObject({ training: true, demo: true, people: expect.any(Array) });
    await visitor.read('listServices', '/services');
    expect(await visitor.read('readSession', '/session')).toEqual({});
    expect(await agent.read('readSession', '/session')).toMatchObject({ person: { organisations: [{ key: '52150199MJ00000019' }] } });
    await visitor.read('readClause', '/clauses/hohhot-plan-5-2-3');
    const form = await visitor.read<{ formHash: string }>('readService', `/services/${service}`);
    await visitor.read('readForm', `/forms/${form.formHash}`);
  });

  it('who is an agent gets what the register knows, each value with its source', async () => {
    const known = await agent.read<Record<string, { value: string }>>('prefill', `/prefill/${service}`);
    expect(known).toMatchObject({ facility_grade: { value: 'level-4', source: { 'zh-CN': expect.any(String) } } });
  });
});

describe('paper', () => {
  it('that came in earlier is entered by a clerk for the home, and counts from the day it came', async () => {
    const data = { ...homeAnswers, service_month: '2021-05', rows: [elder('15019919450312002X')] };
    const body = { service, data, area: 'xc01', onBehalfOf: '52150199MJ00000019', filedOn: '2021-07-01' };
    const { caseId, filedOn } = await clerk.write<ReceiptView>('filePaperCase', '/paper/cases', body);
    expect(filedOn).toBe('2021-07-01');
    const view = await clerk.case(caseId);
    expect(view).toMatchObject({ filedOn: '2021-07-01', applicant: { channel: 'paper' } });
    expect(view.clocks.find(({ clock }) => clock === 'accept')).toMatchObject({ startedOn: '2021-07-01', due: '2021-07-08' });
    const { acts } = await clerk.read<HistoryView>('readHistory', `/cases/${caseId}/history`);
    expect(acts[0]).toMatchObject({ effectiveOn: '2021-07-01', late: true });
    const mine = await agent.read<Page<{ caseId: string }>>('listMyCases', '/my/cases');
    expect(mine.rows.map((row) => row.caseId)).toContain(caseId);
  });

  it('cannot be entered for another district, nor by an applicant', async () => {
    const data = { ...homeAnswers, service_month: '2021-05', rows: [elder('150199194008200049')] };
    const body = { service, data, area: 'sh01', onBehalfOf: '52150199MJ00000019', filedOn: '2021-07-01' };
    expect((await clerk.client.post('/paper/cases', body)).status).toBe(422);
    expect((await agent.client.post('/paper/cases', body)).status).toBe(403);
  });
});

describe('a time limit', () => {
  it('is extended only when the supervisor agrees', async () => {
    const id = await agent.file([elder('150199194008200049')], { service_month: '2021-04' });
    await clerk.take(id, 'ACCEPT');
    const before = await clerk.case(id);
    const clock = before.clocks.find((candidate) => candidate.clock === 'street');
    expect(before.requestable).toMatchObject([{ procedure: 'extend-street', clocks: [clock?.id] }, { procedure: 'terminate' }]);
    await clerk.act(id, { type: 'RequestProcedure', procedure: 'extend-street', clock: clock?.id, days: 3, reason: '要到现场核实' });
    const supervisor = await world.as('supervisor');
    const asked = await supervisor.case(id);
    expect([asked.requestable, (await agent.case(id)).requestable]).toEqual([[], []]);
    expect(asked.procedures).toMatchObject([{ canVote: true, days: 3 }]);
    const { rows } = await supervisor.read<Page<WorklistRow>>('listTasks', '/worklist');
    expect(rows.find((row) => row.caseId === id)?.kind).toBe('procedure');
    const granted = await supervisor.act(id, { type: 'VoteProcedure', id: asked.procedures[0]?.id, vote: 'for' });
    const after = granted.clocks.find((candidate) => candidate.id === clock?.id);
    expect([after?.extendedBy, (after?.due ?? '') > (clock?.due ?? '')]).toEqual([3, true]);
  });
});

describe('taking work', () => {
  it('keeps it from a colleague until it is released', async () => {
    const id = await agent.file([elder('150199194307170062')], { service_month: '2021-03' });
    const task = (await clerk.case(id)).tasks[0]?.id;
    await clerk.act(id, { type: 'TakeTask', task });
    const colleague = await world.as('clerk-b');
    const view = await colleague.case(id);
    expect(view.tasks[0]).toMatchObject({ takenBy: { name: '王秀英' }, mine: false });
    expect(view.actions.find(({ action }) => action === 'ACCEPT')).toMatchObject({ available: false, refusal: { code: 'TASK_TAKEN' } });
    await clerk.act(id, { type: 'ReleaseTask', task });
    expect((await colleague.take(id, 'ACCEPT')).position.map((step) => step.id)).toEqual(['street-review']);
  });
});

describe('erasure', () => {
  it('removes what is personal about an elder everywhere, and the chain still verifies', async () => {
    const id = await agent.file([elder('150199193801050010', '张建国'), elder('150199193611300031', '陈志强')], {
      service_month: '2021-02',
    });
    const item = (await clerk.case(id)).items[0]?.id;
    const administrator = await world.as('administrator');
    const { erased } = await administrator.write<{ erased: number }>('erase', `/cases/${id}/erase`, { item, reason: '本人要求' });
    expect(erased).toBeGreaterThan(0);
    const auditor = await world.as('auditor');
    const history = await auditor.read<HistoryView>('readHistory', `/cases/${id}/history`);
    expect([history.chain.ok, history.acts.some((act) => act.erased)]).toEqual([true, true]);
    for (const path of [`/cases/${id}`, `/cases/${id}/history`, '/cases', '/worklist', '/cases?text=150199193801050010']) {
      expect((await auditor.client.get(path)).text).not.toContain('张建国');
    }
    expect((await auditor.client.get('/cases?text=150199193801050010')).text).not.toContain(id);
    expect((await auditor.client.get(`/cases/${id}`)).text).toContain('陈');
  });

  it('is for administrators only', async () => {
    const id = await agent.file([elder('15019919410224008X')], { service_month: '2021-01' });
    for (const login of ['clerk-a', 'officer-a', 'supervisor', 'auditor', 'agent-a']) {
      const { client } = await world.as(login);
      expect((await client.post(`/cases/${id}/erase`, { reason: 'x' })).json['code']).toBe('ROLE_MISSING');
    }
  });
});

describe('numbers', () => {
  it('are shown whole for a reason only, and the log tells who looked', async () => {
    const id = await agent.file([elder('150199193801050010')], { service_month: '2020-12' });
    const view = await clerk.case(id);
    expect(JSON.stringify(view)).not.toContain('150199193801050010');
    const item = view.items[0]?.id;
    expect((await clerk.client.post(`/cases/${id}/reveal`, { item })).status).toBe(400);
    const revealed = await clerk.write<Record<string, string>>('reveal', `/cases/${id}/reveal`, { item, why: '核对身份证' });
    expect(Object.values(revealed)).toContain('150199193801050010');
    const log = await (await world.as('auditor')).read<Page<{ why?: string }>>('readAccessLog', `/access-log?case=${id}`);
    expect(log.rows.some(({ why }) => why === '核对身份证')).toBe(true);
  });
});

describe('lists', () => {
  it('come page by page without a gap or a double', async () => {
    const seen: string[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const page: Page<{ caseId: string }> = await clerk.read(
        'listCases',
        `/cases?limit=2${next && `&cursor=${encodeURIComponent(next)}`}`,
      );
      seen.push(...page.rows.map(({ caseId }) => caseId));
      next = page.next;
    }
    const whole = await clerk.read<Page<{ caseId: string }>>('listCases', '/cases?limit=200');
    expect(seen).toEqual(whole.rows.map(({ caseId }) => caseId));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(6);
    for (const cursor of ['x', '%7B%7D', 'eyJhIjoxfQ'])
      expect((await clerk.client.get(`/cases?cursor=${cursor}`)).status).toBeLessThan(500);
  });
});
