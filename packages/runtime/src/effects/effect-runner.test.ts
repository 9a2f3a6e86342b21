import { describe, expect, it } from 'vitest';
import { openMemoryStore } from '../memory/index.js';
import type { Store, TenantStore } from '../ports/store.js';
import { CityOffice } from '../testing/city-office.js';
import { attemptsUntilDead } from './effect-runner.js';

/** A store whose sequences do not answer while told so. */
function shaky(): { store: Store; answers: (yes: boolean) => void } {
  const inner = openMemoryStore();
  let up = true;
  const tenant = (id: string): TenantStore => {
    const ports = inner.tenant(id);
    const next: TenantStore['sequences']['next'] = (...args) =>
      up ? ports.sequences.next(...args) : Promise.reject(new Error('no answer'));
    return { ...ports, sequences: { next } };
  };
  return { store: { ...inner, tenant }, answers: (yes) => void (up = yes) };
}

function machine() {
  let real = Date.parse('2026-11-22T00:00:00Z');
  return { now: () => real, pass: (seconds: number) => void (real += seconds * 1000) };
}

describe('effects', () => {
  it('are tried again after a while, and the number comes when the receiver answers', async () => {
    const { store, answers } = shaky();
    const { now, pass } = machine();
    const office = await CityOffice.open({ store, now });
    answers(false);
    const caseId = await office.file(1);
    const view = await office.case(caseId);
    expect(view.number).toBeUndefined();
    expect(view.pending.map((text) => text['zh-CN'])).toEqual(['正在编号']);
    expect(await office.tenant.tick()).toMatchObject({ performed: 0, failed: 0 });
    pass(2);
    expect(await office.tenant.tick()).toMatchObject({ performed: 0, failed: 1 });
    answers(true);
    pass(10);
    expect(await office.tenant.tick()).toMatchObject({ performed: 1, failed: 0 });
    expect((await office.case(caseId)).number).toMatch(/^SL2021-/);
    expect((await office.case(caseId)).pending).toEqual([]);
  });

  it('are given up after so many attempts, and performed when a person asks', async () => {
    const { store, answers } = shaky();
    const { now, pass } = machine();
    const office = await CityOffice.open({ store, now });
    answers(false);
    const caseId = await office.file(1);
    for (let attempt = 1; attempt < attemptsUntilDead; attempt += 1) {
      pass(1000);
      await office.tenant.tick();
    }
    const { deadLetters, pendingEffects } = await office.tenant.operations();
    expect(pendingEffects).toBe(0);
    expect(deadLetters).toMatchObject([{ caseId, kind: 'assign-number', attempts: attemptsUntilDead, error: 'no answer' }]);
    const id = deadLetters[0]?.id as string;
    expect(await office.tenant.retryEffect(id)).toBe(false);
    answers(true);
    expect(await office.tenant.retryEffect('no-such-effect')).toBe(false);
    for (let attempt = 1; attempt < attemptsUntilDead; attempt += 1) pass(1000);
    await office.tenant.tick();
    expect((await office.case(caseId)).number).toMatch(/^SL2021-/);
  });

  it('give a claim to one of two cases for the same elder and month, and tell the other no private detail', async () => {
    const office = await CityOffice.open();
    const [first, second] = [await office.file(1), await office.file(1)];
    expect((await office.case(first)).items[0]?.claim).toEqual({ status: 'granted' });
    const refused = (await office.case(second)).items[0]?.claim;
    expect(refused).toEqual({
      status: 'refused',
      heldSince: '2021-07-05',
      heldByService: { 'zh-CN': '家庭护理型养老床位综合运营补贴', en: 'Operating subsidy for family care beds' },
    });
    await office.act('agent-a', first, { type: 'TakeAction', step: 'accept', action: 'WITHDRAW' });
    const third = await office.file(1);
    expect((await office.case(third)).items[0]?.claim?.status).toBe('granted');
  });

  it('open a child case for rows objected to, hand its claims on, and tell the parent when it ends', async () => {
    const office = await CityOffice.open();
    const caseId = await office.file(2);
    await office.publish(caseId);
    const object = {
      step: 'publicity',
      action: 'OBJECT',
      items: ['i1'],
      reason: '已搬走',
      objector: { name: '张某', phone: '15400000001' },
    };
    const options = { idempotencyKey: 'o1' };
    const copies = await Promise.all([1, 2, 3].map(() => office.tenant.public.object(caseId, object, options)));
    expect(copies.every(({ ok }) => ok)).toBe(true);
    const parent = await office.case(caseId);
    expect(parent.children).toHaveLength(1);
    const child = parent.children[0]?.caseId as string;
    const opened = await office.case(child, 'clerk-b');
    expect(opened.parent?.caseId).toBe(caseId);
    expect(opened.number).toBeDefined();
    expect(opened.items.map(({ claim }) => claim?.status)).toEqual(['granted']);
    await office.act('agent-a', child, { type: 'TakeAction', step: 'objection-review', action: 'WITHDRAW' });
    expect((await office.case(caseId)).children[0]?.status).toBe('closed');
    // The claim that the child held is free again.
    const again = await office.file(1);
    expect((await office.case(again)).items[0]?.claim?.status).toBe('granted');
  });
});
