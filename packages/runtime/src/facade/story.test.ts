import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { DemoDefinition } from '@careway/definition';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateElders } from '../demo/generate-elders.js';
import { type Careway, loadPackChain, openCareway, seedDemo, type TenantRuntime, type Viewer } from '../index.js';

const city = resolve(import.meta.dirname, '../../../../examples/hohhot');
const demo = JSON.parse(readFileSync(join(city, 'demo.json'), 'utf8')) as DemoDefinition;
const dataDir = mkdtempSync(join(tmpdir(), 'careway-story-'));
let real = Date.parse('2026-11-22T01:00:00Z');
let careway: Careway;
let tenant: TenantRuntime;

async function open(): Promise<void> {
  const { composed, issues } = loadPackChain(city);
  if (!composed) throw new Error(JSON.stringify(issues.slice(0, 5)));
  careway = await openCareway({ dataDir, packs: [composed], demo, now: () => real });
  await seedDemo(careway, demo, { hashPassword: () => 'hash' });
  tenant = careway.tenants()[0] as TenantRuntime;
}

beforeAll(open);
afterAll(async () => {
  await careway.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function viewer(login: string): Promise<Viewer> {
  const person = await tenant.people.byLogin(login);
  if (!person) throw new Error(login);
  const { id, name, roles, organisations } = person;
  return { kind: 'person', id, name, roles, organisations };
}
async function as(login: string) {
  return tenant.as(await viewer(login));
}

function roster(count: number) {
  const elders = generateElders(demo.elders).filter(
    ({ area, values }) => area === 'xc01' && values.local_hukou && ['moderate', 'severe'].includes(values.disability_level),
  );
  return elders.slice(0, count).map(({ values }) => ({
    elder_name: values.name,
    identity_number: values.identity_number,
    disability_level: values.disability_level,
    local_hukou: true,
    service_24h: true,
    community: values.community,
  }));
}

let keys = 0;
const key = () => ({ idempotencyKey: `k${(keys += 1)}` });

async function act(login: string, caseId: string, command: Parameters<Awaited<ReturnType<typeof as>>['command']>[1]) {
  const reply = await (await as(login)).command(caseId, command, key());
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.value;
}

describe('the story on the city pack', () => {
  let caseId: string;

  it('saves a draft, checks it with amounts, and files it with a number and a receipt', async () => {
    const agent = await as('agent-a');
    const known = await agent.prefill('family-bed-operating-subsidy');
    expect(known.facility_grade?.value).toBe('level-4');
    const draft = await agent.drafts.create('family-bed-operating-subsidy');
    const values = Object.fromEntries(Object.entries(known).map(([id, { value }]) => [id, value]));
    const data = { ...values, service_month: '2021-06', rows: roster(6), declaration: true };
    const saved = await agent.drafts.save(draft.id, { data, page: 'roster' }, draft.version);
    if (!saved.ok) throw new Error(JSON.stringify(saved));
    const stale = await agent.drafts.save(draft.id, { data: {} }, draft.version);
    expect(stale).toMatchObject({ ok: false, kind: 'version-conflict', current: 2 });
    const check = await agent.drafts.check(draft.id, { why: true });
    expect(check?.issues).toEqual([]);
    expect(check?.rows.map(({ status }) => status)).toEqual(Array(6).fill('ok'));
    expect(Number(check?.total)).toBeGreaterThan(900);
    expect(check?.why?.[0]?.formula).toMatch(/^(150|200)(\.00)? × 1\.1$/);
    const filed = await agent.fileCase({ service: 'family-bed-operating-subsidy', draft: draft.id }, { idempotencyKey: 'file-1' });
    if (!filed.ok) throw new Error(JSON.stringify(filed));
    expect(filed.value.number).toMatch(/^SL2021-XC01-\d{4}$/);
    expect(filed.value.trackingCode).toMatch(/^\d{8}$/);
    expect(await agent.drafts.get(draft.id)).toBeUndefined();
    caseId = filed.value.caseId;
    const again = await agent.fileCase({ service: 'family-bed-operating-subsidy', draft: draft.id }, { idempotencyKey: 'file-1' });
    expect(again).toMatchObject({ ok: true, replayed: true, value: { caseId, number: filed.value.number } });
    const other = await agent.fileCase({ service: 'family-bed-operating-subsidy', data: {} }, { idempotencyKey: 'file-1' });
    expect(other).toEqual({ ok: false, kind: 'key-reused' });
  });

  it('shows it in the worklist of its street only', async () => {
    const rows = (await (await as('clerk-a')).worklist({ view: 'todo' })).rows;
    expect(rows.map((row) => row.caseId)).toContain(caseId);
    expect(rows[0]?.clock?.daysLeft).toBe(5);
    expect((await (await as('clerk-c')).worklist({ view: 'todo' })).rows).toEqual([]);
    expect(await (await as('clerk-c')).case(caseId)).toBeUndefined();
    expect(await (await as('agent-b')).case(caseId)).toBeUndefined();
  });

  it('masks numbers and reveals them against an entry in the access log', async () => {
    const clerk = await as('clerk-a');
    const view = await clerk.case(caseId);
    const text = JSON.stringify(view);
    for (const { identity_number } of roster(6)) expect(text).not.toContain(identity_number);
    const revealed = await clerk.reveal(caseId, view?.items[0]?.id, '核对身份证');
    expect(revealed?.identity_number).toBe(roster(1)[0]?.identity_number);
    const log = await (await as('auditor')).accessLog({ caseId });
    expect(log.rows.map(({ what }) => what)).toEqual(['reveal', 'case']);
    expect(await clerk.accessLog({ caseId })).toMatchObject({ total: 0 });
  });

  it('goes from acceptance to publicity, splits an objection off, decides and delivers', async () => {
    await act('clerk-a', caseId, { type: 'TakeAction', step: 'accept', action: 'ACCEPT' });
    const ids = ((await (await as('clerk-a')).case(caseId))?.items ?? []).map(({ id }) => id);
    await act('clerk-a', caseId, {
      type: 'TakeAction',
      step: 'street-review',
      action: 'DECIDE_ROWS',
      items: ids.slice(0, 4),
      outcome: 'approve',
    });
    await act('clerk-a', caseId, {
      type: 'TakeAction',
      step: 'street-review',
      action: 'DECIDE_ROWS',
      items: ids.slice(4, 5),
      outcome: 'hold',
      reason: '等机构说明',
    });
    const stale = await (await as('clerk-a')).command(
      caseId,
      { type: 'TakeAction', step: 'street-review', action: 'DECIDE_ROWS', items: ids.slice(5), outcome: 'hold', reason: 'x' },
      { ...key(), ifVersion: 1 },
    );
    expect(stale).toMatchObject({ ok: false, kind: 'version-conflict' });
    if (!stale.ok && stale.kind === 'version-conflict') expect(stale.since['zh-CN']).toContain('暂缓');
    await act('clerk-a', caseId, {
      type: 'TakeAction',
      step: 'street-review',
      action: 'DECIDE_ROWS',
      items: ids.slice(5),
      outcome: 'refuse',
      reason: '服务不满一个月',
      clause: 'hohhot-plan-5-2-3',
    });
    const published = await act('clerk-a', caseId, { type: 'TakeAction', step: 'street-review', action: 'PUBLISH' });
    expect(published.position.map(({ id }) => id)).toEqual(['publicity']);
    const [shown] = await tenant.public.publicity();
    expect(shown?.rows.length).toBeGreaterThanOrEqual(4);
    expect(shown?.rows[0]?.name).toMatch(/^.\*+$/);
    expect(shown?.objection).toEqual({ step: 'publicity', action: 'OBJECT' });
    expect(tenant.formByHash?.(published.form.hash)?.id).toBe(published.form.id);
    expect(tenant.formByHash?.('no-such-hash')).toBeUndefined();
    const first = shown?.rows[0]?.item as string;
    const objected = await tenant.public.object(
      caseId,
      { step: 'publicity', action: 'OBJECT', items: [first], reason: '老人已搬走', objector: { name: '张某', phone: '15400000001' } },
      { idempotencyKey: 'o1' },
    );
    expect(objected).toMatchObject({ ok: true, value: { receivedOn: '2021-07-05' } });
    const parent = await (await as('clerk-a')).case(caseId);
    expect(parent?.children[0]?.caseId).toBeDefined();
    expect(parent?.children[0]?.number).toBeDefined();
    expect(parent?.items.find(({ id }) => id === first)?.status).toBe('split');
    await tenant.clock.advance('next-deadline');
    await tenant.clock.advance('next-deadline');
    await tenant.clock.advance('next-deadline');
    const decided = await act('officer-a', caseId, { type: 'TakeAction', step: 'district-decision', action: 'APPROVE', opinion: '同意' });
    const letter = decided.letters.find(({ letter: id }) => id === 'decision-letter');
    expect(letter?.number).toMatch(/民养/);
    await act('clerk-a', caseId, {
      type: 'TakeAction',
      step: 'delivery',
      action: 'DELIVER',
      letter: letter?.id as string,
      method: 'hand',
      receipt: '李建国签收',
    });
    const after = await (await as('agent-a')).case(caseId);
    expect(after?.letters.find(({ id }) => id === letter?.id)?.remedies.map(({ due }) => due?.length)).toEqual([10, 10]);
    const text = await (await as('agent-a')).letter(caseId, letter?.id as string);
    expect(text?.blocks.find(({ kind }) => kind === 'items')?.rows?.length).toBeGreaterThanOrEqual(4);
    expect(after?.position.map(({ id }) => id)).toEqual(['street-review']);
  });

  it('traces one row to its clause, act by act, on a chain that verifies', async () => {
    const auditor = await as('auditor');
    const view = await auditor.case(caseId);
    const item = view?.items.find(({ status }) => status === 'approved');
    const history = await auditor.history(caseId, { item: item?.id as string });
    expect(history?.chain.ok).toBe(true);
    const decided = history?.acts.find(({ type }) => type === 'ItemDecided');
    expect(decided?.sentence['zh-CN']).toContain('拟同意');
    expect(decided?.result?.matched[0]?.clause?.quote).toBeTruthy();
    expect(history?.acts.every(({ items }) => items.length === 0 || items.some(({ id }) => id === item?.id))).toBe(true);
    const why = await auditor.why(caseId, item?.id as string);
    expect(why?.changes.length).toBeGreaterThan(0);
    expect(why?.formula).toMatch(/×/);
  });

  it('is found by number, name and whole identity number, and tracked with its code', async () => {
    const clerk = await as('clerk-a');
    const number = (await clerk.case(caseId))?.number as string;
    const [elder] = roster(1);
    for (const text of [number, elder?.elder_name, elder?.identity_number]) {
      expect((await clerk.cases({ text: text as string })).rows.map((row) => row.caseId)).toContain(caseId);
    }
    expect((await clerk.cases({ text: '15010319990101' })).rows).toEqual([]);
    const receipt = await (await as('agent-a')).receipt(caseId);
    expect((await tenant.public.track(number, receipt?.trackingCode as string))?.status).toBe('open');
    expect(await tenant.public.track(number, '00000000')).toBeUndefined();
    expect((await (await as('agent-a')).myCases({})).rows.map((row) => row.caseId)).toContain(caseId);
    expect((await (await as('agent-a')).inbox({})).total).toBeGreaterThan(3);
  });

  it('erases an elder everywhere and keeps the chain', async () => {
    const elder = roster(2)[1];
    const admin = await as('administrator');
    const view = await admin.case(caseId);
    const item = view?.items.find(({ name }) => name === elder?.elder_name);
    expect(await (await as('clerk-a')).erase({ caseId, item: item?.id as string }, { ...key(), reason: 'x' })).toMatchObject({
      kind: 'refused',
    });
    const erased = await admin.erase({ caseId, item: item?.id as string }, { ...key(), reason: '本人申请' });
    expect(erased.ok && erased.value.erased).toBeGreaterThan(2);
    const history = await admin.history(caseId);
    expect(history?.chain.ok).toBe(true);
    expect(history?.acts.some(({ erased: gone }) => gone)).toBe(true);
    for (const name of ['careway.db', 'careway.db-wal']) {
      const file = join(dataDir, name);
      if (existsSync(file)) expect(readFileSync(file).includes(elder?.identity_number as string)).toBe(false);
    }
  });

  it('has everything after a restart, and seeds nothing twice', async () => {
    const before = await (await as('clerk-a')).case(caseId);
    await careway.close();
    real += 1000;
    await open();
    expect((await (await as('clerk-a')).case(caseId))?.version).toBe(before?.version);
    expect((await (await as('clerk-a')).registers.list('elders', {}))?.total).toBe(119);
  });
});
