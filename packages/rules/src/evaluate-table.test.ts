import type { DecisionTable } from '@careway/definition';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileDecision } from './compile-decision.js';
import { evaluateDecision } from './evaluate-decision.js';
import { arbitraryFacts, arbitraryTable } from './testing/arbitrary-table.js';
import { decision, facts } from './testing/decision-fixture.js';

const on = '2021-07-05';
const isList = ({ hitPolicy, aggregator }: DecisionTable) => hitPolicy.endsWith('ORDER') || (hitPolicy === 'COLLECT' && !aggregator);

function compile(table: DecisionTable) {
  const expression = isList(table) ? 'sum(rate)' : 'rate';
  const compiled = compileDecision(decision([table], { result: { ...decision([]).result, expression } }), { facts });
  expect(compiled.issues).toEqual([]);
  return compiled;
}

/** What the hit policy makes of the rows that the trace says matched: written anew from DMN's words, on texts and cents. */
function oracle(table: DecisionTable, matched: readonly string[]): string {
  const rows = matched.map((id) => table.rules.find((rule) => rule.id === id) as DecisionTable['rules'][number]);
  const { hitPolicy, aggregator } = table;
  if (aggregator === 'COUNT' && rows.length === 0) return '0.00';
  if (rows.length === 0) return 'NO_RULE_MATCHED';
  if (hitPolicy === 'UNIQUE' && rows.length > 1) return 'MANY_RULES_MATCHED';
  if (hitPolicy === 'ANY' && new Set(rows.map((row) => JSON.stringify([row.then, row.refuse, row.manual]))).size > 1)
    return 'RULES_DISAGREE';
  const order = ['b', 'a', 'c'];
  const rank = (row: (typeof rows)[number]) => (row.then.grade === undefined ? -1 : order.indexOf(String(row.then.grade)));
  const best = [...rows].sort(
    (x, y) => rank(x) - rank(y) || (y.priority ?? 0) - (x.priority ?? 0) || table.rules.indexOf(x) - table.rules.indexOf(y),
  )[0];
  const several = isList(table) || aggregator !== undefined;
  const chosen = several ? rows : [(hitPolicy === 'PRIORITY' ? best : rows[0]) as (typeof rows)[number]];
  if (chosen.some((row) => row.refuse)) return 'refused';
  if (chosen.some((row) => row.manual)) return 'manual';
  const cents = chosen.map((row) => Math.round(Number(row.then.rate) * 100));
  if (aggregator === 'COUNT') return `${rows.length}.00`;
  if (aggregator === 'MIN') return (Math.min(...cents) / 100).toFixed(2);
  if (aggregator === 'MAX') return (Math.max(...cents) / 100).toFixed(2);
  return (cents.reduce((sum, value) => sum + value, 0) / 100).toFixed(2);
}

describe('decision tables', () => {
  test('the index and the full scan give the same result', () => {
    fc.assert(
      fc.property(arbitraryTable, fc.array(arbitraryFacts, { minLength: 1, maxLength: 10 }), (table, cases) => {
        const compiled = compile(table);
        for (const given of cases) {
          const { trace: _, ...scanned } = evaluateDecision(compiled, given, { on });
          const { trace: none, ...indexed } = evaluateDecision(compiled, given, { on, trace: false });
          expect(indexed).toEqual(scanned);
          expect(none).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('every hit policy agrees with its definition', () => {
    fc.assert(
      fc.property(arbitraryTable, arbitraryFacts, (table, given) => {
        const result = evaluateDecision(compile(table), given, { on });
        const rows = result.trace[0]?.rows ?? [];
        fc.pre(rows.every((row) => row.undecided === undefined));
        const actual = result.refused ? 'refused' : result.manual ? 'manual' : (result.outputs.amount ?? result.issues[0]?.code);
        expect(actual).toBe(
          oracle(
            table,
            rows.filter((row) => row.matched).map((row) => row.rule),
          ),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('a table that waits for facts names them and gives nothing', () => {
    fc.assert(
      fc.property(arbitraryTable, arbitraryFacts, (table, given) => {
        const result = evaluateDecision(compile(table), given, { on });
        const open = result.trace[0]?.rows.flatMap((row) => row.undecided ?? []) ?? [];
        fc.pre(open.length > 0 && table.hitPolicy !== 'FIRST');
        expect(result.status).toBe('issue');
        expect(result.outputs).toEqual({});
        expect(result.issues[0]?.code).toBe('FACT_MISSING');
        expect(new Set(String(result.issues[0]?.params?.facts).split(','))).toEqual(new Set(open));
      }),
    );
  });

  test('a thousand rules of five columns are found by the index', () => {
    const rules = Array.from({ length: 1000 }, (_, index) => ({
      id: `r-${index}`,
      when: {
        level: '"severe"',
        age: `[${index % 100}..${(index % 100) + 1})`,
        income: `>= ${Math.floor(index / 100)}, < 0`,
        local: 'true',
        filed: '>= date("2021-01-01")',
      },
      then: { rate: `${index}.00` },
      clause: 'c',
    }));
    const types = { local: 'boolean', level: 'code', age: 'integer', income: 'money', filed: 'date' } as const;
    const inputs = Object.entries(types).map(([id, type]) => ({ id, label: { 'zh-CN': id, en: id }, type }));
    const table: DecisionTable = {
      ...decision([]).tables[0],
      id: 'big',
      label: { 'zh-CN': '大表', en: 'Big' },
      hitPolicy: 'FIRST',
      inputs,
      outputs: [{ id: 'rate', label: { 'zh-CN': '标准', en: 'Rate' }, type: 'money' }],
      rules,
    };
    const compiled = compile(table);
    expect(compiled.tables[0]?.columns.every((column) => column.index)).toBe(true);
    const given = { local: true, level: 'severe', age: 42, income: '9.50', filed: '2021-06-01' };
    expect(evaluateDecision(compiled, given, { on, trace: false }).outputs.amount).toBe('42.00');
    expect(evaluateDecision(compiled, given, { on }).outputs.amount).toBe('42.00');
    expect(evaluateDecision(compiled, { ...given, local: false }, { on, trace: false }).issues[0]?.code).toBe('NO_RULE_MATCHED');
  });
});
