import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from './evaluate.js';
import { declareFacts, type Facts } from './fact.js';
import { parseExpression } from './parse-expression.js';
import type { Expression } from './syntax.js';
import { arbitraryExpression } from './testing/arbitrary-expression.js';
import { valueToJson } from './value.js';

const declared = declareFacts([
  { id: 'p', type: 'boolean' },
  { id: 'q', type: 'boolean' },
  { id: 'r', type: 'boolean' },
  { id: 'a', type: 'decimal' },
  { id: 'b', type: 'money' },
  { id: 'years', type: 'integer' },
  { id: 'born', type: 'date' },
  { id: 'service_month', type: 'month' },
  { id: 'level', type: 'code', values: ['mild', 'severe'].map((value) => ({ value, label: { 'zh-CN': value, en: value } })) },
]);
const itemDeclared = declareFacts([
  { id: 'amount', type: 'money' },
  { id: 'status', type: 'text' },
  { id: 'severe', type: 'boolean' },
]);

function run(text: string, facts: Facts = {}, items?: readonly Facts[]): unknown {
  const { ast, issues } = parseExpression(text);
  if (!ast) return issues[0]?.code;
  const result = evaluate(ast, { facts, declared, items, itemDeclared });
  if (result.value !== undefined) return valueToJson(result.value);
  return result.undecided ? { undecided: result.undecided } : result.issues?.[0]?.code;
}

describe('evaluating expressions', () => {
  test.each<[string, Facts, unknown]>([
    ['0.1 + 0.2 = 0.3', {}, true],
    ['a * 3', { a: '12345678901234567890.05' }, '37037036703703703670.15'],
    ['round(a / 3, 2)', { a: 10 }, '3.33'],
    ['floor(-1.5)', {}, '-2'],
    ['ceiling(-1.5)', {}, '-1'],
    ['abs(-1.5)', {}, '1.5'],
    ['a - -a', { a: '1.50' }, '3.00'],
    ['max(a, 2, 3.5)', { a: 3 }, '3.5'],
    ['min([a, 2])', { a: 3 }, '2'],
    ['years between(born, date("2021-07-04")) >= 60', { born: '1961-07-05' }, false],
    ['days between(born, date("2021-07-04"))', { born: '2021-07-01' }, '3'],
    ['born + duration("P60D")', { born: '2021-07-05' }, '2021-09-03'],
    ['born - duration("P1M") < born', { born: '2021-07-05' }, true],
    ['service_month = "2021-06"', { service_month: '2021-06' }, true],
    ['service_month + duration("P1M")', { service_month: '2021-12' }, '2022-01'],
    ['month of(born)', { born: '2021-12-31' }, '2021-12'],
    ['month of(born) + duration("P1M")', { born: '2021-12-31' }, '2022-01'],
    ['first day of(service_month)', { service_month: '2021-06' }, '2021-06-01'],
    ['days between(first day of(service_month), first day of(service_month + duration("P1M")))', { service_month: '2024-02' }, '29'],
    ['level in ("mild", "severe")', { level: 'severe' }, true],
    ['a in [1..2) and p', { a: '2', p: true }, false],
    ['a in [1..2) or p', { a: '2', p: true }, true],
    ['a between 1 and 2', { a: '2' }, true],
    ['not(p)', { p: false }, true],
    ['years > 3', { years: 4 }, true],
  ])('%s with %j is %j', (text, facts, expected) => {
    expect(run(text, facts)).toEqual(expected);
  });

  test.each<[string, Facts, unknown]>([
    ['a / b', { a: '1', b: '0.00' }, 'DIVISION_BY_ZERO'],
    ['a = 1', { a: 0.5 }, 'FACT_TYPE'],
    ['a = 1', { a: 'one' }, 'FACT_TYPE'],
    ['level = "mild"', { level: 'other' }, 'FACT_TYPE'],
    ['born = born', { born: '2021-02-29' }, 'FACT_TYPE'],
    ['nobody = 1', {}, 'UNKNOWN_FACT'],
    ['born + duration("P9999Y")', { born: '2021-07-05' }, 'DATE_OUT_OF_RANGE'],
    ['p + 1', { p: true }, 'EVALUATION_TYPE'],
    ['constructor = 1', {}, 'UNKNOWN_FACT'],
  ])('%s with %j is refused with %s', (text, facts, expected) => {
    expect(run(text, facts)).toBe(expected);
  });

  test('a missing fact leaves the expression undecided and is named; one that does not matter is not', () => {
    expect(run('p and q', { p: true })).toEqual({ undecided: ['q'] });
    expect(run('p and q', { p: false })).toBe(false);
    expect(run('p or q', { q: true })).toBe(true);
    expect(run('a > 1 or level = "mild"', {})).toEqual({ undecided: ['a', 'level'] });
    expect(run('not(p)', { p: null })).toEqual({ undecided: ['p'] });
  });

  test('aggregates run over the rows and their filters', () => {
    const items = [
      { amount: '165.00', status: 'open', severe: false },
      { amount: '220.00', status: 'held', severe: true },
    ];
    expect(run('sum(items.amount)', {}, items)).toBe('385.00');
    expect(run('count(items)', {}, items)).toBe('2');
    expect(run('count(items[status = "held" and severe])', {}, items)).toBe('1');
    expect(run('sum(items[amount > a].amount)', { a: '200' }, items)).toBe('220.00');
    expect(run('max(items.amount)', {}, [])).toBe('EMPTY_AGGREGATE');
    expect(run('sum(items.amount)', {}, [])).toBe('0');
    expect(run('sum(items.amount)', {}, [{}])).toEqual({ undecided: ['amount'] });
  });

  test('the step budget ends a computation', () => {
    const { ast } = parseExpression('a + a + a + a');
    const result = evaluate(ast as Expression, { facts: { a: 1 }, declared, budget: 5 });
    expect(result.issues?.[0]?.code).toBe('BUDGET_EXCEEDED');
  });

  test('evaluation never throws, whatever the tree', () => {
    fc.assert(
      fc.property(arbitraryExpression, (ast) => void evaluate(ast, { facts: { a: '1', p: true }, declared, items: [{}], itemDeclared })),
    );
  });
});

describe('three-valued logic', () => {
  const truth = fc.constantFrom(true, false, null);
  const kleene = (text: string, facts: Facts) => {
    const value = run(text, facts);
    return typeof value === 'boolean' ? value : null;
  };

  test('and and or are the minimum and maximum of false < undecided < true', () => {
    const rank = (value: boolean | null) => (value === null ? 1 : value ? 2 : 0);
    const back = [false, null, true];
    fc.assert(
      fc.property(truth, truth, (p, q) => {
        expect(kleene('p and q', { p, q })).toBe(back[Math.min(rank(p), rank(q))]);
        expect(kleene('p or q', { p, q })).toBe(back[Math.max(rank(p), rank(q))]);
        expect(kleene('not(p)', { p })).toBe(back[2 - rank(p)]);
      }),
    );
  });

  test('De Morgan, distribution and double negation hold', () => {
    fc.assert(
      fc.property(truth, truth, truth, (p, q, r) => {
        const facts = { p, q, r };
        expect(kleene('not(p and q)', facts)).toBe(kleene('not(p) or not(q)', facts));
        expect(kleene('p and (q or r)', facts)).toBe(kleene('p and q or p and r', facts));
        expect(kleene('not(not(p))', facts)).toBe(p);
      }),
    );
  });

  test('knowing more never changes a decided answer', () => {
    const formula = fc.constantFrom('p and q or r', 'not(p or q) and r', 'p and (q or not(r))', '(p or q) and (not(p) or r)');
    fc.assert(
      fc.property(formula, fc.tuple(truth, truth, truth), fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), (text, [p, q, r], more) => {
        const before = kleene(text, { p, q, r });
        const after = kleene(text, { p: p ?? more[0], q: q ?? more[1], r: r ?? more[2] });
        if (before !== null) expect(after).toBe(before);
        expect(after).not.toBeNull();
      }),
    );
  });
});
