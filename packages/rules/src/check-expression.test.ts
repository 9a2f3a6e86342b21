import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkExpression } from './check-expression.js';
import { evaluate } from './evaluate.js';
import { declareFacts } from './fact.js';
import { parseExpression } from './parse-expression.js';
import type { TypeKind } from './static-type.js';
import { arbitraryExpression } from './testing/arbitrary-expression.js';

const declared = declareFacts([
  { id: 'a', type: 'decimal' },
  { id: 'b_2', type: 'money' },
  { id: 'x', type: 'decimal' },
  { id: 'p', type: 'boolean' },
  { id: 'years', type: 'integer' },
  { id: 'born', type: 'date' },
  { id: 'month', type: 'month' },
  { id: 'name', type: 'text' },
  { id: '护理等级', type: 'code', values: ['中度', '重度'].map((value) => ({ value, label: { 'zh-CN': value, en: value } })) },
]);
const itemDeclared = declareFacts([{ id: 'amount', type: 'money' }]);

function check(text: string, expected?: TypeKind): unknown {
  const { ast, issues } = parseExpression(text);
  if (!ast) return issues.map((issue) => issue.code);
  const checked = checkExpression(ast, { declared, itemDeclared, expected });
  return checked.type ? checked.type.kind : checked.issues.map((issue) => `${issue.code}@${issue.params?.from}`);
}

describe('checking expressions before they run', () => {
  test.each([
    ['a + b_2 * 2', 'number'],
    ['护理等级 = "重度" and p', 'boolean'],
    ['护理等级 in ("中度", "重度")', 'boolean'],
    ['born + duration("P7D")', 'date'],
    ['born < "2021-07-01"', 'boolean'],
    ['month = "2021-06"', 'boolean'],
    ['years between(born, date("2021-07-01")) in [60..80)', 'boolean'],
    ['sum(items.amount)', 'number'],
    ['count(items[amount > a])', 'number'],
    ['max(born, date("2021-07-01"))', 'date'],
    ['a in [1, 2, x]', 'boolean'],
    ['month of(born) = month', 'boolean'],
    ['first day of(month)', 'date'],
  ])('%s is %s', (text, kind) => {
    expect(check(text)).toBe(kind);
  });

  test.each<[string, string[]]>([
    ['nobody = 1', ['UNKNOWN_FACT@0']],
    ['month of(month)', ['TYPE_MISMATCH@9']],
    ['first day of("2021-06")', ['TYPE_MISMATCH@13']],
    ['a + name', ['TYPE_MISMATCH@4']],
    ['p and a', ['TYPE_MISMATCH@6']],
    ['not(a)', ['TYPE_MISMATCH@4']],
    ['a = "1"', ['NOT_COMPARABLE@0']],
    ['name < "x"', ['NOT_COMPARABLE@0']],
    ['护理等级 = "轻度"', ['VALUE_NOT_IN_DOMAIN@0']],
    ['护理等级 in ("中度", "轻度")', ['VALUE_NOT_IN_DOMAIN@15']],
    ['护理等级 in ["中度", "轻度"]', ['VALUE_NOT_IN_DOMAIN@15']],
    ['born = "2021-02-30"', ['NOT_COMPARABLE@0']],
    ['a in [3..1]', ['EMPTY_RANGE@5']],
    ['a in (1..1]', ['EMPTY_RANGE@5']],
    ['a / 0', ['DIVISION_BY_ZERO@0']],
    ['items = 1', ['ITEMS_OUTSIDE_AGGREGATE@0']],
    ['sum(items.nothing)', ['UNKNOWN_ITEM_FACT@4']],
    ['sum(items)', ['WRONG_ARGUMENTS@0']],
    ['count(items[amount])', ['TYPE_MISMATCH@12']],
    ['years between(born, "2021-07-01")', ['TYPE_MISMATCH@20']],
    ['nobody = 1 and a + p > 2', ['UNKNOWN_FACT@0', 'TYPE_MISMATCH@19']],
  ])('%s is refused: %j', (text, codes) => {
    expect(check(text)).toEqual(codes);
  });

  test('a guard must be a boolean', () => {
    expect(check('a + 1', 'boolean')).toEqual(['TYPE_MISMATCH@0']);
    expect(check('a > 1', 'boolean')).toBe('boolean');
  });

  test('what passes the check never meets a wrong type when it runs', () => {
    const facts = { a: '1.5', b_2: '2.00', x: '0', p: true, years: 3, born: '1961-07-05', month: '2021-06', name: '', 护理等级: '重度' };
    fc.assert(
      fc.property(arbitraryExpression, (ast) => {
        fc.pre(checkExpression(ast, { declared, itemDeclared }).type !== undefined);
        const result = evaluate(ast, { facts, declared, items: [{ amount: '1.00' }], itemDeclared });
        expect(
          result.issues?.map((issue) => issue.code).filter((code) => code === 'EVALUATION_TYPE' || code === 'UNKNOWN_FACT') ?? [],
        ).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
