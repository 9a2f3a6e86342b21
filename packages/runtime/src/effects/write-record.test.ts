import type { CaseState, Effect } from '@careway/engine';
import { beforeEach, describe, expect, it } from 'vitest';
import { TenantFacade } from '../facade/tenant-runtime.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import { stateOf } from '../loop/command-loop.js';
import { CityOffice, elders } from '../testing/city-office.js';
import { writeRecord } from './write-record.js';

type Write = Extract<Effect, { kind: 'write-record' }>;

let parts: TenantParts;
let state: CaseState;
let key: string;
const touched = () => undefined;

beforeEach(async () => {
  const office = await CityOffice.open();
  const caseId = await office.file(1);
  parts = (office.tenant as TenantFacade).tools.parts;
  state = stateOf(await parts.store.cases.load(caseId)) as CaseState;
  key = parts.sealer.searchKey(elders(1)[0]?.identity_number as string);
});

const effect = (change: Partial<Write> = {}): Write => ({
  id: `${state.caseId}:7:1`,
  kind: 'write-record',
  write: 'result',
  register: 'elders',
  mode: 'update',
  key,
  values: { disability_level: 'total', assessed_on: '2021-07-05', valid_until: '2022-07-04' },
  subject: 'citizen',
  on: '2021-07-05',
  ...change,
});
const perform = (change?: Partial<Write>) => writeRecord({ parts, loop: undefined as never, state, effect: effect(change), touched });

describe('a register record written by a case', () => {
  it('changes the fields named, and its history names case and act', async () => {
    const before = await parts.store.registers.get('elders', key);
    expect(await perform()).toEqual({ kind: 'record-written', write: 'result', version: 2 });
    const after = await parts.store.registers.get('elders', key);
    expect(after).toMatchObject({
      name: before?.name,
      path: before?.path,
      subject: before?.subject,
      until: '2022-07-04',
      indexed: { disability_level: 'total' },
      values: { community: before?.values['community'], disability_level: 'total' },
      cause: { source: 'effect', caseId: state.caseId, act: 7, effect: `${state.caseId}:7:1` },
    });
  });

  it('is written once however often the effect is performed, also after others changed it', async () => {
    const copies = await Promise.all([perform(), perform(), perform()]);
    await perform({ id: `${state.caseId}:9:1`, values: { community: '海东社区' } });
    for (const outcome of [...copies, await perform()]) expect(outcome).toMatchObject({ kind: 'record-written', version: 2 });
    expect(await parts.store.registers.history('elders', key)).toHaveLength(3);
  });

  it('is refused where it exists and must not, or must and does not', async () => {
    expect(await perform({ mode: 'create' })).toMatchObject({ kind: 'record-refused', write: 'result', why: 'exists' });
    expect(await perform({ key: 'f'.repeat(40) })).toMatchObject({ kind: 'record-refused', why: 'missing' });
    expect(await perform({ key: 'f'.repeat(40), mode: 'upsert' })).toMatchObject({ kind: 'record-written', version: 1 });
  });

  it('is made about the person or organisation that its fields name, not about who applied', async () => {
    const values = {
      facility: '52150199MJ00000019',
      grade: 'level-5',
      issued_on: '2021-07-05',
      valid_until: '2024-07-04',
      status: 'valid',
    };
    await perform({ register: 'certificates', mode: 'create', key: 'HHDJ-2021-001', values });
    expect(await parts.store.registers.get('certificates', 'HHDJ-2021-001')).toMatchObject({
      subject: 'org:52150199MJ00000019',
      name: 'HHDJ-2021-001',
      status: 'valid',
      indexed: { facility: '52150199MJ00000019', grade: 'level-5' },
      path: '/hohhot/xc/xc01/',
    });
    const { records } = await parts.store.registers.find('certificates', {
      match: { facility: '52150199MJ00000019' },
      status: 'valid',
      offset: 0,
      limit: 9,
    });
    expect(records.map(({ key: number }) => number)).toContain('HHDJ-2021-001');
  });

  it('writes nothing of a person who was erased meanwhile', async () => {
    expect(await perform({ values: {} })).toMatchObject({ kind: 'record-refused', why: 'missing' });
    expect(await parts.store.registers.history('elders', key)).toHaveLength(1);
  });
});
