import { describe, expect, it } from 'vitest';
import { CaseRunner } from '../testing/case-runner.js';
import { withAction } from '../testing/changed-workflow.js';
import { people } from '../testing/test-context.js';

const decided = () => {
  const run = new CaseRunner(withAction('delivery.DELIVER', { requires: ['receipt'] })).open([{}], { urgent: true }).settle();
  run.take(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'approve' }).take(people.clerk, 'review', 'URGENT');
  run.take(people.officer, 'decision', 'GRANT');
  const letter = run.live.letters[0]?.id ?? '';
  const number = '民受〔2021〕0007号';
  run.do(people.outbox, { type: 'RecordOutcomes', outcomes: [{ kind: 'number-assigned', for: 'letter', letter, number }] });
  const deliver = (receiptFor?: string) =>
    run.tryTake(people.clerk, 'delivery', 'DELIVER', { letter, method: 'hand', ...(receiptFor === undefined ? {} : { receiptFor }) });
  return { run, deliver };
};

describe('a delivery that needs its receipt', () => {
  it('asks for the number on the receipt', () => {
    const { deliver } = decided();
    for (const none of [undefined, ' ']) {
      expect(deliver(none)).toMatchObject({ ok: false, issues: [{ code: 'RECEIPT_REQUIRED', path: '/receiptFor' }] });
    }
  });

  it('refuses the receipt of another letter, and the letter stays undelivered', () => {
    const { run, deliver } = decided();
    expect(deliver('民受〔2021〕0008号')).toMatchObject({
      ok: false,
      refusal: { code: 'RECEIPT_OF_ANOTHER', params: { given: '民受〔2021〕0008号' } },
    });
    expect(run.live.letters[0]?.status).toBe('issued');
  });

  it('takes the number as people write it, and keeps the letter’s own', () => {
    for (const written of ['民受〔2021〕0007号', ' 民受[2021]0007号 ', '民受（２０２１）0007号', '民受【2021】 0007 号']) {
      const { run, deliver } = decided();
      expect(deliver(written)).toMatchObject({ ok: true });
      expect(run.live.letters[0]).toMatchObject({ status: 'delivered', delivery: { receiptFor: '民受〔2021〕0007号' } });
      expect(run.live.status).toBe('closed');
    }
  });
});
