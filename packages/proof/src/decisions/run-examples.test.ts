import type { ComposedPack, DecisionExample } from '@careway/definition';
import { allowancePack, setAt } from '@careway/definition/testing';
import { describe, expect, it } from 'vitest';
import { checkPack } from '../analysis/check-pack.js';
import { survivors } from '../mutation/mutate.js';
import { runScenarios } from '../scenarios/run-scenario.js';
import { runExamples } from './run-examples.js';

const DECISION = 'allowance/decisions/care-allowance.json';
const SHARE = 'indicators/fund-share.json';
const label = { 'zh-CN': '甲', en: 'A' };

const withExamples = (...examples: DecisionExample[]): ComposedPack =>
  allowancePack((documents) => setAt(documents[DECISION], '/examples', examples));

const severe = (expected: DecisionExample['expect']): DecisionExample => ({ id: 'severe', facts: { level: 'severe' }, expect: expected });

describe('runExamples', () => {
  it('passes what comes out as the example says', () => {
    const [run] = runExamples(withExamples(severe({ outputs: { amount: '200.00', rate: '200.00' }, rules: ['severe'] })));
    expect(run).toMatchObject({ decision: 'care-allowance', example: 'severe', ok: true, failures: [] });
  });

  it('tells every difference: a figure, a row, a refusal that does not come, an issue that nobody expected', () => {
    const [wrong] = runExamples(withExamples(severe({ outputs: { amount: '201.00' }, refused: 'TOO_YOUNG' })));
    expect(wrong?.failures).toEqual([
      { what: 'amount', expected: '201.00', actual: '200.00' },
      { what: 'refused', expected: 'TOO_YOUNG', actual: '' },
    ]);
    const [missing] = runExamples(withExamples({ id: 'nothing', facts: {}, expect: { rules: ['severe'] } }));
    expect(missing?.failures).toEqual([
      { what: 'issue', expected: '', actual: 'FACT_MISSING' },
      { what: 'rules', expected: 'severe', actual: '' },
    ]);
  });

  it('counts parameters and defaults of the workflow as known', () => {
    const pack = allowancePack((documents) => {
      setAt(documents['allowance/workflow.json'], '/items/facts/2/default', 'severe');
      setAt(documents[DECISION], '/result/expression', 'rate * public_days');
      setAt(documents[DECISION], '/examples', [{ id: 'one', facts: {}, expect: { outputs: { amount: '1400.00' } } }]);
    });
    expect(runExamples(pack).map(({ failures }) => failures)).toEqual([[]]);
  });

  it('judges an amount that a person proposes by the range of the row', () => {
    const by = (amount: string, expected: DecisionExample['expect']) => ({
      id: `of-${amount}`,
      facts: { level: 'severe' },
      amount,
      expect: expected,
    });
    const pack = allowancePack((documents) => {
      setAt(documents[DECISION], '/tables/0/rules/0/manual', { reason: label, minimum: '100', maximum: '300' });
      setAt(documents[DECISION], '/examples', [
        by('99', { issue: 'OUT_OF_RANGE', manual: true }),
        by('300', { outputs: { amount: '300' }, manual: true }),
      ]);
    });
    expect(runExamples(pack).map(({ failures }) => failures)).toEqual([[], []]);
  });
});

describe('examples of a pack', () => {
  const covering = withExamples(severe({ outputs: { amount: '200.00' } }));

  it('fail the run of its scenarios when they fail, and cover rows', () => {
    expect(runScenarios(covering)).toMatchObject({ ok: true, examples: [{ ok: true }] });
    expect(runScenarios(covering).coverage.uncovered.map(({ key }) => key)).not.toContain('row:care-allowance/base/severe');
    expect(runScenarios(withExamples(severe({ outputs: { amount: '1.00' } }))).ok).toBe(false);
  });

  it('notice changes of figures that no scenario reaches', () => {
    const rate = ({ id }: { id: string }) => id.startsWith('decision:care-allowance/base/severe.rate');
    expect(survivors(allowancePack()).survivors.some(rate)).toBe(true);
    expect(survivors(covering).survivors.some(rate)).toBe(false);
  });
});

describe('an indicator', () => {
  const indicator = {
    id: 'fund-share',
    label,
    per: 'case',
    legalDate: 'decision',
    facts: [{ id: 'share', label, type: 'decimal' }],
    tables: [
      {
        id: 'target',
        label,
        hitPolicy: 'UNIQUE',
        inputs: [],
        outputs: [{ id: 'least', label, type: 'decimal' }],
        rules: [{ id: 'always', when: {}, then: { least: '200' }, clause: 'rule-1' }],
      },
    ],
    result: { id: 'met', label, type: 'boolean', expression: 'share >= least' },
    examples: [
      { id: 'met', facts: { share: '200' }, expect: { outputs: { met: true } } },
      { id: 'missed', facts: { share: '199.99' }, expect: { outputs: { met: false } } },
    ],
  };
  const pack = allowancePack((documents) => void (documents[SHARE] = structuredClone(indicator)));

  it('is a decision over facts of its own, without a workflow', () => {
    expect(checkPack(pack)).toEqual([]);
    expect(runExamples(pack).map(({ ok }) => ok)).toEqual([true, true]);
  });

  it('is checked by its examples', () => {
    expect(survivors(pack).survivors.filter(({ id }) => id.startsWith('decision:fund-share'))).toEqual([]);
  });
});
