import type { CaseView, HistoryView } from '@careway/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, homeAnswers, openWorld, type World } from './world.js';

let world: World;
let agent: Browser;
let clerk: Browser;

beforeAll(async () => {
  world = await openWorld();
  agent = await world.as('agent-a');
  clerk = await world.as('clerk-a');
});
afterAll(() => world?.close());

const elders = ['15019919450312002X', '150199194008200049', '150199193208170353'];
const roster = elders.map((identity_number, index) => ({
  elder_name: `王秀${'兰英芳'.charAt(index)}`,
  identity_number,
  disability_level: 'moderate',
  local_hukou: true,
  service_24h: true,
  community: '海东社区',
  agreement_month: '2021-01',
  days_served: 30,
}));

/** What the page of a supplement sends: every row as it was shown, with what the agent changed. */
const shownRows = (view: CaseView, changes: Readonly<Record<number, Readonly<Record<string, unknown>>>> = {}) =>
  view.items.map(({ row, answers }) => ({ ...answers, days_served: Number(answers?.days_served), ...changes[row] }));

async function supplemented(month: string, change: (view: CaseView) => Readonly<Record<string, unknown>>) {
  const caseId = await agent.file(roster, { service_month: month });
  await clerk.take(caseId, 'ACCEPT');
  await clerk.take(caseId, 'REQUEST_SUPPLEMENT', { list: [{ what: '名单', why: '与台账不一致' }] });
  const before = await agent.case(caseId);
  const after = await agent.act(caseId, { type: 'FileSupplement', data: change(before) });
  const { acts } = await clerk.read<HistoryView>('readHistory', `/cases/${caseId}/history`);
  return { caseId, before, after, filed: acts.findLast(({ type }) => type === 'SupplementFiled') };
}

describe('an agent who corrects a row in a supplement', () => {
  it('given numbers shown masked, when one level is changed, then that row alone changes and the numbers stay', async () => {
    const { caseId, before, after, filed } = await supplemented('2021-06', (view) => ({
      rows: shownRows(view, { 2: { disability_level: 'severe' } }),
    }));
    expect(before.items[0]?.answers).toMatchObject({ agreement_month: '2021-01', days_served: '30', disability_level: 'moderate' });
    expect(JSON.stringify(before.items)).not.toMatch(/\d{17}[\dX]/);
    expect(after.items.map(({ facts }) => facts.find(({ id }) => id === 'disability_level')?.value)).toEqual([
      'moderate',
      'severe',
      'moderate',
    ]);
    expect(filed?.sentence['zh-CN']).toContain('第2行');
    expect(filed?.sentence['zh-CN']).not.toContain('共3行');
    for (const [index, { id }] of after.items.entries()) {
      const answer = await clerk.write<Record<string, string>>('reveal', `/cases/${caseId}/reveal`, { item: id, why: '核对' });
      expect(answer.identity_number).toBe(elders[index]);
    }
    expect(after.items[0]).not.toHaveProperty('answers');
  });

  it('when an answer that is no fact is corrected, then the row is named and its other answers survive', async () => {
    const { caseId, filed } = await supplemented('2021-05', (view) => ({ rows: shownRows(view, { 3: { days_served: 12 } }) }));
    expect(filed?.sentence['zh-CN']).toContain('第3行');
    const act = (await world.tenant.acts(caseId)).findLast(({ type }) => type === 'SupplementFiled');
    const slots = Object.keys(act?.slots ?? {}).filter((name) => name.startsWith('item:'));
    expect(slots).toEqual(['item:i3']);
    expect(act?.slots['item:i3']?.value).toMatchObject({ days_served: '12', agreement_month: '2021-01', disability_level: 'moderate' });
  });

  it('when the page sends everything back unchanged, with the masked phone number, then no row is named and the phone stays', async () => {
    const { before, after, filed } = await supplemented('2021-04', (view) => ({
      rows: shownRows(view),
      contact_phone: view.answers.contact_phone,
      contact_name: '李建军',
    }));
    expect(before.answers.contact_phone).not.toBe(homeAnswers.contact_phone);
    expect(filed?.sentence['zh-CN']).not.toMatch(/第.*行/);
    expect(after.answers).toMatchObject({ contact_name: '李建军', contact_phone: before.answers.contact_phone });
  });
});
