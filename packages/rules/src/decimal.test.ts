import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDecimals, divideDecimals, multiplyDecimals, subtractDecimals } from './arithmetic.js';
import { compareDecimals, type Decimal, formatDecimal, parseDecimal } from './decimal.js';
import { type RoundingMode, roundDecimal } from './rounding.js';

const decimalText = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.integer({ min: 0, max: 12 }))
  .map(([negative, coefficient, scale]) => {
    const digits = String(coefficient).padStart(scale + 1, '0');
    const body = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
    return `${negative && coefficient !== 0n ? '-' : ''}${body}`;
  });
const decimals = decimalText.map((text) => parseDecimal(text) as Decimal);

/** Numerator over 10^40: an oracle that shares nothing with the implementation. */
function fortieths(text: string): bigint {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole + fraction.padEnd(40, '0'));
  return text.startsWith('-') ? -size : size;
}

const of = (value: Decimal) => fortieths(formatDecimal(value));

describe('exact decimals', () => {
  test('text is read and written unchanged', () => {
    fc.assert(fc.property(decimalText, (text) => formatDecimal(parseDecimal(text) as Decimal) === text));
  });

  test('sums, differences, products and order agree with whole numbers over 10^40', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(of(addDecimals(a, b))).toBe(of(a) + of(b));
        expect(of(subtractDecimals(a, b))).toBe(of(a) - of(b));
        expect(of(multiplyDecimals(a, b)) * 10n ** 40n).toBe(of(a) * of(b));
        expect(Math.sign(compareDecimals(a, b))).toBe(of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0);
      }),
    );
  });

  test('a quotient is within half of its twentieth decimal', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        fc.pre(Number(b.coefficient) !== 0);
        const quotient = divideDecimals(a, b) as Decimal;
        const error = of(a) * 10n ** 40n - of(quotient) * of(b);
        const size = (value: bigint) => (value < 0n ? -value : value);
        expect(size(error) * 2n * 10n ** 20n <= size(of(b)) * 10n ** 40n).toBe(true);
      }),
    );
  });

  test('nothing is divided by zero', () => {
    expect(divideDecimals(parseDecimal('1') as Decimal, parseDecimal('0.00') as Decimal)).toBeUndefined();
  });

  test.each(['', '1.', '.5', '01', '1e5', '+1', ' 1', 'NaN', '--1', '1'.repeat(61)])('%s is no decimal', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  test.each<[string, number, RoundingMode, string]>([
    ['2.345', 2, 'half-up', '2.35'],
    ['-2.345', 2, 'half-up', '-2.35'],
    ['2.345', 2, 'half-even', '2.34'],
    ['2.355', 2, 'half-even', '2.36'],
    ['2.349', 2, 'down', '2.34'],
    ['-2.349', 2, 'down', '-2.34'],
    ['2.341', 2, 'up', '2.35'],
    ['-2.341', 2, 'floor', '-2.35'],
    ['-2.349', 2, 'ceiling', '-2.34'],
    ['165', 2, 'half-up', '165.00'],
    ['-0.004', 2, 'half-up', '0.00'],
  ])('%s to %i decimals %s is %s', (text, scale, mode, expected) => {
    expect(formatDecimal(roundDecimal(parseDecimal(text) as Decimal, scale, mode))).toBe(expected);
  });
});
