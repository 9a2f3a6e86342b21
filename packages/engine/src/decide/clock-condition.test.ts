import { expect, it } from 'vitest';
import { CaseRunner } from '../testing/case-runner.js';
import { changedWorkflow } from '../testing/changed-workflow.js';

const onlyUrgent = changedWorkflow((copy) => {
  for (const clock of copy.clocks) if (clock.id === 'review') clock.when = 'urgent';
});

it('starts a clock with a condition only where that holds', () => {
  expect(new CaseRunner(onlyUrgent).open([{}], { urgent: true }).clock('review')?.status).toBe('running');
  expect(new CaseRunner(onlyUrgent).open([{}], { urgent: false }).clock('review')).toBeUndefined();
});

it('says which fact is missing where the condition cannot be judged', () => {
  const run = new CaseRunner(onlyUrgent);
  expect(() => run.open([{}], {})).toThrow('GUARD_UNDECIDED');
  expect(run.last).toMatchObject({ ok: false, issues: [{ path: '/clocks/review', params: { facts: 'urgent' } }] });
});
