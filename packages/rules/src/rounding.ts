import { type Decimal, decimalOf, scaledBigint } from './decimal.js';

/**
 * `half-up` and `up` go away from zero, `down` towards it, `half-even` to the even neighbour; `floor` and `ceiling` go towards
 * minus and plus infinity.
 */
export type RoundingMode = 'half-up' | 'half-even' | 'down' | 'up' | 'floor' | 'ceiling';

/** The number with exactly `scale` decimals. */
export function roundDecimal(value: Decimal, scale: number, mode: RoundingMode): Decimal {
  if (value.scale === scale) return value;
  if (value.scale < scale) return decimalOf(scaledBigint(value, scale), scale);
  return decimalOf(roundQuotient(BigInt(value.coefficient), 10n ** BigInt(value.scale - scale), mode), scale);
}

/** The integer next to `numerator / denominator` that the mode asks for; the denominator is not zero. */
export function roundQuotient(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const quotient = numerator / denominator;
  const rest = numerator % denominator;
  if (rest === 0n) return quotient;
  const negative = numerator < 0n !== denominator < 0n;
  return awayFromZero({ quotient, rest, denominator, negative }, mode) ? quotient + (negative ? -1n : 1n) : quotient;
}

interface Remainder {
  readonly quotient: bigint;
  readonly rest: bigint;
  readonly denominator: bigint;
  readonly negative: boolean;
}

function awayFromZero({ quotient, rest, denominator, negative }: Remainder, mode: RoundingMode): boolean {
  switch (mode) {
    case 'down':
      return false;
    case 'up':
      return true;
    case 'floor':
      return negative;
    case 'ceiling':
      return !negative;
    default: {
      const twice = magnitude(rest) * 2n;
      const half = magnitude(denominator);
      if (twice !== half) return twice > half;
      return mode === 'half-up' || quotient % 2n !== 0n;
    }
  }
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
