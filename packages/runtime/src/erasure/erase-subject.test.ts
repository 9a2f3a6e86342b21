import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replay } from '@careway/engine';
import { CityOffice, elders, service } from '../testing/city-office.js';
import { filesHolding } from '../testing/stored-bytes.js';

const dataDir = mkdtempSync(join(tmpdir(), 'careway-erase-'));
const [elder, other] = elders(2);
const name = '独一无二的名字';
const identity = elder?.identity_number as string;
let office: CityOffice;
let caseId: string;

const holding = (text: string) => filesHolding(dataDir, text);

beforeAll(async () => {
  office = await CityOffice.open({ dataDir });
  const agent = await office.as('agent-a');
  const rows = [{ ...elder, elder_name: name }, other];
  const data = { ...office.application(2), rows };
  const draft = await agent.drafts.create(service);
  await agent.drafts.save(draft.id, { data }, draft.version);
  const filed = await agent.fileCase({ service, data }, office.key);
  if (!filed.ok) throw new Error(JSON.stringify(filed));
  caseId = filed.value.caseId;
  await office.act('clerk-a', caseId, { type: 'TakeAction', step: 'accept', action: 'ACCEPT' });
  await office.act('clerk-a', caseId, {
    type: 'TakeAction',
    step: 'street-review',
    action: 'DECIDE_ROWS',
    items: ['i1'],
    outcome: 'hold',
    reason: `${name}的协议还没有交`,
  });
});

afterAll(async () => {
  await office.careway.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('an erasure', () => {
  it('has something to do: the name is stored, the identity number never in clear', () => {
    expect(holding(name)).not.toEqual([]);
    expect(holding(identity)).toEqual([]);
  });

  it('leaves no byte of the values in database, log and files, and the chain verifies', async () => {
    const admin = await office.as('administrator');
    const key = office.key;
    const result = await admin.erase({ caseId, item: 'i1' }, { ...key, reason: '本人申请' });
    expect(result).toMatchObject({ ok: true });
    expect(result.ok && result.value.erased).toBeGreaterThan(3);
    expect(holding(name)).toEqual([]);
    const history = await admin.history(caseId);
    expect(history?.chain.ok).toBe(true);
    expect(history?.acts.filter(({ erased }) => erased).length).toBeGreaterThan(1);
    expect(await admin.erase({ caseId, item: 'i1' }, { ...key, reason: '本人申请' })).toEqual({ ...result, replayed: true });
  });

  it('says erased on replay and on the page, and keeps the other rows', async () => {
    const view = await office.case(caseId);
    const [gone, kept] = view.items;
    expect(gone?.facts.every(({ erased, value }) => erased === true && value === undefined)).toBe(true);
    expect(gone?.name).toBe('（已依法删除）');
    expect(gone?.reason).toBeUndefined();
    expect(kept?.name).toBe(other?.elder_name);
    const state = replay(await office.tenant.acts(caseId));
    expect(state.items[0]?.facts.elder_name).toMatchObject({ erased: true });
  });

  it('takes the person out of search, registers and drafts', async () => {
    const clerk = await office.as('clerk-a');
    expect((await clerk.cases({ text: name })).rows).toEqual([]);
    expect((await clerk.cases({ text: identity })).rows).toEqual([]);
    expect((await clerk.cases({ text: other?.elder_name as string })).rows).toHaveLength(1);
    expect((await clerk.registers.list('elders', { text: identity }))?.rows).toEqual([]);
    const [draft] = await (await office.as('agent-a')).drafts.list();
    expect(draft?.data.rows).toHaveLength(1);
  });

  it('lets the case go on', async () => {
    const after = await office.act('clerk-a', caseId, {
      type: 'TakeAction',
      step: 'street-review',
      action: 'DECIDE_ROWS',
      items: ['i2'],
      outcome: 'approve',
    });
    expect(after.items[1]?.status).toBe('approved');
    expect((await (await office.as('auditor')).history(caseId))?.chain.ok).toBe(true);
  });
});
