import type { Scenario } from '@careway/definition';
import { describe, expect, it } from 'vitest';
import { allowancePack } from '@careway/definition/testing';
import { runScenario, runScenarios } from './run-scenario.js';
import { simulate } from './simulate.js';

const pack = allowancePack();
const granted = pack.scenarios.get('granted') as Scenario;
const withStep = (index: number, more: Partial<Scenario['script'][number]>): Scenario => ({
  ...granted,
  script: granted.script.map((step, at) => (at === index ? { ...step, ...more } : step)),
});

describe('runScenario', () => {
  it('passes when every step comes out as expected', () => {
    expect(runScenario(pack, granted)).toMatchObject({ ok: true, failures: [] });
  });

  it('says in words what came out otherwise', () => {
    const { failures } = runScenario(
      pack,
      withStep(3, { expect: { position: ['review'], clocks: { publicity: '2026-01-30' }, tasks: [], status: 'closed' } }),
    );
    expect(failures.map(({ message }) => message.en)).toEqual([
      'Step 4: position should be review but is decide',
      'Step 4: status should be closed but is open',
      'Step 4: clocks.publicity should be 2026-01-30 but is ended',
      'Step 4: tasks should be (nothing) but is officer@decide',
    ]);
  });

  it('fails on a refusal that nobody expected, and on one that does not come', () => {
    expect(runScenario(pack, withStep(0, { expect: {} })).failures).toMatchObject([
      { step: 0, what: 'refused', expected: '', actual: 'NOT_YOUR_TASK' },
    ]);
    const expected = withStep(2, { expect: { refused: 'SAME_PERSON' } });
    expect(runScenario(pack, expected).failures).toMatchObject([{ step: 2, what: 'refused', expected: 'SAME_PERSON', actual: '' }]);
  });

  it('fails when the submission has issues that nobody expected', () => {
    const wrong = { ...granted, submission: { ...granted.submission, month: '2025-13' }, script: [] };
    expect(runScenario(pack, { ...wrong, expect: {} }).failures.map(({ what, actual }) => [what, actual])).toContainEqual([
      'issues',
      'NEEDS_MONTH',
    ]);
    expect(runScenario(pack, { ...wrong, expect: { issues: ['NEEDS_MONTH'] } }).ok).toBe(true);
  });

  it('plays it as in a city that sets parameters otherwise, and in no other scenario', () => {
    const { clocks } = simulate(pack, granted).steps[0]?.state ?? { clocks: [] };
    const set = simulate(pack, { ...granted, params: { review_days: 1 } }).steps[0]?.state?.clocks ?? [];
    expect(clocks[0]?.amount).not.toBe(1);
    expect(set[0]).toMatchObject({ clock: clocks[0]?.clock, amount: 1 });
    expect(simulate(pack, granted).steps[0]?.state?.clocks[0]?.amount).toBe(clocks[0]?.amount);
  });

  it('tells what it reached', () => {
    const { hits } = runScenario(pack, granted);
    for (const key of [
      'step:allowance/review',
      'action:allowance/review.ACCEPT',
      'path:allowance/review.ACCEPT/1',
      'breach:allowance/review-limit',
    ]) {
      expect(hits).toContain(key);
    }
    expect(hits).not.toContain('path:allowance/review.ACCEPT/0');
  });
});

describe('runScenarios', () => {
  it('lists by name what no scenario reaches', () => {
    const { ok, coverage } = runScenarios(pack);
    expect(ok).toBe(true);
    expect(coverage.uncovered.map(({ key }) => key)).toContain('end:allowance/withdrawn');
    expect(coverage.uncovered.map(({ key }) => key)).not.toContain('step:allowance/decide');
    expect(coverage.reached + coverage.uncovered.length).toBe(coverage.goals.length);
  });
});

describe('simulate', () => {
  it('is deterministic', () => {
    expect(simulate(pack, granted)).toEqual(simulate(pack, granted));
  });

  it('fires clocks at their own instants on the way', () => {
    const { acts } = simulate(pack, granted);
    const breach = acts['main']?.find(({ type }) => type === 'ClockBreached');
    expect(breach).toMatchObject({ recordedAt: '2026-01-13T00:00:00+08:00', actor: { kind: 'system', cause: 'clock' } });
  });

  it('leaves the case as it was when a command is refused', () => {
    const { steps } = simulate(pack, granted);
    expect(steps[1]).toMatchObject({ ok: false, refusal: { code: 'NOT_YOUR_TASK' } });
    expect(steps[1]?.state).toBe(steps[0]?.state);
  });

  it('goes another way when a fact of a register is different', () => {
    const graded = { ...granted, registers: { facilities: [{ code: 'c1', name: '示例机构', grade: '3' }] } };
    expect(simulate(pack, graded).steps[3]?.state?.position).toEqual(['compare', 'visit']);
  });
});
