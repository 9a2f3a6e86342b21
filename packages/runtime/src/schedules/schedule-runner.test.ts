import { resolve } from 'node:path';
import type { ComposedPack, FormDefinition, ScheduleDefinition, ServiceDefinition, WorkflowDefinition } from '@careway/definition';
import { describe, expect, it } from 'vitest';
import { openCareway } from '../facade/open-careway.js';
import { TenantFacade } from '../facade/tenant-runtime.js';
import { openMemoryStore } from '../memory/index.js';
import { loadPackChain } from '../packs/load-pack-folder.js';
import { buildRecord } from '../registers/build-record.js';

const label = (text: string) => ({ 'zh-CN': text, en: text });

const workflow: WorkflowDefinition = {
  id: 'check',
  version: '1.0.0',
  label: label('年度核查'),
  parties: [{ id: 'applicant', label: label('对象'), kinds: ['person', 'organisation'] }],
  facts: [{ id: 'credit_code', label: label('代码'), type: 'text', from: { kind: 'submission', field: 'credit_code' } }],
  entries: [
    { id: 'application', to: 'other' },
    { id: 'yearly', to: 'look' },
  ],
  steps: [
    {
      id: 'other',
      label: label('其他'),
      kind: 'task',
      assignee: { role: 'district-officer' },
      actions: [{ id: 'DONE', label: label('完成'), kind: 'move', to: 'end' }],
    },
    {
      id: 'look',
      label: label('核查'),
      kind: 'task',
      assignee: { role: 'district-officer' },
      actions: [{ id: 'DONE', label: label('完成'), kind: 'move', to: 'end' }],
    },
    { id: 'end', label: label('办结'), kind: 'end', ending: 'completed' },
  ],
  clocks: [],
};

const form: FormDefinition = {
  id: 'check',
  version: '1.0.0',
  label: label('核查'),
  schema: {
    type: 'object',
    required: ['credit_code', 'period'],
    properties: { credit_code: { type: 'string', minLength: 1 }, period: { type: 'string', minLength: 4 } },
  },
  fields: [
    { id: 'credit_code', label: label('代码'), widget: 'text' },
    { id: 'period', label: label('期间'), widget: 'text' },
  ],
  pages: [{ id: 'one', label: label('核查'), fields: ['credit_code', 'period'] }],
};

const service: ServiceDefinition = {
  id: 'yearly-check',
  label: label('年度核查'),
  summary: label('每年一次'),
  workflow: 'check',
  form: 'check',
  entry: 'yearly',
  internal: true,
  applicants: ['organisation'],
  clauses: [],
  papers: [],
  ways: [],
  contact: { office: label('民政局'), telephone: '0' },
};

const yearly: ScheduleDefinition = {
  id: 'yearly-check',
  label: label('年度核查'),
  service: 'yearly-check',
  over: { register: 'facilities', where: 'kind = "social"' },
  when: { every: 'year', month: 3, day: 10 },
  data: { credit_code: 'credit_code', period: 'period' },
  basis: { source: 'city-set' },
};

function packWith(schedule: ScheduleDefinition): ComposedPack {
  const { composed } = loadPackChain(resolve(import.meta.dirname, '../../../../examples/hohhot'));
  if (!composed) throw new Error('the pack is broken');
  return {
    ...composed,
    hash: composed.hash.replace(/^.{8}/, 'ffffffff'),
    workflows: new Map([...composed.workflows, ['check', workflow]]),
    forms: new Map([...composed.forms, ['check', form]]),
    services: new Map([...composed.services, ['yearly-check', service]]),
    schedules: new Map([[schedule.id, schedule]]),
    documentHashes: new Map([...composed.documentHashes, ['form:check', 'a'.repeat(64)], ['workflow:check', 'b'.repeat(64)]]),
  };
}

async function office(schedule: ScheduleDefinition, start: string) {
  const clock = { at: Date.parse(start) };
  const careway = await openCareway({
    store: openMemoryStore(),
    key: 'c'.repeat(64),
    now: () => clock.at,
    tenants: [
      {
        id: 'city',
        label: label('某市'),
        pack: packWith(schedule),
        areas: [
          { id: 'city', level: 'city', label: label('某市') },
          { id: 'd1', level: 'district', parent: 'city', label: label('一区') },
        ],
      },
    ],
  });
  const tenant = careway.tenants()[0] as TenantFacade;
  const { parts } = tenant.tools;
  const definition = parts.shelf.inForce('city', '2026-01-01')?.registers.get('facilities');
  if (!definition) throw new Error('no register');
  const add = async (credit_code: string, more: Record<string, string>) => {
    const cause = { at: parts.time.now(), source: 'seed' as const };
    const values = { credit_code, name: `院${credit_code}`, kind: 'social', ...more };
    const registers = parts.shelf.inForce('city', '2026-01-01')?.registers ?? new Map();
    await parts.store.registers.put(
      buildRecord(parts.sealer, { definition, registers, values, path: '/city/d1/', version: 1, validOn: '2021-01-01', cause }),
    );
  };
  const cases = async () => {
    const states = await Promise.all((await parts.store.cases.ids({ limit: 100 })).map((id) => parts.store.cases.load(id)));
    return states.map(
      (stored) => stored?.state as { schedule: { period: string }; facts: Record<string, { value: string }>; position: string[] },
    );
  };
  const tickOn = async (day: string) => {
    clock.at = Date.parse(`${day}T09:00:00+08:00`);
    return (await tenant.tick()).opened;
  };
  return { tenant, add, cases, tickOn };
}

describe('schedules', () => {
  it('open one case a period for each record for which the condition holds, at the entry of the service', async () => {
    const { add, cases, tickOn } = await office(yearly, '2026-03-01T09:00:00+08:00');
    await add('A', {});
    await add('B', {});
    await add('C', { kind: 'public' });
    expect(await tickOn('2026-03-01')).toBe(0);
    expect(await tickOn('2026-03-10')).toBe(2);
    const opened = await cases();
    expect(opened.map(({ facts }) => facts.credit_code?.value).sort()).toEqual(['A', 'B']);
    expect(opened[0]).toMatchObject({ schedule: { id: 'yearly-check', period: '2026' }, position: ['look'] });
  });

  it('open nothing twice, however often they run and wherever a run broke off', async () => {
    const { tenant, add, cases, tickOn } = await office(yearly, '2026-03-01T09:00:00+08:00');
    await add('A', {});
    await tickOn('2026-03-10');
    await tenant.tools.parts.store.settings.set(
      'schedule:yearly-check',
      JSON.stringify({ since: '2026-03-01', ranTo: '2026-03-01', opened: 0, failed: [] }),
    );
    expect(await tickOn('2026-03-11')).toBe(0);
    expect(await cases()).toHaveLength(1);
  });

  it('catch up every period after downtime', async () => {
    const { add, cases, tickOn } = await office({ ...yearly, when: { every: 'quarter', day: 1 } }, '2026-01-15T09:00:00+08:00');
    await add('A', {});
    await tickOn('2026-01-15');
    expect(await tickOn('2026-11-27')).toBe(3);
    expect((await cases()).map(({ schedule }) => schedule.period).sort()).toEqual(['2026-Q2', '2026-Q3', '2026-Q4']);
  });

  it('open a case some days before a date of the record, once for that date', async () => {
    const before: ScheduleDefinition = { ...yearly, when: { field: 'grade_valid_until', daysBefore: 30 } };
    const { add, cases, tickOn } = await office(before, '2026-06-01T09:00:00+08:00');
    await add('A', { grade_valid_until: '2026-07-31' });
    await add('B', { grade_valid_until: '2026-05-01' });
    await tickOn('2026-06-01');
    expect(await tickOn('2026-06-30')).toBe(0);
    expect(await tickOn('2026-07-01')).toBe(1);
    expect(await tickOn('2026-07-02')).toBe(0);
    expect((await cases()).map(({ schedule }) => schedule.period)).toEqual(['2026-07-31']);
  });

  it('tell the operator which record no case could be opened for, and try it again', async () => {
    const { tenant, add, tickOn } = await office(
      { ...yearly, data: { credit_code: 'credit_code', period: 'grade' } },
      '2026-03-10T08:00:00+08:00',
    );
    await add('A', {});
    await tickOn('2026-03-10');
    const [status] = (await tenant.operations()).schedules;
    expect(status).toMatchObject({ id: 'yearly-check', ranTo: '2026-03-10', opened: 0, failed: [{ record: 'A', period: '2026' }] });
    await add('B', { grade: 'level-3' });
    expect(await tickOn('2026-03-11')).toBe(1);
  });
});
