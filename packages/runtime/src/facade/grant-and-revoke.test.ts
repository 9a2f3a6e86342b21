import { oneRowPack, personAnswers, setAt } from '@careway/definition/testing';
import { describe, expect, it } from 'vitest';
import { SmallOffice } from '../testing/small-office.js';
import type { TenantFacade } from './tenant-runtime.js';

const service = 'care-allowance';
const WORKFLOW = 'allowance/workflow.json';
const label = { 'zh-CN': '项', en: 'item' };
const basis = { source: 'city-set' };
const fields = [
  { id: 'code', label, type: 'text' },
  { id: 'benefit', label, type: 'code' },
  { id: 'amount', label, type: 'money' },
  { id: 'status', label, type: 'code' },
  { id: 'reason', label, type: 'text' },
];
const elder = [
  { id: 'identity', label, type: 'identity' },
  { id: 'name', label, type: 'text' },
  { id: 'rate', label, type: 'money' },
];
const perRow = { per: 'granted-item', mode: 'upsert' };

/** Grants that are written to two registers, ended by a revocation, and clocks that are told of level by level. */
const pack = oneRowPack((documents) => {
  const workflow = documents[WORKFLOW];
  Object.assign(documents['services/care-allowance.json'] ?? {}, { applicants: ['person'] });
  setAt(documents['registers/grants.json'], '/fields', fields);
  documents['registers/people.json'] = { id: 'people', label, key: 'identity', name: 'name', scope: 'tenant', fields: elder };
  setAt(workflow, '/clocks/0/escalation', [
    { afterDays: 0, role: 'officer' },
    { afterDays: 2, role: 'officer' },
  ]);
  setAt(workflow, '/steps/0/actions/0/paths', [{ to: 'public-notice' }]);
  const person = { id: 'person', register: 'people', key: 'identity', set: { name: 'name', rate: 'rate' }, ...perRow };
  setAt(workflow, '/steps/4/actions/0/writes', [person]);
  setAt(workflow, '/procedures/-', {
    id: 'revoke',
    label,
    kind: 'revoke-decision',
    to: 'review',
    request: { role: 'clerk' },
    decide: { rule: 'any', seats: [{ id: 'one', role: 'officer' }] },
    writes: [
      { id: 'end', register: 'grants', mode: 'update', per: 'granted-item', key: 'entitlement_record', set: { status: '"revoked"' } },
    ],
    basis,
  });
});

async function opened() {
  const office = await SmallOffice.open(pack, { wang: ['centre-agent'], chen: ['clerk'], zhao: ['officer'] }, '2026-01-05T09:00:00+08:00');
  const caseId = await office.file('wang', { service, data: personAnswers, area: 'district' });
  const { registers } = (office.tenant as TenantFacade).tools.parts.store;
  const records = async (register: string) => (await registers.find(register, { offset: 0, limit: 10 })).records;
  const grant = async (until: string) => {
    await office.act('chen', caseId, { type: 'TakeAction', step: 'review', action: 'ACCEPT' });
    await office.until(until);
    return office.act('zhao', caseId, { type: 'TakeAction', step: 'decide', action: 'GRANT' });
  };
  return { office, caseId, registers, records, grant };
}

describe('what a grant writes', () => {
  it('is in the registers, with the case as its cause, the person’s number sealed', async () => {
    const { records, grant, caseId, registers } = await opened();
    const view = await grant('2026-01-13T09:00:00+08:00');
    expect(view.records).toMatchObject([{ register: 'people', status: 'written', key: '110105********002X' }]);
    const [person] = await records('people');
    expect(person).toMatchObject({ name: '王某', values: { rate: '200.00' }, cause: { caseId } });
    expect(JSON.stringify(person)).not.toContain(personAnswers.identity);
    expect((await registers.history('people', person?.key ?? '')).map(({ version }) => version)).toEqual([1]);
  });

  it('ends with a revocation, and a second grant has a record of its own', async () => {
    const { office, caseId, records, grant } = await opened();
    await grant('2026-01-13T09:00:00+08:00');
    const asked = await office.act('chen', caseId, { type: 'RequestProcedure', procedure: 'revoke', reason: '材料虚假' });
    const id = asked.procedures[0]?.id ?? '';
    const revoked = await office.act('zhao', caseId, { type: 'VoteProcedure', id, vote: 'for' });
    expect(revoked.items).toMatchObject([{ status: 'open', final: false }]);
    expect((await records('grants')).map(({ values }) => values.status)).toEqual(['revoked']);
    await grant('2026-01-30T09:00:00+08:00');
    const both = (await records('grants')).map(({ key, values }) => [key.slice(-2), values.status]);
    expect(both.sort()).toEqual([
      ['-2', 'active'],
      ['i1', 'revoked'],
    ]);
  });
});

describe('a clock that was missed', () => {
  it('is told to every level once, after downtime too', async () => {
    const { office, caseId } = await opened();
    await office.until('2026-01-20T09:00:00+08:00');
    await office.tenant.tick();
    const acts = await office.tenant.acts(caseId);
    const told = acts.flatMap((act) => (act.type === 'ClockEscalated' ? [act.data.level] : act.type === 'ClockBreached' ? [0] : []));
    expect(told).toEqual([0, 1, 2]);
    expect(await office.tenant.tick()).toMatchObject({ fired: 0 });
  });
});
