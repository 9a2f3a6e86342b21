import type { DecisionRule, DecisionTable } from '@careway/definition';
import fc from 'fast-check';
import { codes, label, rule } from './decision-fixture.js';

const number = fc.integer({ min: 0, max: 12 });
const numericTest = fc.oneof(
  number.map(String),
  fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '=', '!='), number).map(([op, value]) => `${op} ${value}`),
  fc
    .tuple(fc.constantFrom('[', '('), number, fc.integer({ min: 1, max: 5 }), fc.constantFrom(']', ')'))
    .map(([open, low, size, close]) => `${open}${low}..${low + size}${close}`),
  // Reads another fact: no index can cover it.
  fc.constantFrom('> income', '<= income + 1'),
);
const level = fc.constantFrom('mild', 'moderate', 'severe').map((value) => JSON.stringify(value));
const day = fc.integer({ min: 1, max: 28 }).map((value) => `date("2021-06-${String(value).padStart(2, '0')}")`);

function cell(test: fc.Arbitrary<string>): fc.Arbitrary<string | undefined> {
  const several = fc.array(test, { minLength: 1, maxLength: 3 }).map((tests) => tests.join(', '));
  return fc.oneof(
    { weight: 4, arbitrary: several },
    { weight: 1, arbitrary: several.map((text) => `not(${text})`) },
    { weight: 3, arbitrary: fc.constantFrom(undefined, '-') },
  );
}

const validity = fc.option(fc.constantFrom({ from: '2021-01-01', to: '2021-12-31' }, { from: '2022-01-01' }), { nil: undefined, freq: 4 });
const RATES = ['100.00', '150.00', '200.00', '250.00'];

const row = fc.record({
  local: cell(fc.constantFrom('true', 'false')),
  level: cell(level),
  age: cell(numericTest),
  income: cell(numericTest.filter((text) => !text.includes('income'))),
  filed: cell(
    fc.oneof(
      day,
      fc.tuple(fc.constantFrom('<', '>='), day).map(([op, text]) => `${op} ${text}`),
    ),
  ),
  rate: fc.constantFrom(...RATES),
  grade: fc.constantFrom('a', 'b', 'c'),
  end: fc.constantFrom<'refuse' | 'manual' | undefined>(
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    'refuse',
    'manual',
  ),
  priority: fc.integer({ min: 0, max: 3 }),
  validity,
});

/** Tables over five columns of every kind, with cells that an index covers and some that none can. */
export const arbitraryTable: fc.Arbitrary<DecisionTable> = fc
  .record({
    rows: fc.array(row, { minLength: 1, maxLength: 40 }),
    policy: fc.constantFrom<[DecisionTable['hitPolicy'], DecisionTable['aggregator']]>(
      ...([
        ['UNIQUE', undefined],
        ['ANY', undefined],
        ['FIRST', undefined],
        ['PRIORITY', undefined],
        ['RULE ORDER', undefined],
        ['OUTPUT ORDER', undefined],
        ['COLLECT', undefined],
        ['COLLECT', 'SUM'],
        ['COLLECT', 'MIN'],
        ['COLLECT', 'MAX'],
        ['COLLECT', 'COUNT'],
      ] as [DecisionTable['hitPolicy'], DecisionTable['aggregator']][]),
    ),
  })
  .map(({ rows, policy: [hitPolicy, aggregator] }) => tableOf(rows, hitPolicy, aggregator));

type Row = typeof row extends fc.Arbitrary<infer R> ? R : never;

function tableOf(rows: readonly Row[], hitPolicy: DecisionTable['hitPolicy'], aggregator: DecisionTable['aggregator']): DecisionTable {
  const single = aggregator !== undefined;
  const types = { local: 'boolean', level: 'code', age: 'integer', income: 'money', filed: 'date' } as const;
  return {
    id: 'rates',
    label: label('标准'),
    hitPolicy,
    ...(aggregator ? { aggregator } : {}),
    inputs: Object.entries(types).map(([id, type]) => ({ id, label: label(id), type })),
    outputs: [
      { id: 'rate', label: label('标准'), type: 'money' },
      ...(single ? [] : [{ id: 'grade', label: label('档'), type: 'code' as const, values: codes('b', 'a', 'c') }]),
    ],
    rules: rows.map((cells, index) => ruleOf(cells, index, single)),
  };
}

function ruleOf({ rate, grade, end, priority, validity: inForce, ...cells }: Row, index: number, single: boolean): DecisionRule {
  const when = Object.fromEntries(Object.entries(cells).filter((entry): entry is [string, string] => entry[1] !== undefined));
  const more: Partial<DecisionRule> = { priority, ...(inForce ? { validity: inForce } : {}) };
  if (end === 'refuse') return rule(`r-${index}`, when, {}, { ...more, refuse: { code: 'NO', reason: label('不符合') } });
  if (end === 'manual') return rule(`r-${index}`, when, {}, { ...more, manual: { reason: label('人工') } });
  return rule(`r-${index}`, when, single ? { rate } : { rate, grade }, more);
}

const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 8 });

/** Facts for such a table; now and then one is missing. */
export const arbitraryFacts = fc.record({
  local: some(fc.boolean()),
  level: some(fc.constantFrom('mild', 'moderate', 'severe')),
  age: some(fc.integer({ min: -1, max: 14 })),
  income: some(fc.constantFrom('0', '3', '3.50', '7.00', '11.99', '12')),
  filed: some(fc.integer({ min: 1, max: 30 }).map((day) => `2021-06-${String(day).padStart(2, '0')}`)),
});
