import { describe, expect, it } from 'vitest';
import { CaseRunner } from '../testing/case-runner.js';
import { people, testContext } from '../testing/test-context.js';

const refused = (run: CaseRunner) => (run.last?.ok === false ? run.last.refusal?.code : undefined);

/** Three rows: approved, held, refused; publicity is over. */
function atDecision(): CaseRunner {
  const run = new CaseRunner().open([{}, {}, {}]).settle();
  run.take(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'approve' });
  run.take(people.clerk, 'review', 'ROWS', { items: ['i2'], outcome: 'hold', reason: '材料待核' });
  run.take(people.clerk, 'review', 'ROWS', { items: ['i3'], outcome: 'refuse', reason: '不符合', clause: 'art-2' });
  return run.take(people.clerk, 'review', 'PUBLISH').fire('publicity');
}

const deliver = (run: CaseRunner, index: number) =>
  run.settle().take(people.clerk, 'delivery', 'DELIVER', { letter: run.live.letters[index]?.id ?? '', method: 'post', receipt: 'EMS' });

describe('deciding a batch', () => {
  it('makes decided rows final, leaves held ones out, totals, and asks for entitlement, number and release', () => {
    const run = atDecision().settle().take(people.officer, 'decision', 'GRANT');
    expect(run.live.items.map((item) => item.final)).toEqual([true, undefined, true]);
    expect(run.live.letters[0]).toMatchObject({ batch: 1, items: ['i1', 'i3'], total: '165.00' });
    expect(run.effects.map((effect) => effect.kind)).toEqual(['assign-number', 'release-claim', 'record-entitlement']);
    expect(run.effects[2]).toMatchObject({
      register: 'entitlements',
      subject: 'elder-1',
      record: { amount: '165.00', from: '2021-06', payee: 'org-1' },
    });
  });

  it('keeps the claim of a granted row after the end of the case, unless it holds only while the case is open', () => {
    const released = (until?: 'closed') => {
      const services = [...testContext(people.clerk, '2021-07-05T09:00:00+08:00').services.values()].map((service) =>
        service.claim ? { ...service, claim: { ...service.claim, ...(until ? { until } : {}) } } : service,
      );
      const context = { services: new Map(services.map((service) => [service.id, service])) };
      const run = new CaseRunner(undefined, { context }).open([{}]).settle();
      run.take(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'approve' });
      run.take(people.clerk, 'review', 'PUBLISH').fire('publicity').settle().take(people.officer, 'decision', 'GRANT');
      deliver(run, 0);
      expect(run.live.status).toBe('closed');
      return run.effects.filter(({ kind }) => kind === 'release-claim').length;
    };
    expect([released(), released('closed')]).toEqual([0, 1]);
  });

  it('takes held rows as the next batch with publicity, decision and letter of their own', () => {
    const run = deliver(atDecision().settle().take(people.officer, 'decision', 'GRANT'), 0);
    expect(run.live.position).toEqual(['review']);
    expect(run.live.batch).toBe(2);
    run.tryTake(people.clerk, 'review', 'PUBLISH');
    expect(refused(run)).toBe('ACTION_NOT_AVAILABLE');
    run.tryTake(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'hold', reason: 'r' });
    expect(refused(run)).toBe('ITEM_FINAL');
    run.take(people.clerk, 'review', 'ROWS', { items: ['i2'], outcome: 'approve' }).take(people.clerk, 'review', 'PUBLISH');
    expect(run.live.publicity.at(-1)).toMatchObject({ batch: 2, items: ['i2'], status: 'open' });
    run.fire('publicity').take(people.officer, 'decision', 'GRANT');
    deliver(run, 1);
    expect(run.live).toMatchObject({ status: 'closed', ending: 'completed' });
    expect(run.live.letters.map((letter) => letter.items)).toEqual([['i1', 'i3'], ['i2']]);
  });

  it('is refused to whoever reviewed, in words, and to a party', () => {
    const run = atDecision();
    const both = { kind: 'person', id: 'clerk-1', roles: [{ role: 'officer', area: 'district-1' }], parties: [] } as const;
    run.tryTake(both, 'decision', 'GRANT');
    expect(run.last).toMatchObject({ refusal: { code: 'SAME_PERSON', message: { 'zh-CN': '不能“GRANT”：您办过本件的“审核”。' } } });
    run.tryTake({ ...both, id: 'agent' }, 'decision', 'GRANT');
    expect(refused(run)).toBe('SAME_PERSON');
  });

  it('is refused to another district and to other roles', () => {
    const run = atDecision();
    run.tryTake({ kind: 'person', id: 'x', roles: [{ role: 'officer', area: 'district-2' }], parties: [] }, 'decision', 'GRANT');
    expect(refused(run)).toBe('NOT_YOUR_TASK');
    run.tryTake(people.secondClerk, 'decision', 'GRANT');
    expect(refused(run)).toBe('NOT_YOUR_TASK');
  });

  it('confirms amounts that another person proposed', () => {
    const run = new CaseRunner().open([{}], { grade: 'none' }).settle();
    run.take(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'approve', amount: '100.00', reason: 'r' });
    run.take(people.clerk, 'review', 'PUBLISH').fire('publicity').take(people.officer, 'decision', 'GRANT');
    expect(run.live.items[0]?.result?.manual).toEqual({ amount: '100.00', by: 'clerk-1', confirmedBy: 'officer-1' });
  });

  it('refuses every row when the whole is refused, with the reason', () => {
    const run = atDecision().settle().take(people.officer, 'decision', 'REFUSE', { reason: '政策已到期' });
    expect(run.live.items.map((item) => item.status)).toEqual(['refused', 'refused', 'refused']);
    expect(run.live.items[1]?.reason?.text).toBe('政策已到期');
    expect(run.effects.filter((effect) => effect.kind === 'release-claim')).toHaveLength(3);
    expect(run.effects.some((effect) => effect.kind === 'record-entitlement')).toBe(false);
  });

  it('is refused while rows are open', () => {
    const run = new CaseRunner().open([{}, {}], { urgent: true }).settle();
    run.take(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'approve' });
    run.take(people.clerk, 'review', 'URGENT').tryTake(people.officer, 'decision', 'GRANT');
    expect(refused(run)).toBe('ITEMS_UNDECIDED');
  });

  it('goes back to a visited step by a return, and to no other', () => {
    const run = atDecision();
    run.tryTake(people.officer, 'decision', 'RETURN', { to: 'objection-review', reason: 'r' });
    expect(refused(run)).toBe('RETURN_TARGET_NOT_VISITED');
    run.take(people.officer, 'decision', 'RETURN', { to: 'review', reason: '请再核' });
    expect(run.live.position).toEqual(['review']);
    expect(run.clock('decide')?.status).toBe('canceled');
    expect(run.live.tasks.map((task) => `${task.role}@${task.step}`)).toEqual(['clerk@review']);
  });
});
