import type { FactDefinition } from '@careway/definition';
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  divideDecimals,
  formatDecimal,
  parseDecimal,
  roundDecimal,
  subtractDecimals,
} from '@careway/rules';
import type { FactScalar } from '../types/values.js';

type Aggregate = NonNullable<FactDefinition['from']['function']>;

/** Decimals of a mean where the definition states none. */
const MEAN_SCALE = 2;

/**
 * What a field says over several sheets or records, in their order. `count` and `sum` of none are 0; every other function of none, and an
 * arithmetic one over something that is no number, is unknown.
 */
export function aggregateValues(name: Aggregate, values: readonly FactScalar[], scale = MEAN_SCALE): FactScalar | undefined {
  const [first] = values;
  if (name === 'count') return String(values.length);
  if (name === 'sum' && first === undefined) return '0';
  if (first === undefined) return undefined;
  if (name === 'first') return first;
  if (name === 'same') return values.every((value) => textOf(value) === textOf(first));
  const numbers = values.map((value) => (typeof value === 'string' ? parseDecimal(value) : undefined));
  if (numbers.some((number) => number === undefined)) return undefined;
  return formatDecimal(arithmetic(name, numbers as Decimal[], scale));
}

function textOf(value: FactScalar): string {
  return typeof value === 'object' ? value.key : String(value);
}

function arithmetic(name: 'sum' | 'min' | 'max' | 'mean' | 'spread', numbers: readonly Decimal[], scale: number): Decimal {
  const sorted = [...numbers].sort(compareDecimals);
  const least = sorted[0] as Decimal;
  const most = sorted.at(-1) as Decimal;
  if (name === 'min') return least;
  if (name === 'max') return most;
  if (name === 'spread') return subtractDecimals(most, least);
  const sum = numbers.reduce(addDecimals);
  if (name === 'sum') return sum;
  const count = parseDecimal(String(numbers.length)) as Decimal;
  return roundDecimal(divideDecimals(sum, count) ?? sum, scale, 'half-up');
}
