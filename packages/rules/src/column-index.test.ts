import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexColumn } from './column-index.js';
import { decimalOf } from './decimal.js';
import { parseUnaryTests } from './parse-expression.js';

const cell = (text: string) => parseUnaryTests(text).ast;
const rowsAt = (index: NonNullable<ReturnType<typeof indexColumn>>, value: Parameters<typeof index.positionOf>[0]) => {
  const word = index.bits[index.positionOf(value) * index.words] ?? 0;
  return [0, 1, 2, 3].filter((row) => (word >>> row) & 1);
};

describe('the index of a column', () => {
  test('numbers fall on constants, between them and beyond them', () => {
    const index = indexColumn('integer', [cell('< 60'), cell('[60..80)'), cell('not(60)'), undefined], 1000);
    expect(index && [59, 60, 79, 80].map((value) => rowsAt(index, decimalOf(value)))).toEqual([
      [0, 2, 3],
      [1, 3],
      [1, 2, 3],
      [2, 3],
    ]);
  });

  test('a text that occurs in no cell matches only what excludes or ignores it', () => {
    const index = indexColumn('code', [cell('"a"'), cell('not("a")'), cell('"a", "b"'), undefined], 1000);
    expect(index && ['a', 'b', 'c'].map((value) => rowsAt(index, value))).toEqual([
      [0, 2, 3],
      [1, 2, 3],
      [1, 3],
    ]);
  });

  test('cells that read other facts are kept as candidates everywhere', () => {
    const index = indexColumn('money', [cell('> base'), cell('5')], 1000);
    expect([...(index?.uncovered ?? [])]).toEqual([0]);
    expect(index && rowsAt(index, decimalOf(4))).toEqual([0]);
  });

  test('a column that would take too much memory has none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 200 }), (count) => {
        const cells = Array.from({ length: count }, (_, value) => cell(String(value)));
        const words = Math.ceil(count / 32) * (count * 2 + 1);
        expect(indexColumn('integer', cells, words - 1)).toBeUndefined();
        expect(indexColumn('integer', cells, words)?.bits).toHaveLength(words);
      }),
    );
  });
});
