import type { CaseView, HistoryView, PublicityView } from '@careway/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openWorld, type World } from './world.js';

let world: World;
let agent: Browser;
let clerk: Browser;
let caseId: string;

beforeAll(async () => {
  world = await openWorld();
  agent = await world.as('agent-a');
  clerk = await world.as('clerk-a');
  const numbers = ['15019919450312002X', '150199194008200049', '150199193208170353'];
  const rows = numbers.map((identity_number, index) => ({
    elder_name: `王秀${'兰英芳'.charAt(index)}`,
    identity_number,
    disability_level: 'moderate',
    local_hukou: true,
    service_24h: true,
    community: '海东社区',
  }));
  caseId = await agent.file(rows);
  const { items } = await clerk.take(caseId, 'ACCEPT');
  const ids = items.map(({ id }) => id);
  await clerk.take(caseId, 'DECIDE_ROWS', { items: ids.slice(0, 2), outcome: 'approve' });
  await clerk.take(caseId, 'DECIDE_ROWS', { items: ids.slice(2), outcome: 'hold', reason: '等核实' });
});
afterAll(() => world?.close());

const sum = (rows: CaseView['items']) => rows.reduce((total, { amount }) => total + Number(amount), 0).toFixed(2);

describe('a case with two rows approved and one held', () => {
  it('tells what the batch comes to, without the held row', async () => {
    const view = await clerk.case(caseId);
    expect(view.total).toBe(sum(view.items));
    expect(view.batchTotal).toBe(sum(view.items.slice(0, 2)));
  });

  it('given its public notice, when somebody objects as the notice says, then the row goes on in a case that tells who and why', async () => {
    await clerk.take(caseId, 'PUBLISH');
    const visitor = await world.as();
    const shown = await visitor.read<PublicityView>('readPublicity', `/publicity/${caseId}`);
    expect(shown.objection).toEqual({ step: 'publicity', action: 'OBJECT' });
    const body = {
      ...shown.objection,
      items: [shown.rows[0]?.item],
      reason: '这位老人已经搬走',
      objector: { name: '马建国', phone: '15400000009' },
    };
    await visitor.write('fileObjection', `/publicity/${caseId}/objections`, body);
    const parent = await clerk.case(caseId);
    expect(parent.batchTotal).toBe(sum(parent.items.slice(1, 2)));
    const childId = parent.children[0]?.caseId ?? '';
    const child = await clerk.case(childId);
    expect(child.objection).toMatchObject({ reason: '这位老人已经搬走', objector: '马建国', items: [child.items[0]?.id] });
    expect(child.items[0]?.facts.map(({ source }) => source)).toEqual(parent.items[1]?.facts.map(({ source }) => source));
    const { acts: childActs } = await clerk.read<HistoryView>('readHistory', `/cases/${childId}/history`);
    expect(childActs[0]?.sentence['zh-CN']).toBe('有异议的1行另案立案');
    const filed = async (browser: Browser, id: string) => {
      const { acts } = await browser.read<HistoryView>('readHistory', `/cases/${id}/history`);
      return acts.find(({ type }) => type === 'ObjectionFiled')?.sentence['zh-CN'];
    };
    expect(await filed(clerk, childId)).toBe('异议人马建国对第1行王秀兰提出异议');
    expect(await filed(clerk, caseId)).toBe('异议人马建国对第1行王秀兰提出异议');
    expect(await filed(agent, childId)).toBe('异议人马**对第1行王秀兰提出异议');
    expect(JSON.stringify(await agent.case(childId))).not.toContain('马建国');
  });
});
