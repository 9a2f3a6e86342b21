import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseExpression, parseUnaryTests } from './parse-expression.js';
import { printExpression, printUnaryTests } from './print-expression.js';
import { arbitraryExpression, arbitraryTests, bare } from './testing/arbitrary-expression.js';

const printed = (text: string) => {
  const { ast, issues } = parseExpression(text);
  return ast ? printExpression(ast) : `${issues[0]?.code}@${issues[0]?.params?.position}`;
};

describe('parsing expressions', () => {
  test.each([
    ['x in [1..2) and y', 'x in ([1..2)) and y'],
    ['x in >= 3 and p', 'x in (>= 3) and p'],
    ['a and x in 3 or q', 'a and x in (3) or q'],
    ['a or x in [1..2] and b and c', 'a or x in ([1..2]) and b and c'],
    ['x in < 3 or y in (1, 2) and z', 'x in (< 3) or y in (1, 2) and z'],
    ['x between 1 and 2 and y', 'x in ([1..2]) and y'],
    ['a - b', 'a - b'],
    ['a-b', 'a - b'],
    ['years - 1', 'years - 1'],
    ['years between(a, b) >= 60', 'years between(a, b) >= 60'],
    ['(a or b) and c', '(a or b) and c'],
    ['a * (b + 1)', 'a * (b + 1)'],
    ['count(items[status = "held" and level = "severe"])', 'count(items[status = "held" and level = "severe"])'],
    ['sum(items[amount > 10].amount)', 'sum(items[amount > 10].amount)'],
    ['护理等级 = "重度"', '护理等级 = "重度"'],
    ['date("2021-07-01") + duration("P7D")', 'date("2021-07-01") + duration("P7D")'],
  ])('%s is read as %s', (text, expected) => {
    expect(printed(text)).toBe(expected);
  });

  test.each([
    ['', 'EXPRESSION_SYNTAX@1'],
    ['1 +', 'EXPRESSION_SYNTAX@4'],
    ['a = b = c', 'CHAINED_COMPARISON@1'],
    ['a = = b', 'CHAINED_COMPARISON@5'],
    ['if a then b else c', 'NOT_IN_LANGUAGE@1'],
    ['a.b', 'NOT_IN_LANGUAGE@1'],
    ['a ** 2', 'NOT_IN_LANGUAGE@1'],
    ['null', 'NOT_IN_LANGUAGE@1'],
    ['some x in y satisfies x', 'NOT_IN_LANGUAGE@1'],
    ['for x in y return x', 'NOT_IN_LANGUAGE@1'],
    ['{a: 1}', 'NOT_IN_LANGUAGE@1'],
    ['a instance of number', 'NOT_IN_LANGUAGE@1'],
    ['1 + f(a)', 'UNKNOWN_FUNCTION@5'],
    ['护理 等级 = 1', 'BAD_NAME@1'],
    ['date("2021-02-30")', 'BAD_DATE@6'],
    ['duration("7 days")', 'BAD_DURATION@10'],
    ['abs(1, 2)', 'WRONG_ARGUMENTS@1'],
    ['[1..2]', 'NOT_IN_LANGUAGE@1'],
    ['items[1].amount', 'NOT_IN_LANGUAGE@1'],
    ['a'.repeat(2001), 'EXPRESSION_TOO_LONG@1'],
    [`${'('.repeat(70)}a${')'.repeat(70)}`, 'EXPRESSION_TOO_DEEP@1'],
  ])('%s is refused with %s', (text, expected) => {
    expect(printed(text)).toBe(expected);
  });

  test('what is printed parses to the same tree', () => {
    fc.assert(
      fc.property(arbitraryExpression, (ast) => {
        const text = printExpression(ast);
        const again = parseExpression(text);
        expect(again.issues, text).toBeUndefined();
        expect(bare(again.ast)).toEqual(bare(ast));
      }),
      { numRuns: 500 },
    );
  });

  test('a printed cell parses to the same tests', () => {
    fc.assert(
      fc.property(arbitraryTests, (ast) => {
        const text = printUnaryTests(ast);
        const again = parseUnaryTests(text);
        expect(again.issues, text).toBeUndefined();
        expect(bare(again.ast)).toEqual(bare(ast));
      }),
    );
  });

  test('no text makes the parser throw, and every issue points into the text', () => {
    const token = fc.constantFrom(
      'a',
      '护理',
      '1',
      '.',
      '..',
      '[',
      ']',
      '(',
      ')',
      '"',
      '\\',
      'in',
      'and',
      'or',
      'not',
      'between',
      'if',
      'items',
      'sum',
      ',',
      '-',
      '=',
      '<',
      '{',
      '}',
      '@',
      '?',
      ' ',
      'null',
      'years between',
      '//',
      '/*',
    );
    const noise = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(token, { maxLength: 25 }).map((parts) => parts.join(' ')),
      fc.array(token, { maxLength: 25 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(noise, (text) => {
        for (const { issues } of [parseExpression(text), parseUnaryTests(text)]) {
          for (const issue of issues ?? []) {
            expect(issue.params?.from).toBeGreaterThanOrEqual(0);
            expect(issue.params?.to).toBeLessThanOrEqual(text.length);
            expect(issue.message['zh-CN']).not.toMatch(/\{(position|text|name|known|expected|length|limit)\}/);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('parsing cells', () => {
  test.each([
    ['-', '-'],
    ['"a","b"', '"a", "b"'],
    ['not("a","b")', 'not("a", "b")'],
    ['>= 60', '>= 60'],
    ['[60..80)', '[60..80)'],
    ['< 3, > 7', '< 3, > 7'],
    [']1..2[', '(1..2)'],
    ['-5', '-5'],
    ['> base * 2', '> base * 2'],
  ])('%s is read as %s', (text, expected) => {
    const { ast } = parseUnaryTests(text);
    expect(ast && printUnaryTests(ast)).toBe(expected);
  });

  test.each([
    ['', 'EXPRESSION_SYNTAX'],
    ['>= 60 and < 80', 'CONNECTIVE_IN_TEST'],
    ['[1..2) and y', 'CONNECTIVE_IN_TEST'],
    ['"a" or "b"', 'CONNECTIVE_IN_TEST'],
    ['? > 3', 'NOT_IN_LANGUAGE'],
    ['null', 'NOT_IN_LANGUAGE'],
    ['in (1)', 'EXPRESSION_SYNTAX'],
    ['<= 5,', 'EXPRESSION_SYNTAX'],
  ])('%s is refused with %s', (text, code) => {
    expect(parseUnaryTests(text).issues?.map((issue) => issue.code)).toEqual([code]);
  });
});
