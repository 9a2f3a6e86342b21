import { randomUUID } from 'node:crypto';
import type { CaseView, HistoryView, PersonRecord } from '@careway/runtime';
import { TestClient } from '@careway/server/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, demoPassword, openWorld, sample, type World } from './world.js';

/** Twenty clerks of one street over HTTP at once, each with a session of their own. No update is lost, none is done twice. */
const CLERKS = 20;
let world: World;
let agent: Browser;
let clients: readonly TestClient[];

beforeAll(async () => {
  world = await openWorld();
  agent = await world.as('agent-a');
  const model = (await world.tenant.people.byLogin('clerk-a')) as PersonRecord;
  clients = await Promise.all(
    Array.from({ length: CLERKS }, async (_, index) => {
      const login = `race-${index + 1}`;
      await world.tenant.people.put({ ...model, id: login, login, name: `经办${index + 1}` });
      const client = new TestClient(world.address);
      await client.logIn(login, demoPassword);
      return client;
    }),
  );
});
afterAll(() => world?.close());

const first = () => clients[0] as TestClient;
const read = async <T>(client: TestClient, path: string): Promise<T> => (await client.get(path)).json as unknown as T;

const send = (client: TestClient, caseId: string, command: object, more: { readonly version?: number; readonly key?: string } = {}) =>
  client.send('POST', `/cases/${caseId}/commands`, { body: command, ...more });

async function filed(count: number, month: string): Promise<string> {
  const roster = await agent.write<{ rows: Record<string, unknown>[] }>(
    'readRows',
    `/drafts/${(await agent.write<{ id: string }>('createDraft', '/drafts', { service: 'family-bed-operating-subsidy' })).id}/rows?field=rows`,
    undefined,
    { bytes: sample('roster-2021-06.csv'), headers: { 'content-type': 'text/csv' } },
  );
  return agent.file(roster.rows.slice(0, count), { service_month: month });
}

/** Sends until it is done: a clerk whose page was stale looks again and repeats the same act under a new key. */
async function persist(client: TestClient, caseId: string, command: object): Promise<number> {
  for (let tries = 1; tries <= 200; tries += 1) {
    const { version } = await read<CaseView>(client, `/cases/${caseId}`);
    const answer = await send(client, caseId, command, { version });
    if (answer.status === 200) return tries;
    if (answer.status !== 412) throw new Error(`${answer.status} ${answer.text}`);
  }
  throw new Error('never got through');
}

describe('twenty clerks at once', () => {
  it('decide sixty rows of one case: each row once, by whoever decided it, and no version is skipped', async () => {
    const caseId = await filed(60, '2021-06');
    await persist(first(), caseId, { type: 'TakeAction', step: 'accept', action: 'ACCEPT' });
    await world.settle();
    const before = await read<CaseView>(first(), `/cases/${caseId}`);
    const command = (index: number, row: number) => ({
      type: 'TakeAction',
      step: 'street-review',
      action: 'DECIDE_ROWS',
      items: [before.items[row]?.id],
      outcome: 'hold',
      reason: `第${row + 1}行由经办${index + 1}暂缓`,
    });
    await Promise.all(
      clients.map(async (client, index) => {
        for (let row = index; row < 60; row += CLERKS) await persist(client, caseId, command(index, row));
      }),
    );
    const after = await read<CaseView>(first(), `/cases/${caseId}`);
    expect(after.counts.held).toBe(60);
    expect(after.items.map(({ reason }) => reason)).toEqual(before.items.map((_, row) => `第${row + 1}行由经办${(row % CLERKS) + 1}暂缓`));
    expect(after.version).toBe(before.version + 60);
    const history = await read<HistoryView>(first(), `/cases/${caseId}/history`);
    expect(history.chain.ok).toBe(true);
    expect(history.acts.filter(({ type }) => type === 'ItemDecided')).toHaveLength(60);
    expect(history.acts.map(({ seq }) => seq)).toEqual(history.acts.map((_, index) => index + 1));
  });

  it('take one task: exactly one has it, and the others hear that it is taken', async () => {
    const caseId = await filed(1, '2021-05');
    const view = await read<CaseView>(first(), `/cases/${caseId}`);
    const task = view.tasks[0]?.id;
    const answers = await Promise.all(clients.map((client) => send(client, caseId, { type: 'TakeTask', task }, { version: view.version })));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(CLERKS - 1);
    const again = await Promise.all(
      clients.map(async (client) =>
        send(client, caseId, { type: 'TakeTask', task }, { version: (await read<CaseView>(client, `/cases/${caseId}`)).version }),
      ),
    );
    expect(new Set(again.map(({ json }) => json['code']))).toEqual(new Set(['TASK_TAKEN']));
  });

  it('press the same button: the case moves once, the others hear that it has moved on', async () => {
    const caseId = await filed(1, '2021-04');
    const { version } = await read<CaseView>(first(), `/cases/${caseId}`);
    const accept = { type: 'TakeAction', step: 'accept', action: 'ACCEPT' };
    const answers = await Promise.all(clients.map((client) => send(client, caseId, accept, { version })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(CLERKS - 1);
    const history = await read<HistoryView>(first(), `/cases/${caseId}/history`);
    expect(history.acts.filter(({ type }) => type === 'LetterIssued')).toHaveLength(1);
  });

  it('of whom one sends the same command twenty times: it is done once and answered alike', async () => {
    const caseId = await filed(1, '2021-03');
    const client = first();
    const key = randomUUID();
    const accept = { type: 'TakeAction', step: 'accept', action: 'ACCEPT' };
    const { version } = await read<CaseView>(client, `/cases/${caseId}`);
    const answers = await Promise.all(clients.map(() => send(client, caseId, accept, { key, version })));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const history = await read<HistoryView>(client, `/cases/${caseId}/history`);
    expect(history.acts.filter(({ type }) => type === 'ActionTaken')).toHaveLength(1);
  });
});

describe('two centres file one elder for one month at the same moment', () => {
  it('exactly one holds the elder; the other row is refused and names nothing of the first', async () => {
    const other = await world.as('agent-b');
    const rows = (
      await agent.write<{ rows: Record<string, unknown>[] }>(
        'readRows',
        `/drafts/${(await agent.write<{ id: string }>('createDraft', '/drafts', { service: 'family-bed-operating-subsidy' })).id}/rows?field=rows`,
        undefined,
        { bytes: sample('roster-2021-06.csv'), headers: { 'content-type': 'text/csv' } },
      )
    ).rows.slice(0, 1);
    const theirs = { facility_credit_code: '52150199MJ0000002C', facility_name: '敕勒川颐养中心（演示）', facility_grade: 'level-2' };
    const ids = await Promise.all([
      agent.file(rows, { service_month: '2021-02' }),
      other.file(rows, { service_month: '2021-02', ...theirs, contact_name: '王建军' }),
    ]);
    await world.settle();
    const views = await Promise.all([agent.case(ids[0]), other.case(ids[1])]);
    const claims = views.map(({ items }) => items[0]?.claim?.status).sort();
    expect(claims).toEqual(['granted', 'refused']);
    const loser = views.find(({ items }) => items[0]?.claim?.status === 'refused') as CaseView;
    const winner = views.find(({ items }) => items[0]?.claim?.status === 'granted') as CaseView;
    const told = JSON.stringify(loser.items[0]?.claim);
    for (const secret of [winner.id, winner.number ?? '?', winner.applicant.name]) expect(told).not.toContain(secret);
  });
});
