import type { DecisionDefinition, DecisionTable } from '@careway/definition';
import { describe, expect, test } from 'vitest';
import { checkDecision } from './check-decision.js';
import { codes, decision, facts, label, rule, table } from './testing/decision-fixture.js';

const money = { rate: '1.00' };
const found = (tables: DecisionTable[], more: Partial<DecisionDefinition> = {}) =>
  checkDecision(decision(tables, more), { facts }).map(({ code, path }) => `${code} ${path}`);
const withResult = (more: Partial<DecisionDefinition['result']>) => ({ result: { ...decision([]).result, ...more } });

describe('checking decisions when a pack is loaded', () => {
  test('a sound decision has nothing against it', () => {
    expect(found([table([rule('a', { level: '"mild", "severe"', age: '[60..80)' }, money)])])).toEqual([]);
  });

  test.each<[string, DecisionTable, string[]]>([
    ['a code outside the domain', table([rule('a', { level: '"none"' }, money)]), ['VALUE_NOT_IN_DOMAIN /tables/0/rules/0/when/level']],
    ['a cell that is no test', table([rule('a', { age: '>= 60 and < 80' }, money)]), ['CONNECTIVE_IN_TEST /tables/0/rules/0/when/age']],
    ['a cell of the wrong type', table([rule('a', { age: '"old"' }, money)]), ['NOT_COMPARABLE /tables/0/rules/0/when/age']],
    ['an empty range', table([rule('a', { age: '[80..60]' }, money)]), ['EMPTY_RANGE /tables/0/rules/0/when/age']],
    ['an unknown input column', table([rule('a', { 'a/b': '1' }, money)]), ['UNKNOWN_COLUMN /tables/0/rules/0/when/a~1b']],
    ['an unknown output column', table([rule('a', {}, { ...money, x: '1' })]), ['UNKNOWN_COLUMN /tables/0/rules/0/then/x']],
    ['an output that is left out', table([rule('a', {}, {})]), ['OUTPUT_MISSING /tables/0/rules/0/then']],
    ['an output of the wrong type', table([rule('a', {}, { rate: true })]), ['OUTPUT_VALUE /tables/0/rules/0/then/rate']],
    ['two rules of one id', table([rule('a', {}, money), rule('a', {}, money)]), ['DUPLICATE_ID /tables/0/rules/1/id']],
    ['a table without rules', table([]), ['NO_RULES /tables/0/rules']],
    ['an aggregator without COLLECT', table([rule('a', {}, money)], { aggregator: 'SUM' }), ['AGGREGATOR_MISPLACED /tables/0/aggregator']],
    ['a priority without an order', table([rule('a', {}, money)], { hitPolicy: 'PRIORITY' }), ['PRIORITY_MISSING /tables/0/hitPolicy']],
    [
      'a validity that ends before it begins',
      table([rule('a', {}, money, { validity: { from: '2021-02-01', to: '2021-01-01' } })]),
      ['VALIDITY_REVERSED /tables/0/rules/0/validity'],
    ],
    [
      'a column that reads an unknown fact',
      table([rule('a', {}, money)], { inputs: [{ id: 'wealth', label: label('财产'), type: 'money' }] }),
      ['UNKNOWN_FACT /tables/0/inputs/0/id'],
    ],
    [
      'a column whose expression has another type',
      table([rule('a', {}, money)], { inputs: [{ id: 'old', label: label('高龄'), type: 'boolean', expression: 'age + 1' }] }),
      ['TYPE_MISMATCH /tables/0/inputs/0/expression'],
    ],
    [
      'a column value that its fact never has',
      table([rule('a', {}, money)], { inputs: [{ id: 'level', label: label('等级'), type: 'code', values: codes('severe', 'none') }] }),
      ['VALUE_NOT_IN_DOMAIN /tables/0/inputs/0/values/1'],
    ],
    [
      'SUM over a text',
      table([rule('a', {}, { rate: 'x' })], {
        hitPolicy: 'COLLECT',
        aggregator: 'SUM',
        outputs: [{ id: 'rate', label: label('标准'), type: 'text' }],
      }),
      ['AGGREGATOR_OUTPUT /tables/0/aggregator', 'TYPE_MISMATCH /result/expression'],
    ],
  ])('%s is found at its place', (_, made, expected) => {
    expect(found([made])).toEqual(expected);
  });

  const sound = table([rule('a', {}, money)]);

  test.each<[string, Partial<DecisionDefinition>, string[]]>([
    ['a result that reads nothing known', withResult({ expression: 'rates' }), ['UNKNOWN_FACT /result/expression']],
    ['a result of another type', withResult({ expression: 'rate > 1' }), ['TYPE_MISMATCH /result/expression']],
    ['money without rounding', withResult({ rounding: undefined }), ['RESULT_ROUNDING /result']],
    ['an aggregate per case', { aggregate: { id: 'total', function: 'sum' } }, ['AGGREGATE_PER_CASE /aggregate']],
    ['a service month that is not declared', { legalDate: 'service-month' }, ['UNKNOWN_FACT /legalDate']],
  ])('%s is found', (_, more, expected) => {
    expect(found([sound], more)).toEqual(expected);
  });

  test('a list of hits cannot be used as one number', () => {
    const collected = table([rule('a', {}, money)], { hitPolicy: 'COLLECT' });
    expect(found([collected])).toEqual(['TYPE_MISMATCH /result/expression']);
    expect(found([collected], withResult({ expression: 'sum(rate)' }))).toEqual([]);
  });

  test('rows that refuse or are manual need no outputs', () => {
    const ending = table([
      rule('a', {}, {}, { refuse: { code: 'NO', reason: label('不') } }),
      rule('b', {}, {}, { manual: { reason: label('人') } }),
    ]);
    expect(found([ending])).toEqual([]);
  });
});
