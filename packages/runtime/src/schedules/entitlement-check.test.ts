import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TenantFacade } from '../facade/tenant-runtime.js';
import { loadPackChain } from '../packs/load-pack-folder.js';
import { SmallOffice } from '../testing/small-office.js';

const { composed } = loadPackChain(resolve(import.meta.dirname, '../../../../workflows'));

const answers = {
  elder_name: '王秀兰',
  identity_number: '110101194001010012',
  local_hukou: true,
  community: '某某社区',
  category: 'low-income',
  living: 'alone',
  relation: 'child',
  contact_phone: '15400000001',
  declaration: true,
};
const visit = { visited_on: '2026-01-06', met: 'applicant', confirmed: true, findings: '在家，情况属实' };
const people = {
  daughter: ['applicant'],
  neighbour: ['applicant'],
  clerk: ['street-clerk'],
  colleague: ['street-clerk'],
  officer: ['district-officer'],
  head: ['district-supervisor'],
};

/** A subsidy that a daughter asked for was granted in January; the yearly certification opens in March. */
async function granted() {
  if (!composed) throw new Error('the pack is broken');
  const office = await SmallOffice.open(composed, people, '2026-01-05T09:00:00+08:00');
  const { identity_number } = answers;
  const elder = { identity_number, name: '王秀兰', birth_date: '1940-01-01', local_hukou: 'true', valid_until: '2027-01-01' };
  await office.seed('elders', elder);
  const caseId = await office.file('daughter', { service: 'elder-care-subsidy', data: answers, area: 'street' });
  const take = (login: string, step: string, action: string, more: object = {}) =>
    office.act(login, caseId, { type: 'TakeAction', step, action, ...more });
  await take('clerk', 'accept', 'ACCEPT');
  await office.until('2026-01-06T09:00:00+08:00');
  await take('clerk', 'household-visit', 'FILE_VISIT', { answers: visit });
  await take('colleague', 'household-visit', 'FILE_VISIT', { answers: visit });
  const [row] = (await office.as('clerk').then((desk) => desk.case(caseId)))?.items ?? [];
  const proposal = { items: [row?.id ?? ''], outcome: 'approve', amount: '120.00', reason: '按本市标准' };
  await take('clerk', 'street-review', 'DECIDE_ROWS', proposal);
  await take('clerk', 'street-review', 'PUBLISH');
  await office.until('2026-01-15T09:00:00+08:00');
  await take('officer', 'district-decision', 'APPROVE', { opinion: '同意' });
  await office.until('2026-03-01T09:00:00+08:00');
  await office.tenant.tick();
  const { store } = (office.tenant as TenantFacade).tools.parts;
  const checkId = (await store.cases.ids({ limit: 10 })).find((id) => id !== caseId) ?? '';
  return { office, checkId };
}

describe('the yearly certification of a benefit', () => {
  it('reaches whoever applied for the elder, and nobody else', async () => {
    const { office, checkId } = await granted();
    expect(await (await office.as('neighbour')).case(checkId)).toBeUndefined();
    const mine = await (await office.as('daughter')).case(checkId);
    expect(mine).toMatchObject({ applicant: { name: '王秀兰' }, position: [{ id: 'certify' }] });
    const benefit = mine?.facts.find(({ id }) => id === 'benefit');
    expect(benefit?.text?.['zh-CN']).toBe('困难老年人养老服务补贴');
    const certified = { certified_by: 'family', alive: true, residence_unchanged: true, circumstances_unchanged: true, declaration: true };
    await office.act('daughter', checkId, { type: 'TakeAction', step: 'certify', action: 'CERTIFY', answers: certified });
    const done = await office.act('clerk', checkId, { type: 'TakeAction', step: 'confirm', action: 'CONFIRM' });
    expect(done.status).toBe('closed');
    expect(done.records).toMatchObject([{ register: 'entitlements', status: 'written' }]);
  });

  it('that nobody answers leads to a suspension from the next month, told with the name of the benefit', async () => {
    const { office, checkId } = await granted();
    await office.until('2026-04-02T09:00:00+08:00');
    const suspend = { step: 'overdue', action: 'SUSPEND', answers: { suspension_cause: 'not-certified' }, reason: '多次通知没有认证' };
    const view = await office.act('head', checkId, { type: 'TakeAction', ...suspend });
    const letter = await (await office.as('daughter')).letter(checkId, view.letters[0]?.id ?? '');
    const words = letter?.blocks.map((block) => block.text?.['zh-CN'] ?? '').join('');
    expect(words).toContain('您享受的“困难老年人养老服务补贴”');
    expect(words).toContain('自2026年5月1日起暂停发放');
    const { store } = (office.tenant as TenantFacade).tools.parts;
    const [record] = (await store.registers.find('entitlements', { offset: 0, limit: 5 })).records;
    expect(record).toMatchObject({ name: '王秀兰', status: 'suspended', values: { suspended_from: '2026-05-01', amount: '120.00' } });
  });
});
