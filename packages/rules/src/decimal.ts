const LARGEST = Number.MAX_SAFE_INTEGER;
const SMALL_POWERS = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
const DECIMAL_TEXT = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
/** More digits than any figure of a policy has; bounds the work a hostile document can ask for. */
const MAX_DIGITS = 60;

/**
 * An exact decimal number: `coefficient / 10^scale`. The coefficient is a number while it is a safe integer and a bigint beyond,
 * so that money compares as fast as machine integers and never rounds by itself. Immutable.
 */
export class Decimal {
  constructor(
    readonly coefficient: number | bigint,
    readonly scale: number,
  ) {}

  toString(): string {
    return formatDecimal(this);
  }
}

export function decimalOf(coefficient: number | bigint, scale = 0): Decimal {
  if (typeof coefficient === 'bigint' && coefficient <= LARGEST && coefficient >= -LARGEST) return new Decimal(Number(coefficient), scale);
  // No negative zero: it would print and compare like zero but not be identical to it.
  return new Decimal(coefficient === 0 ? 0 : coefficient, scale);
}

/** Reads `-12.50`; undefined for anything else (exponents, blanks, leading zeros, more than 60 digits). */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > MAX_DIGITS || !DECIMAL_TEXT.test(text)) return undefined;
  const point = text.indexOf('.');
  if (point < 0) return text.length < 16 ? decimalOf(Number(text)) : decimalOf(BigInt(text));
  const digits = text.slice(0, point) + text.slice(point + 1);
  const scale = text.length - point - 1;
  return digits.length < 16 ? decimalOf(Number(digits), scale) : decimalOf(BigInt(digits), scale);
}

/** Plain digits, as many decimals as the scale says: `formatDecimal(385 / 10^0)` is `385`, `38500 / 10^2` is `385.00`. */
export function formatDecimal({ coefficient, scale }: Decimal): string {
  if (scale === 0) return String(coefficient);
  const negative = coefficient < 0;
  const digits = String(negative ? -coefficient : coefficient).padStart(scale + 1, '0');
  return `${negative ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const left = a.coefficient;
  const right = b.coefficient;
  if (a.scale === b.scale) return left < right ? -1 : left > right ? 1 : 0;
  const [x, y] = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Both coefficients at the larger scale; numbers where both stay safe, else bigints. */
export function aligned(a: Decimal, b: Decimal): [number, number] | [bigint, bigint] {
  const scale = Math.max(a.scale, b.scale);
  const x = scaledNumber(a, scale);
  const y = scaledNumber(b, scale);
  if (x !== undefined && y !== undefined) return [x, y];
  return [scaledBigint(a, scale), scaledBigint(b, scale)];
}

function scaledNumber({ coefficient, scale }: Decimal, wanted: number): number | undefined {
  const factor = SMALL_POWERS[wanted - scale];
  if (typeof coefficient === 'bigint' || factor === undefined) return undefined;
  const product = coefficient * factor;
  return product <= LARGEST && product >= -LARGEST ? product : undefined;
}

/** The coefficient at a scale not smaller than the number's own. */
export function scaledBigint({ coefficient, scale }: Decimal, wanted: number): bigint {
  return BigInt(coefficient) * 10n ** BigInt(wanted - scale);
}

/** The same number without trailing zeros after the point. */
export function normalizeDecimal(value: Decimal): Decimal {
  let { coefficient, scale } = value;
  if (typeof coefficient === 'bigint') {
    while (scale > 0 && coefficient % 10n === 0n) {
      coefficient /= 10n;
      scale -= 1;
    }
  } else {
    while (scale > 0 && coefficient % 10 === 0) {
      coefficient /= 10;
      scale -= 1;
    }
  }
  return decimalOf(coefficient, scale);
}
