import type { CaseState, Effect } from '@careway/engine';
import { expect, it } from 'vitest';
import { TenantFacade } from '../facade/tenant-runtime.js';
import { stateOf } from '../loop/command-loop.js';
import { buildRecord } from '../registers/build-record.js';
import { CityOffice, elders, service } from '../testing/city-office.js';
import { recordEntitlement } from './record-entitlement.js';

type Grant = Extract<Effect, { kind: 'record-entitlement' }>;

it('a grant is an entitlement that the page of the person shows, with its payments by month and its case', async () => {
  const office = await CityOffice.open();
  const caseId = await office.file(1);
  const { parts } = (office.tenant as TenantFacade).tools;
  const state = stateOf(await parts.store.cases.load(caseId)) as CaseState;
  const subject = state.items[0]?.subject as string;
  const record = {
    beneficiary: subject,
    benefit: service,
    amount: '220.00',
    from: '2021-06',
    payee: 'org:52150199MJ00000019',
    status: 'active',
    case: caseId,
    item: 'i1',
  };
  const effect: Grant = { id: `${caseId}:9:1`, kind: 'record-entitlement', item: 'i1', register: 'entitlements', record, subject };
  const work = { parts, loop: undefined as never, state, effect, touched: () => undefined };
  const [first] = await Promise.all([recordEntitlement(work), recordEntitlement(work)]);
  const key = first?.kind === 'entitlement-recorded' ? first.record : '';
  expect(await parts.store.registers.history('entitlements', key)).toHaveLength(1);

  const { registers } = parts.shelf.inForce('xc01', '2021-07-05') ?? { registers: new Map() };
  const definition = registers.get('payments');
  if (!definition) throw new Error('no register of payments');
  for (const month of ['2021-05', '2021-07', '2021-06']) {
    const values = { payment: `${key}/${month}`, entitlement: key, beneficiary: subject, month, kind: 'normal', amount: '220.00' };
    const cause = { at: parts.time.now(), source: 'effect' } as const;
    await parts.store.registers.put(
      buildRecord(parts.sealer, { definition, registers, values, path: '/hohhot/xc/xc01/', version: 1, validOn: '2021-07-05', cause }),
    );
  }

  const clerk = (await office.as('clerk-a')).registers;
  const id = (await clerk.list('elders', { text: elders(1)[0]?.identity_number as string }))?.rows[0]?.id ?? '';
  const view = await clerk.record('elders', id);
  const related = (register: string) => view?.related.find((one) => one.register === register)?.rows ?? [];
  expect(related('entitlements')[0]).toMatchObject({
    name: elders(1)[0]?.elder_name,
    values: {
      beneficiary: { record: { register: 'elders', id } },
      payee: { text: { 'zh-CN': '青城颐康养老院（演示）' }, record: { register: 'facilities' } },
      benefit: { text: { 'zh-CN': expect.stringContaining('床位') } },
      status: { text: { 'zh-CN': '在享' } },
    },
  });
  expect(related('payments').map(({ values }) => values['month']?.value)).toEqual(['2021-07', '2021-06', '2021-05']);
  const entitlement = await clerk.record('entitlements', key);
  expect(entitlement?.known.find(({ field }) => field === 'case')?.shown).toMatchObject({ caseId });
  expect(entitlement?.known.some(({ field }) => field === 'item')).toBe(false);
  expect(entitlement?.known[0]?.cause).toMatchObject({ source: 'effect', caseId });
  expect(JSON.stringify(entitlement?.known.map(({ shown }) => shown.text))).not.toContain(subject);
});
