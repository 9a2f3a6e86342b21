import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileDecision } from './compile-decision.js';
import { evaluateDecision } from './evaluate-decision.js';
import { explainChanges, summarizeDecision } from './explain-changes.js';
import { arbitraryFacts, arbitraryTable } from './testing/arbitrary-table.js';
import { compiled, decision, facts, label, rule, table } from './testing/decision-fixture.js';

const on = '2021-07-05';

describe('what would change the result', () => {
  test('an applied change gives exactly the promised result, and another one than before', () => {
    let offered = 0;
    fc.assert(
      fc.property(arbitraryTable, arbitraryFacts, (made, given) => {
        const several = made.hitPolicy.endsWith('ORDER') || (made.hitPolicy === 'COLLECT' && !made.aggregator);
        const definition = decision([made], { result: { ...decision([]).result, expression: several ? 'sum(rate)' : 'rate' } });
        const ready = compileDecision(definition, { facts });
        const before = summarizeDecision(ready, evaluateDecision(ready, given, { on }));
        for (const { changes, result } of explainChanges(ready, given, { on, budget: 400 })) {
          offered += 1;
          const applied = { ...given, ...Object.fromEntries(changes.map(({ fact, to }) => [fact, to])) };
          expect(summarizeDecision(ready, evaluateDecision(ready, applied, { on }))).toEqual(result);
          expect(result).not.toEqual(before);
          expect(result.issue).toBeUndefined();
        }
      }),
      { numRuns: 100 },
    );
    expect(offered).toBeGreaterThan(20);
  });

  const rates = table([
    rule('young', { age: '< 60' }, {}, { refuse: { code: 'TOO_YOUNG', reason: label('未满60周岁') } }),
    rule('moderate', { level: '"moderate"', age: '>= 60' }, { rate: '150.00' }),
    rule('severe', { level: '"severe"', age: '>= 60' }, { rate: '200.00' }),
  ]);

  test('the nearest boundary is offered, and each result once', () => {
    expect(explainChanges(compiled([rates]), { level: 'severe', age: 75 }, { on })).toEqual([
      { changes: [{ fact: 'level', from: 'severe', to: 'moderate' }], result: { value: '150.00' } },
      { changes: [{ fact: 'age', from: 75, to: '59' }], result: { value: '0.00', refused: 'TOO_YOUNG' } },
    ]);
  });

  test('two facts change where no single one helps', () => {
    expect(explainChanges(compiled([rates]), { level: 'mild', age: 50 }, { on, fixed: ['level'] })).toEqual([]);
    expect(explainChanges(compiled([rates]), { level: 'mild', age: 50 }, { on }).map(({ changes }) => changes.map(({ to }) => to))).toEqual(
      [
        ['moderate', '60'],
        ['severe', '60'],
      ],
    );
  });

  test('what cannot change is not offered', () => {
    const changes = explainChanges(compiled([rates]), { level: 'severe', age: 75 }, { on, fixed: ['age'] });
    expect(changes.flatMap((change) => change.changes.map(({ fact }) => fact))).toEqual(['level']);
  });
});
