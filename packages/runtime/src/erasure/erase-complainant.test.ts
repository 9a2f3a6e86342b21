import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replay } from '@careway/engine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TenantFacade } from '../facade/tenant-runtime.js';
import { stateOf } from '../loop/command-loop.js';
import type { WhomToErase } from '../runtime.js';
import {
  fileComplaint,
  filePublicly,
  fileReport,
  fileStatement,
  nameInvestigators,
  openComplaintOffice,
  secret,
} from '../testing/complaint-office.js';
import { home } from '../testing/complaint-pack.js';
import type { SmallOffice } from '../testing/small-office.js';
import { filesHolding } from '../testing/stored-bytes.js';

let dataDir: string;
let office: SmallOffice;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'careway-erase-complainant-'));
  office = await openComplaintOffice(dataDir);
});
afterEach(async () => {
  await office.careway.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const parts = () => (office.tenant as TenantFacade).tools.parts;
const held = () =>
  [secret.name, secret.room, '饭菜是凉的', parts().sealer.searchKey(secret.phone)].filter((text) => filesHolding(dataDir, text).length > 0);

async function erase(caseId: string, whom: Omit<WhomToErase, 'caseId'> = {}): Promise<void> {
  const reply = await (await office.as('admin')).erase({ caseId, ...whom }, { ...office.key, reason: '依法申请' });
  expect(reply).toMatchObject({ ok: true });
  expect((await (await office.as('admin')).history(caseId))?.chain.ok).toBe(true);
  const state = stateOf(await parts().store.cases.load(caseId));
  expect(replay(await office.tenant.acts(caseId))).toEqual(state);
}

/** Heard, investigated and answered, the name of who complained in the words of others. */
async function answered(caseId: string): Promise<void> {
  await nameInvestigators(office, caseId);
  await fileStatement(office, caseId);
  await fileReport(office, caseId, 'look-a', 2);
  await fileReport(office, caseId, 'look-b', 4);
  await office.act('clerk', caseId, { type: 'TakeAction', step: 'reply', action: 'REPLY', reason: `已告知${secret.name}` });
}

describe('an erasure of who complained', () => {
  it('leaves nothing of a named complaint that was handled to its end', async () => {
    const caseId = await fileComplaint(office);
    await answered(caseId);
    expect(held()).toHaveLength(4);
    await erase(caseId);
    expect(held()).toEqual([]);
  });

  it('leaves nothing of an anonymous one, telephone and all', async () => {
    const { caseId } = await filePublicly(office);
    expect(held().length).toBeGreaterThan(1);
    await erase(caseId);
    expect(held()).toEqual([]);
  });

  it('leaves the complaint when the agent of the home is erased, but no name of that agent', async () => {
    const agent = await office.tenant.people.byId(home.agent);
    if (agent) await office.tenant.people.put({ ...agent, name: '上官经理' });
    const caseId = await fileComplaint(office);
    await nameInvestigators(office, caseId);
    const answers = { words: '由上官经理负责整改' };
    await office.act(home.agent, caseId, { type: 'TakeAction', step: 'statement', action: 'STATE', answers });
    expect(filesHolding(dataDir, '上官经理')).not.toEqual([]);
    await erase(caseId, { agent: home.agent });
    expect(filesHolding(dataDir, '上官经理')).toEqual([]);
    expect(held()).toHaveLength(4);
  });

  it('is refused to everybody but an administrator, and finds nobody who is not in the case', async () => {
    const caseId = await fileComplaint(office);
    const options = { ...office.key, reason: 'x' };
    expect(await (await office.as('clerk')).erase({ caseId }, options)).toMatchObject({ ok: false, kind: 'refused' });
    for (const whom of [{ item: 'i1' }, { party: 'nobody' }, { agent: 'citizen' }, { objection: 1 }]) {
      expect(await (await office.as('admin')).erase({ caseId, ...whom }, options)).toEqual({ ok: false, kind: 'not-found' });
    }
    expect(held()).toHaveLength(4);
  });
});
