import { oneRowPack, personAnswers, setAt } from '@careway/definition/testing';
import { checkCharacter, maskIdentity } from '@careway/forms';
import { describe, expect, it } from 'vitest';
import { eraseOnce } from '../erasure/erase-subject.js';
import { stateOf } from '../loop/command-loop.js';
import type { CaseCommand } from '../runtime.js';
import { SmallOffice } from '../testing/small-office.js';
import type { TenantFacade } from './tenant-runtime.js';

const service = 'care-allowance';
const WORKFLOW = 'allowance/workflow.json';
const pack = oneRowPack((documents) => {
  Object.assign(documents['services/care-allowance.json'] ?? {}, { applicants: ['person'] });
  setAt(documents[WORKFLOW], '/corrections', { role: 'clerk', letters: [] });
  setAt(documents[WORKFLOW], '/items/facts/-', {
    id: 'age',
    label: { 'zh-CN': '年龄', en: 'Age' },
    type: 'integer',
    from: { kind: 'system', name: 'age-on-filing', field: 'identity' },
  });
});
const digits = '11010519400101001';
const right = digits + checkCharacter(digits);
const wrong = digits + (right.endsWith('1') ? '2' : '1');

async function opened() {
  const office = await SmallOffice.open(pack, { wang: ['centre-agent'], chen: ['clerk'] }, '2026-01-05T09:00:00+08:00');
  await office.seed('facilities', { code: 'c1', name: '示例机构', grade: '1' });
  const caseId = await office.file('wang', { service, data: personAnswers, area: 'district' });
  const { tools } = office.tenant as TenantFacade;
  const { parts } = tools;
  const state = async () => {
    const found = stateOf(await parts.store.cases.load(caseId));
    if (!found) throw new Error('no case');
    return found;
  };
  const correct = async (fact: string, value: string, more: object = {}): Promise<CaseCommand> => ({
    type: 'CorrectFact',
    fact,
    item: 'i1',
    value,
    supersedes: (await state()).factActs?.[`i1:${fact}`] ?? 0,
    reason: '录入有误',
    ...more,
  });
  return { office, caseId, tools, parts, state, correct };
}

describe('a correction of a row', () => {
  it('seals the right number, finds the age and the person by it, and claims by it', async () => {
    const { office, caseId, state, correct, parts } = await opened();
    const before = await state();
    await office.act('chen', caseId, await correct('identity', ` ${right} `));
    const [row] = (await state()).items;
    expect(row?.facts).toMatchObject({ identity: { value: { key: parts.sealer.searchKey(right) } }, age: { value: '86' } });
    expect(row?.subject).toBe(parts.sealer.subject(parts.sealer.searchKey(right)));
    expect(row?.subject).not.toBe(before.items[0]?.subject);
    expect(row?.claim).toMatchObject({ status: 'granted' });
    expect(JSON.stringify(await parts.store.cases.commits(caseId))).not.toContain(right);
    const other = await office.file('wang', { service, data: personAnswers, area: 'district' });
    await expect(office.act('chen', other, { type: 'TakeAction', step: 'review', action: 'ACCEPT' })).resolves.toBeDefined();
  });

  it('refuses a number that cannot be, before the engine sees it', async () => {
    const { office, caseId, correct } = await opened();
    const reply = await office.try('chen', caseId, await correct('identity', wrong));
    expect(reply).toMatchObject({ ok: false, kind: 'issues', issues: [{ code: 'IDENTITY_CHECKSUM', path: '/value' }] });
  });

  it('stands when the applicant completes the file without naming it, masked numbers too', async () => {
    const { office, caseId, state, correct } = await opened();
    await office.act('chen', caseId, await correct('identity', right));
    await office.act('chen', caseId, await correct('name', '汪某'));
    await office.act('chen', caseId, { type: 'TakeAction', step: 'review', action: 'SUPPLEMENT', list: [{ what: '月份', why: '不清' }] });
    await office.act('wang', caseId, { type: 'FileSupplement', data: { month: '2025-11', identity: maskIdentity(right) } });
    const now = await state();
    expect(now.items[0]?.facts).toMatchObject({ name: { value: '汪某' }, age: { value: '86' } });
    expect(now.facts.service_month?.value).toBe('2025-11');
    expect(now.items[0]?.claim?.status).toBe('granted');
  });

  it('is erased with the person whom the row is about now', async () => {
    const { office, caseId, tools, parts, state, correct } = await opened();
    await office.act('chen', caseId, await correct('identity', right));
    const subject = (await state()).items[0]?.subject ?? '';
    expect((await eraseOnce(tools, { subject, caseId }, 'once'))?.erased).toBeGreaterThan(0);
    expect(JSON.stringify([await state(), await parts.store.cases.commits(caseId)])).not.toContain('王某');
  });
});
