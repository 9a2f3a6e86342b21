import { describe, expect, it } from 'vitest';
import { CaseRunner } from '../testing/case-runner.js';
import { changedWorkflow } from '../testing/changed-workflow.js';
import { label } from '../testing/grant-workflow.js';
import { people } from '../testing/test-context.js';

const again = changedWorkflow((copy) => {
  for (const id of ['review', 'delivery']) {
    copy.steps
      .find((step) => step.id === id)
      ?.actions?.push({
        id: 'DECIDE_AGAIN',
        label: label('重新决定'),
        kind: 'decide',
        outcome: 'grant',
        evaluates: true,
        replaces: true,
        requires: ['reason'],
        letters: ['decision-letter'],
        to: 'delivery',
      });
  }
});

function decided(): CaseRunner {
  const run = new CaseRunner(again).open([{}, { allDay: false }], { urgent: true }).settle();
  run.take(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'approve' });
  run.take(people.clerk, 'review', 'ROWS', { items: ['i2'], outcome: 'refuse', reason: '不符合', clause: 'art-1' });
  return run.take(people.clerk, 'review', 'URGENT').take(people.officer, 'decision', 'GRANT').settle();
}

describe('a decision that replaces the one that stands', () => {
  it('supersedes it by an act, decides its rows anew as the next batch, and its letter names the letter before', () => {
    const run = decided();
    const before = run.acts.find((act) => act.type === 'BatchDecided')?.seq;
    const first = run.live.letters[0]?.id;
    run.take(people.clerk, 'delivery', 'DECIDE_AGAIN', { reason: '复核结果不同' });
    const revoked = run.acts.find((act) => act.type === 'DecisionRevoked');
    expect(revoked?.data).toMatchObject({ batch: 1, items: ['i1', 'i2'], supersedes: before });
    expect(revoked?.slots.reason?.value).toBe('复核结果不同');
    expect(run.live.decisions).toEqual([{ batch: 2, act: run.acts.findLast((act) => act.type === 'BatchDecided')?.seq }]);
    expect(run.live.items.map(({ status, batch, final }) => [status, batch, final])).toEqual([
      ['approved', 2, true],
      ['refused', 2, true],
    ]);
    expect(run.live.letters[1]).toMatchObject({ letter: 'decision-letter', batch: 2, supersedes: first });
  });

  it('is refused while no decision stands', () => {
    const run = new CaseRunner(again).open([{}], { urgent: true }).settle();
    expect(run.tryTake(people.clerk, 'review', 'DECIDE_AGAIN', { reason: '无' })).toMatchObject({
      ok: false,
      refusal: { code: 'NOTHING_TO_REVOKE' },
    });
  });
});
