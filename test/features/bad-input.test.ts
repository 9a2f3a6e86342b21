import type { CaseView, DraftCheck, DraftView } from '@careway/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, homeAnswers, openWorld, sample, service, type World } from './world.js';

let world: World;
let agent: Browser;
let clerk: Browser;

beforeAll(async () => {
  world = await openWorld();
  agent = await world.as('agent-a');
  clerk = await world.as('clerk-a');
});
afterAll(() => world?.close());

const elder = (identity_number: string) => ({
  elder_name: '王某',
  identity_number,
  disability_level: 'severe',
  local_hukou: true,
  service_24h: true,
  community: '海东社区',
});
const known = ['15019919450312002X', '150199194008200049', '150199193801050010'];

async function savedDraft(data: Readonly<Record<string, unknown>>): Promise<DraftView> {
  const made = await agent.write<DraftView>('createDraft', '/drafts', { service });
  return agent.write<DraftView>('saveDraft', `/drafts/${made.id}`, { data }, { method: 'PUT', version: made.version });
}

interface ProblemAnswer {
  readonly code: string;
  readonly issues?: readonly { readonly code: string; readonly path: string; readonly message: { readonly 'zh-CN': string } }[];
  readonly current?: number;
  readonly since?: { readonly 'zh-CN': string };
  readonly next?: { readonly 'zh-CN': string };
}

describe('a wrong form', () => {
  it('is answered with every place to mend, and the draft stays as it is', async () => {
    const draft = await savedDraft({ ...homeAnswers, facility_grade: 'level-9', declaration: false, rows: [elder('150199194503120021')] });
    const answer = await agent.client.post(`/drafts/${draft.id}/submit`, {});
    const problem = answer.json as unknown as ProblemAnswer;
    expect([answer.status, problem.code]).toEqual([422, 'SUBMISSION_INVALID']);
    expect(problem.issues?.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/facility_grade', '/declaration', '/rows/0/identity_number']),
    );
    expect((await agent.client.get(`/drafts/${draft.id}`)).json).toMatchObject({
      version: draft.version,
      data: { facility_grade: 'level-9' },
    });
  });

  it('for a service that does not exist is not found', async () => {
    expect((await agent.client.post('/drafts', { service: 'no-such-service' })).status).toBe(404);
  });
});

describe('a roster with faults', () => {
  it('is told row by row in plain words, the good rows keep their amounts, and nothing is filed', async () => {
    const made = await agent.write<DraftView>('createDraft', '/drafts', { service });
    const read = await agent.write<{ rows: unknown[] }>('readRows', `/drafts/${made.id}/rows?field=rows`, undefined, {
      bytes: sample('roster-2021-06-with-errors.csv'),
      headers: { 'content-type': 'text/csv' },
    });
    expect(read.rows).toHaveLength(60);
    const data = { ...homeAnswers, rows: read.rows };
    await agent.write('saveDraft', `/drafts/${made.id}`, { data }, { method: 'PUT', version: made.version });
    const checked = await agent.write<DraftCheck>('checkDraft', `/drafts/${made.id}/check`);
    const faulty = checked.rows.filter(({ issues }) => issues.length > 0).map(({ row }) => row);
    expect(faulty).toEqual(expect.arrayContaining([3, 7, 12, 18, 23, 29, 34, 41, 46, 55]));
    expect(checked.rows.filter(({ amount }) => amount !== undefined).length).toBeGreaterThanOrEqual(50);
    const answer = await agent.client.post(`/drafts/${made.id}/submit`, {});
    expect([answer.status, (answer.json as unknown as ProblemAnswer).issues?.length]).toEqual([422, checked.issues.length]);
  });

  it('of 60 rows that are all wrong names each of them', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => ({
      ...elder(`1501991938022900${10 + index}`),
      disability_level: '?',
      local_hukou: '外地',
    }));
    const draft = await savedDraft({ ...homeAnswers, rows });
    const checked = await agent.write<DraftCheck>('checkDraft', `/drafts/${draft.id}/check`);
    expect(checked.rows.filter(({ issues }) => issues.length > 0)).toHaveLength(60);
  });

  it('of 100,000 lines gets one clear answer, quickly', async () => {
    const draft = await savedDraft({});
    const started = performance.now();
    const answer = await agent.client.post(`/drafts/${draft.id}/rows?field=rows`, undefined, {
      bytes: `姓名,身份证号\n${'王某,15019919450312002X\n'.repeat(100_000)}`,
      headers: { 'content-type': 'text/csv' },
    });
    expect(answer.json).toMatchObject({ rows: [], issues: [{ code: 'TOO_MANY_ROWS', params: { count: 100_000, limit: 200 } }] });
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('an upload', () => {
  it('is known by its content, whatever its name says', async () => {
    const draft = await savedDraft({});
    const send = (bytes: string, name: string) =>
      agent.client.post(`/attachments?field=service_agreement&name=${name}&draft=${draft.id}`, undefined, {
        bytes,
        headers: { 'content-type': 'application/pdf' },
      });
    for (const bytes of ['<html><script>alert(1)</script></html>', 'MZ\u0090\u0000\u0003', '#!/bin/sh\nrm -rf /']) {
      const answer = await send(bytes, 'agreement.pdf');
      expect([answer.status, (answer.json as unknown as ProblemAnswer).code]).toEqual([422, 'SUBMISSION_INVALID']);
    }
    expect((await agent.client.get(`/drafts/${draft.id}`)).json).toMatchObject({ attachments: [] });
  });

  it('of 30 MB is refused, and a file of another person is not found', async () => {
    const draft = await savedDraft({});
    const path = `/attachments?field=service_agreement&name=a.pdf&draft=${draft.id}`;
    const large = await agent.client.post(path, undefined, {
      bytes: new Uint8Array(30 * 1024 * 1024),
      headers: { 'content-type': 'application/pdf' },
    });
    expect(large.status).toBe(413);
    const put = await agent.client.post(path, undefined, { bytes: '%PDF-1.4\n%%EOF\n', headers: { 'content-type': 'application/pdf' } });
    const { id } = put.json as { id?: string };
    const mine = await agent.client.get(`/attachments/${id}`);
    expect([mine.status, mine.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="a.pdf"; filename*=UTF-8\'\'a.pdf']);
    for (const login of ['agent-b', 'clerk-c', 'citizen', 'auditor']) {
      expect((await (await world.as(login)).client.get(`/attachments/${id}`)).status).toBe(404);
    }
  });
});

describe('the same request', () => {
  it('sent five times at once files one case and answers five times alike', async () => {
    const draft = await savedDraft({ ...homeAnswers, service_month: '2021-04', rows: [elder(known[0] as string)] });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => agent.client.post(`/drafts/${draft.id}/submit`, {}, { key: 'five-times' })),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ json }) => (json as { caseId?: string }).caseId)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(4);
  });

  it('sent five times at once to a case is done once', async () => {
    const id = await agent.file([elder(known[1] as string)], { service_month: '2021-04' });
    const { version } = await clerk.case(id);
    const body = { type: 'TakeAction', step: 'accept', action: 'ACCEPT' };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => clerk.client.post(`/cases/${id}/commands`, body, { version, key: 'accept-once' })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const acts = await world.tenant.acts(id);
    expect(acts.filter((act) => act.type === 'ActionTaken')).toHaveLength(1);
  });

  it('with another content is refused by its key', async () => {
    const id = await agent.file([elder(known[2] as string)], { service_month: '2021-04' });
    const { version } = await clerk.case(id);
    const body = { type: 'TakeAction', step: 'accept', action: 'ACCEPT' };
    expect((await clerk.client.post(`/cases/${id}/commands`, body, { version, key: 'k-1' })).status).toBe(200);
    const other = await clerk.client.post(`/cases/${id}/commands`, { ...body, opinion: '别的' }, { version, key: 'k-1' });
    expect([other.status, (other.json as unknown as ProblemAnswer).code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });
});

describe('a stale page', () => {
  it('learns who did what since, and what it wrote is not taken', async () => {
    const id = await agent.file([elder(known[0] as string)], { service_month: '2021-03' });
    const { version } = await clerk.case(id);
    await (await world.as('clerk-b')).take(id, 'ACCEPT');
    const body = { type: 'TakeAction', step: 'accept', action: 'REJECT', reason: '不在范围' };
    const answer = await clerk.client.post(`/cases/${id}/commands`, body, { version });
    const problem = answer.json as unknown as ProblemAnswer;
    expect([answer.status, problem.code, (problem.current ?? 0) > version]).toEqual([412, 'VERSION_CONFLICT', true]);
    expect(problem.since?.['zh-CN'].length).toBeGreaterThan(5);
    expect(((await clerk.case(id)) as CaseView).status).toBe('open');
  });

  it('of a draft does not overwrite what was saved elsewhere', async () => {
    const draft = await savedDraft({ contact_name: '李某' });
    const stale = await agent.client.put(`/drafts/${draft.id}`, { data: { contact_name: '张某' } }, { version: draft.version - 1 });
    expect([stale.status, (stale.json as unknown as ProblemAnswer).current]).toEqual([412, draft.version]);
    expect((await agent.client.get(`/drafts/${draft.id}`)).json).toMatchObject({ data: { contact_name: '李某' } });
  });
});

describe('somebody else', () => {
  it('finds neither draft nor case nor file, word for word as unknown ones', async () => {
    const draft = await savedDraft({});
    for (const login of ['agent-b', 'citizen', 'clerk-a', 'administrator']) {
      const { client } = await world.as(login);
      for (const path of ['/drafts/{id}', '/attachments/{id}']) {
        const real = await client.get(path.replace('{id}', draft.id));
        const unknown = await client.get(path.replace('{id}', 'no-such-id'));
        expect([real.status, { ...real.json, instance: '' }]).toEqual([404, { ...unknown.json, instance: '' }]);
      }
      expect((await client.put(`/drafts/${draft.id}`, { data: {} }, { version: draft.version })).status).toBe(404);
      expect((await client.post(`/drafts/${draft.id}/check`)).status).toBe(404);
      expect((await client.post(`/drafts/${draft.id}/submit`, {})).status).toBe(404);
      expect((await client.delete(`/drafts/${draft.id}`)).status).toBe(404);
    }
  });

  it('cannot guess a tracking code, nor object to what is not public', async () => {
    const { client } = await world.as();
    expect((await client.post('/track', { number: 'SL2021-xc01-0001', code: '000000' })).status).toBe(404);
    const id = await agent.file([elder(known[1] as string)], { service_month: '2021-02' });
    const body = { step: 'publicity', action: 'OBJECT', items: [], reason: 'x', objector: { name: '某', phone: '15400000009' } };
    expect([404, 409]).toContain((await client.post(`/publicity/${id}/objections`, body)).status);
    expect((await client.get(`/publicity/${id}`)).status).toBe(404);
  });
});
