import { aligned, Decimal, decimalOf, normalizeDecimal, scaledBigint } from './decimal.js';
import { roundQuotient } from './rounding.js';

/** Decimals kept by a division that does not come out even; the last one is rounded half to even. */
const DIVISION_SCALE = 20;

/** Exact. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  const [x, y] = aligned(a, b);
  if (typeof x === 'bigint') return decimalOf(x + (y as bigint), scale);
  const sum = x + (y as number);
  return Number.isSafeInteger(sum) ? decimalOf(sum, scale) : decimalOf(BigInt(x) + BigInt(y), scale);
}

/** Exact. */
export function negateDecimal(value: Decimal): Decimal {
  return decimalOf(-value.coefficient, value.scale);
}

/** Exact. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return addDecimals(a, negateDecimal(b));
}

/** Exact. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = a.scale + b.scale;
  if (typeof a.coefficient === 'number' && typeof b.coefficient === 'number') {
    const product = a.coefficient * b.coefficient;
    if (Number.isSafeInteger(product)) return decimalOf(product, scale);
  }
  return decimalOf(BigInt(a.coefficient) * BigInt(b.coefficient), scale);
}

/** The quotient, exact where it has at most 20 decimals, else rounded half to even there; undefined when `b` is zero. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal | undefined {
  if (b.coefficient === 0) return undefined;
  const scale = Math.max(DIVISION_SCALE, a.scale, b.scale);
  const numerator = scaledBigint(a, a.scale) * 10n ** BigInt(scale + b.scale);
  const denominator = scaledBigint(b, b.scale) * 10n ** BigInt(a.scale);
  return normalizeDecimal(decimalOf(roundQuotient(numerator, denominator, 'half-even'), scale));
}

export function absoluteDecimal(value: Decimal): Decimal {
  return value.coefficient < 0 ? negateDecimal(value) : value;
}
