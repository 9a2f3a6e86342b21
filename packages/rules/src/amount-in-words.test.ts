import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountInWords } from './amount-in-words.js';

describe('amounts in financial capitals', () => {
  test.each([
    ['385.00', '叁佰捌拾伍元整'],
    ['0.00', '零元整'],
    ['0', '零元整'],
    ['0.05', '伍分'],
    ['0.50', '伍角整'],
    ['0.15', '壹角伍分'],
    ['10.05', '壹拾元零伍分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['16.20', '壹拾陆元贰角整'],
    ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
    ['1005', '壹仟零伍元整'],
    ['1050', '壹仟零伍拾元整'],
    ['10000', '壹万元整'],
    ['10001', '壹万零壹元整'],
    ['107000.53', '壹拾万柒仟元伍角叁分'],
    ['1000001', '壹佰万零壹元整'],
    ['1001000', '壹佰万壹仟元整'],
    ['100000000', '壹亿元整'],
    ['100010000', '壹亿零壹万元整'],
    ['100000001', '壹亿零壹元整'],
    ['6409000000.14', '陆拾肆亿零玖佰万元壹角肆分'],
    ['1234567890123456.78', '壹仟贰佰叁拾肆万伍仟陆佰柒拾捌亿玖仟零壹拾贰万叁仟肆佰伍拾陆元柒角捌分'],
    ['1000000000000', '壹万亿元整'],
    ['-12.3', '负壹拾贰元叁角整'],
    ['12.3000', '壹拾贰元叁角整'],
  ])('%s is written %s', (amount, words) => {
    expect(amountInWords(amount)).toBe(words);
  });

  test.each(['', 'abc', '1.005', '12345678901234567', '1e3', '01'])('%s is no amount that can be written', (text) => {
    expect(amountInWords(text)).toBeUndefined();
  });

  test('two amounts are never written alike, and zeros never stand together', () => {
    const amount = fc.integer({ min: 0, max: 10 ** 13 }).map((fen) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`);
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [x, y] = [amountInWords(a), amountInWords(b)];
        expect(x === y).toBe(a === b);
        expect(x).not.toMatch(/零零|零万|零亿|零整/);
      }),
    );
  });
});
