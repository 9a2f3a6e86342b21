import { describe, expect, it } from 'vitest';
import { replay } from '../evolve/evolve.js';
import { CaseRunner } from '../testing/case-runner.js';
import { changedWorkflow } from '../testing/changed-workflow.js';
import { people } from '../testing/test-context.js';
import { dueClocks, nextDue } from '../views/case-views.js';

const levels = [
  { afterDays: 0, role: 'officer' },
  { afterDays: 2, role: 'head' },
  { afterDays: 5, role: 'clerk' },
];
const late = (escalation = levels, unit: 'working-day' | 'hour' = 'working-day') => {
  const run = new CaseRunner(
    changedWorkflow((copy) => {
      const found = copy.clocks.find(({ id }) => id === 'review');
      Object.assign(found ?? {}, { escalation, unit });
    }),
  );
  return run.open([{}]).settle();
};
/** Fires what is due at an instant, one after another, as a loop would. */
const until = (run: CaseRunner, now: string) => {
  run.now = now;
  for (let [clock] = dueClocks(run.live, now); clock !== undefined; [clock] = dueClocks(run.live, now)) {
    run.do(people.clockwork, { type: 'FireClock', clock });
  }
  return run;
};
const told = (run: CaseRunner) =>
  run.acts.flatMap((act) => (act.type === 'ClockEscalated' ? [[act.data.level, act.data.role, act.recordedAt.slice(0, 10)]] : []));
const overdue = (run: CaseRunner) => run.live.tasks.filter(({ kind }) => kind === 'overdue').map(({ role, area }) => `${role}@${area}`);

describe('a clock that was missed', () => {
  it('is told level by level, each so many calendar days after the last day', () => {
    const run = late();
    const due = run.clock('review')?.due;
    expect(due).toBe('2021-07-12');
    until(run, '2021-07-13T00:00:00+08:00');
    expect(told(run)).toEqual([[1, 'officer', '2021-07-13']]);
    expect(overdue(run)).toEqual(['clerk@street-1', 'officer@district-1']);
    expect(nextDue(run.live)).toBe('2021-07-15T00:00:00+08:00');
    until(run, '2021-07-14T23:59:00+08:00');
    expect(told(run)).toHaveLength(1);
    until(run, '2021-07-15T00:00:00+08:00');
    until(run, '2021-07-18T00:00:00+08:00');
    expect(told(run).map(([level]) => level)).toEqual([1, 2, 3]);
    // The clerk who answers for the clock has the task already.
    expect(overdue(run)).toEqual(['clerk@street-1', 'officer@district-1', 'head@district-1']);
    expect(run.clock('review')).toMatchObject({ escalated: 3 });
    expect(nextDue(run.live)).toBeUndefined();
    expect(replay(run.acts)).toEqual(run.live);
  });

  it('is told to each level once, in order, after the system was down for days', () => {
    const run = until(late(), '2021-08-01T08:00:00+08:00');
    expect(told(run).map(([level, role]) => [level, role])).toEqual([
      [1, 'officer'],
      [2, 'head'],
      [3, 'clerk'],
    ]);
    expect(run.acts.filter(({ type }) => type === 'ClockBreached')).toHaveLength(1);
  });

  it('refuses to be fired before the next level is due, and after the last', () => {
    const run = until(late(), '2021-07-13T00:00:00+08:00');
    const fire = () => run.try(people.clockwork, { type: 'FireClock', clock: run.clock('review')?.id ?? '' });
    expect(fire()).toMatchObject({ ok: false, refusal: { code: 'CLOCK_NOT_DUE' } });
    until(run, '2021-09-01T00:00:00+08:00');
    expect(fire()).toMatchObject({ ok: false, refusal: { code: 'CLOCK_NOT_DUE' } });
  });

  it('counts the days of a clock in hours from its last instant', () => {
    const run = until(late([{ afterDays: 1, role: 'head' }], 'hour'), '2021-07-05T14:00:00+08:00');
    expect(run.clock('review')?.breachedOn).toBe('2021-07-05');
    expect(nextDue(run.live)).toBe('2021-07-06T14:00:00+08:00');
  });

  it('is told to nobody any more once the work is done: the tasks are gone', () => {
    const run = until(late(), '2021-07-13T00:00:00+08:00');
    run.take(people.agent, 'review', 'WITHDRAW');
    expect(run.live.tasks).toEqual([]);
    expect(dueClocks(run.live, '2021-12-01T00:00:00+08:00')).toEqual([]);
  });
});
