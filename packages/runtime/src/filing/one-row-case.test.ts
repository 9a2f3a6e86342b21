import { oneRowPack, personAnswers } from '@careway/definition/testing';
import { describe, expect, it } from 'vitest';
import { eraseOnce } from '../erasure/erase-subject.js';
import type { TenantFacade } from '../facade/tenant-runtime.js';
import { stateOf } from '../loop/command-loop.js';
import { SmallOffice } from '../testing/small-office.js';

const service = 'care-allowance';
const pack = oneRowPack((documents) => {
  Object.assign(documents['services/care-allowance.json'] ?? {}, { applicants: ['person'] });
});
const people = { wang: ['centre-agent'], chen: ['clerk'], admin: ['clerk'] };
const open = async () => {
  const office = await SmallOffice.open(pack, people, '2026-01-05T09:00:00+08:00');
  await office.seed('facilities', { code: 'c1', name: '示例机构', grade: '1' });
  return office;
};
const file = (office: SmallOffice, data: Record<string, unknown> = personAnswers) =>
  office.file('wang', { service, data, area: 'district' });

describe('a case of one person', () => {
  it('has one row, made of the form, with its estimate before and its decision afterwards', async () => {
    const office = await open();
    const wang = await office.as('wang');
    const draft = await wang.drafts.create(service);
    await wang.drafts.save(draft.id, { data: personAnswers }, draft.version);
    expect(await wang.drafts.check(draft.id)).toMatchObject({ rows: [{ row: 1, amount: '200.00', status: 'ok' }], total: '200.00' });
    const caseId = await file(office);
    const view = await office.act('chen', caseId, { type: 'TakeAction', step: 'review', action: 'ACCEPT' });
    expect(view.items).toMatchObject([{ row: 1, name: '王某', status: 'approved', amount: '200.00' }]);
  });

  it('takes a supplement that names one answer, and keeps the others', async () => {
    const office = await open();
    const caseId = await file(office, { ...personAnswers, level: 'moderate' });
    await office.act('chen', caseId, { type: 'TakeAction', step: 'review', action: 'SUPPLEMENT', list: [{ what: '等级', why: '不符' }] });
    await office.act('wang', caseId, { type: 'FileSupplement', data: { level: 'severe', identity: '110105********002X' } });
    const view = await office.act('chen', caseId, { type: 'TakeAction', step: 'review', action: 'ACCEPT' });
    expect(view.items).toMatchObject([{ name: '王某', status: 'approved', amount: '200.00' }]);
  });

  it('is refused the claim when somebody else has filed for the same person and month', async () => {
    const office = await open();
    await file(office);
    const second = await file(office, { ...personAnswers, name: '王　某' });
    const reply = await office.try('chen', second, { type: 'TakeAction', step: 'review', action: 'ACCEPT' });
    expect(reply).toMatchObject({ ok: false, kind: 'refused', refusal: { code: 'CLAIM_NOT_HELD' } });
  });

  it('leaves nothing of the person when the row is erased, though the answers are those of the whole case', async () => {
    const office = await open();
    const caseId = await file(office);
    const { tools } = office.tenant as TenantFacade;
    const { parts } = tools;
    const stored = async () => JSON.stringify([await parts.store.cases.load(caseId), await parts.store.cases.commits(caseId)]);
    expect(await stored()).toContain('王某');
    const state = stateOf(await parts.store.cases.load(caseId));
    expect((await eraseOnce(tools, { subject: state?.items[0]?.subject ?? '', caseId }, 'once'))?.erased).toBeGreaterThan(0);
    expect(await stored()).not.toContain('王某');
  });
});
