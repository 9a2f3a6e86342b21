import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CityOffice } from '../testing/city-office.js';
import type { PrintSheet } from '../views.js';

let office: CityOffice;
let caseId: string;
let letter: string;

const textOf = (sheet: PrintSheet | undefined) => JSON.stringify(sheet);

beforeAll(async () => {
  office = await CityOffice.open();
  caseId = await office.file(4);
  await office.act('clerk-a', caseId, { type: 'TakeAction', step: 'accept', action: 'ACCEPT' });
  await office.act('clerk-a', caseId, { type: 'TakeAction', step: 'street-review', action: 'DECIDE_ROWS', items: ['i1', 'i2', 'i3'], outcome: 'approve' });
  await office.act('clerk-a', caseId, {
    type: 'TakeAction',
    step: 'street-review',
    action: 'DECIDE_ROWS',
    items: ['i4'],
    outcome: 'refuse',
    reason: '服务不满一个月',
    clause: 'hohhot-plan-5-2-3',
  });
  await office.act('clerk-a', caseId, { type: 'TakeAction', step: 'street-review', action: 'PUBLISH' });
  await office.tenant.clock.advance('next-deadline');
  await office.tenant.clock.advance('next-deadline');
  await office.tenant.clock.advance('next-deadline');
  const decided = await office.act('officer-a', caseId, { type: 'TakeAction', step: 'district-decision', action: 'APPROVE', opinion: '同意，按标准发放' });
  letter = decided.letters.find(({ letter: id }) => id === 'decision-letter')?.id ?? '';
  await office.act('clerk-a', caseId, { type: 'TakeAction', step: 'delivery', action: 'DELIVER', letter, method: 'hand', receipt: '李建国签收' });
});
afterAll(() => office.careway.close());

describe('x', () => {
  it('y', async () => {
    const clerk = await office.as('clerk-a');
    for (const w of [{ document: 'letter', letter }, { document: 'delivery-receipt', letter }, { document: 'approval-form' }, { document: 'receipt' }] as const) {
      const s = await clerk.print(caseId, w);
      console.log(JSON.stringify(s, (k, v) => (v && v['zh-CN'] !== undefined ? v['zh-CN'] : v), 1));
    }
    expect(textOf(undefined)).toBe(undefined);
  });
});
