import { resolve } from 'node:path';
import type { ComposedPack, ServiceDefinition, WorkflowDefinition } from '@careway/definition';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadPackChain } from '../packs/load-pack-folder.js';
import { SmallOffice } from '../testing/small-office.js';

const label = (text: string) => ({ 'zh-CN': text, en: text });
/** The assessors' sheet as the form of a service, so that a draft of it can be kept. */
const service: ServiceDefinition = {
  id: 'sheet',
  label: label('能力评估表'),
  summary: label('按标准评分'),
  workflow: 'elder-assessment',
  form: 'gbt-42195-2022',
  params: [{ param: 'raises_add', value: true, basis: { source: 'city-set' } }],
  applicants: ['person'],
  clauses: [],
  papers: [],
  ways: [{ kind: 'online', text: label('网上') }],
  contact: { office: label('窗口'), telephone: '000' },
  sequence: 'acceptance',
};

/** The parameters of the base workflow with one step: what is asked here is not its procedure. */
function procedure(base: WorkflowDefinition): WorkflowDefinition {
  const { id, version, params } = base;
  const basis = { source: 'city-set' } as const;
  return {
    id,
    version,
    label: label('能力评估'),
    params: [...(params ?? []), { id: 'sheet_days', label: label('天数'), type: 'integer', value: 5, basis }],
    parties: [{ id: 'elder', label: label('老人'), kinds: ['person'] }],
    facts: [{ id: 'assessed_level', label: label('等级'), type: 'text', from: { kind: 'submission', field: 'level' } }],
    entries: [{ id: 'start', to: 'review' }],
    steps: [
      {
        id: 'review',
        label: label('审核'),
        kind: 'task',
        assignee: { role: 'street-clerk' },
        clocks: ['limit'],
        actions: [{ id: 'CLOSE', label: label('办结'), kind: 'move', to: 'closed' }],
      },
      { id: 'closed', label: label('已办结'), kind: 'end', ending: 'completed' },
    ],
    clocks: [
      { id: 'limit', label: label('时限'), param: 'sheet_days', unit: 'calendar-day', onDue: 'breach', owner: 'street-clerk', basis },
    ],
  };
}

function pack(): ComposedPack {
  const { composed } = loadPackChain(resolve(import.meta.dirname, '../../../../workflows'));
  const base = composed?.workflows.get('elder-assessment');
  if (!composed || !base) throw new Error('the base pack does not load');
  const workflows = new Map([...composed.workflows, [base.id, procedure(base)]]);
  return { ...composed, workflows, services: new Map([[service.id, service]]) };
}

describe('the check of a draft whose form computes values', () => {
  let office: SmallOffice;
  let sheet: Record<string, unknown>;

  beforeAll(async () => {
    const composed = pack();
    office = await SmallOffice.open(composed, { wang: ['applicant'] }, '2026-06-01T09:00:00+08:00');
    sheet = structuredClone(composed.fixtures.get('gbt-42195-2022')?.valid.get('both-raises')) as Record<string, unknown>;
  });

  async function check(data: Readonly<Record<string, unknown>>) {
    const { drafts } = await office.as('wang');
    const { id, version } = await drafts.create('sheet');
    const saved = await drafts.save(id, { data }, version);
    if (!saved.ok) throw new Error(JSON.stringify(saved));
    return drafts.check(id);
  }

  it('gives the values so far, by the parameters of the service', async () => {
    const found = await check(sheet);
    const value = (id: string) => found?.computed?.find((computed) => computed.id === id)?.value;
    expect([value('total'), value('base_level'), value('adjustment'), value('level')]).toEqual([60, 'moderate', 'two', 'complete']);
    expect(found?.issues).toEqual([]);
  });

  it('says by its label which answer a value still waits for', async () => {
    const { memory: _, ...rest } = sheet;
    const found = await check(rest);
    expect(found?.computed?.find(({ id }) => id === 'total')).toEqual({
      id: 'total',
      label: { 'zh-CN': '总分', en: 'Total' },
      missing: [{ field: 'memory', label: { 'zh-CN': '记忆', en: 'Memory' } }],
    });
  });

  it('goes on with the case: the level is a fact, and nobody can claim one', async () => {
    const applicant = await office.as('wang');
    const filed = await applicant.fileCase({ service: 'sheet', data: sheet, area: 'street' }, office.key);
    if (!filed.ok) throw new Error(JSON.stringify(filed));
    const view = await applicant.case(filed.value.caseId);
    expect(view?.answers).toMatchObject({ total: '60', level: 'complete' });
    const claimed = await applicant.fileCase({ service: 'sheet', data: { ...sheet, level: 'intact' }, area: 'street' }, office.key);
    expect(claimed).toMatchObject({ ok: false, issues: [{ code: 'UNKNOWN_FIELD', path: '/level' }] });
  });
});
