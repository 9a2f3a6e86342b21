import { describe, expect, it } from 'vitest';
import { replay } from '../evolve/evolve.js';
import { CaseRunner } from '../testing/case-runner.js';
import { people, person } from '../testing/test-context.js';
import type { AttachmentRef } from '../types/state.js';

const paper: AttachmentRef = {
  id: 'f1',
  field: 'evidence',
  name: '审核表.pdf',
  type: 'application/pdf',
  bytes: 10,
  sha256: 'a'.repeat(64),
  uploadedBy: 'clerk-1',
  uploadedAt: '2021-07-12T10:00:00+08:00',
};
const evidence = { attachments: [paper] };
const opened = () => {
  const run = new CaseRunner().open([{}], { urgent: true }).settle();
  run.now = '2021-07-12T10:00:00+08:00';
  return run;
};
const outcome = (run: CaseRunner) => (run.last?.ok === false ? (run.last.refusal?.code ?? run.last.issues[0]?.code) : undefined);

describe('an action entered later than it happened', () => {
  it('takes effect on its day: the next clock counts from there, and both days are kept', () => {
    const run = opened();
    run.take(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'approve', effectiveOn: '2021-07-06', ...evidence });
    run.take(people.clerk, 'review', 'PUBLISH', { effectiveOn: '2021-07-07', ...evidence });
    expect(run.acts.at(-1)).toMatchObject({ recordedAt: '2021-07-12T10:00:00+08:00', effectiveOn: '2021-07-07' });
    expect(run.clock('publicity')).toMatchObject({ startedOn: '2021-07-07', due: '2021-07-14' });
    expect(run.live.enteredOn).toEqual({ review: '2021-07-05', publicity: '2021-07-07' });
    expect(run.live.attachments.map(({ id }) => id)).toEqual(['f1', 'f1']);
    expect(replay(run.acts)).toEqual(run.live);
  });

  it('needs the paper that shows it', () => {
    const run = opened();
    run.tryTake(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'approve', effectiveOn: '2021-07-06' });
    expect(outcome(run)).toBe('EVIDENCE_REQUIRED');
    run.take(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'approve', effectiveOn: '2021-07-12' });
  });

  it('cannot have happened before the case came to the step, nor in the future', () => {
    const run = opened();
    run.tryTake(people.clerk, 'review', 'URGENT', { effectiveOn: '2021-07-04', ...evidence });
    expect(outcome(run)).toBe('DATE_NOT_ALLOWED');
    run.tryTake(people.clerk, 'review', 'URGENT', { effectiveOn: '2021-07-13', ...evidence });
    expect(outcome(run)).toBe('DATE_NOT_ALLOWED');
    run.take(people.clerk, 'review', 'URGENT', { effectiveOn: '2021-07-09', ...evidence });
    run.tryTake(people.officer, 'decision', 'RETURN', { effectiveOn: '2021-07-08', to: 'review', reason: '再核', ...evidence });
    expect(run.last).toMatchObject({ refusal: { code: 'DATE_NOT_ALLOWED', params: { from: '2021-07-09', to: '2021-07-12' } } });
  });

  it('is dated back by staff only: nobody dates their own application or objection', () => {
    const run = opened();
    run.tryTake(people.agent, 'review', 'WITHDRAW', { effectiveOn: '2021-07-06', ...evidence });
    expect(outcome(run)).toBe('DATE_NOT_ALLOWED');
    const counter = { ...person('clerk-1', ['clerk', 'street-1']), channel: 'paper' as const };
    run.take(counter, 'review', 'WITHDRAW', { effectiveOn: '2021-07-06', ...evidence });
    expect(run.live).toMatchObject({ status: 'closed', closedOn: '2021-07-06' });
  });

  it('reads the tables and facts of its day', () => {
    const asked: string[] = [];
    const base = new CaseRunner();
    const decision = base.context(people.clerk).decision;
    const run = new CaseRunner(base.compiled, {
      context: {
        decision: (id, on) => {
          asked.push(on);
          return decision(id, on);
        },
      },
    }).open([{}]);
    run.settle();
    run.now = '2021-07-12T10:00:00+08:00';
    asked.length = 0;
    run.take(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'approve', effectiveOn: '2021-07-06', ...evidence });
    expect(asked).not.toContain('2021-07-12');
  });
});
