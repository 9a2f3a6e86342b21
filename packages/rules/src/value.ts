import { CalendarDate, CalendarMonth, Duration, formatDuration } from './calendar-date.js';
import { compareDecimals, Decimal, formatDecimal } from './decimal.js';

/** What an expression yields. Texts and codes are plain strings; a missing fact is no value but `Undecided`. */
export type Value = boolean | string | Decimal | CalendarDate | CalendarMonth | Duration | readonly Value[];

/** The third truth value: it depends on facts that are not known yet, by id. */
export class Undecided {
  constructor(readonly facts: readonly string[]) {}
}

export type Outcome = Value | Undecided;

export function mergeUndecided(...outcomes: readonly Outcome[]): Undecided {
  const facts = new Set<string>();
  for (const outcome of outcomes) if (outcome instanceof Undecided) for (const fact of outcome.facts) facts.add(fact);
  return new Undecided([...facts]);
}

/**
 * Order of two values of one kind; dates and months also compare with their ISO text. `undefined` when they cannot be compared.
 */
export function compareValues(a: Value, b: Value): number | undefined {
  if (a instanceof Decimal) return b instanceof Decimal ? compareDecimals(a, b) : undefined;
  if (typeof a === 'boolean') return a === b ? 0 : typeof b === 'boolean' ? Number(a) - Number(b) : undefined;
  if (Array.isArray(a) || Array.isArray(b)) return undefined;
  if (a instanceof Duration || b instanceof Duration) return compareDurations(a, b);
  const [x, y] = [textOf(a), textOf(b)];
  if (x === undefined || y === undefined || !sameFamily(a, b)) return undefined;
  return x < y ? -1 : x > y ? 1 : 0;
}

function compareDurations(a: Value, b: Value): number | undefined {
  if (!(a instanceof Duration) || !(b instanceof Duration)) return undefined;
  return a.months === b.months && a.days === b.days ? 0 : undefined;
}

function textOf(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  return value instanceof CalendarDate || value instanceof CalendarMonth ? value.iso : undefined;
}

function sameFamily(a: Value, b: Value): boolean {
  if (typeof a === 'string' || typeof b === 'string') return true;
  return a instanceof CalendarDate === b instanceof CalendarDate;
}

/** The JSON form of a value: decimals as text with their own scale, dates and months as ISO text. */
export type JsonValue = boolean | string | readonly JsonValue[];

export function valueToJson(value: Value): JsonValue {
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (value instanceof Decimal) return formatDecimal(value);
  if (value instanceof CalendarDate || value instanceof CalendarMonth) return value.iso;
  if (value instanceof Duration) return formatDuration(value);
  return (value as readonly Value[]).map(valueToJson);
}
