import type { DecisionDefinition } from '@careway/definition';
import { Decimal, decimalOf, formatDecimal, normalizeDecimal } from './decimal.js';
import { roundDecimal } from './rounding.js';
import { type Value, valueToJson } from './value.js';

export type ResultDefinition = DecisionDefinition['result'];

/** The result as the document states it: numbers rounded by its rule, as decimal text. */
export function formatResult({ rounding }: Pick<ResultDefinition, 'rounding'>, value: Value): string | boolean {
  if (!(value instanceof Decimal)) return typeof value === 'boolean' ? value : String(valueToJson(value));
  return formatDecimal(rounding ? roundDecimal(value, rounding.scale, rounding.mode) : normalizeDecimal(value));
}

/** What a refused applicant gets: nothing, at the result's scale; undefined where the result is a code. */
export function refusedResult({ type, rounding }: ResultDefinition): string | boolean | undefined {
  if (type === 'code') return undefined;
  return type === 'boolean' ? false : formatDecimal(decimalOf(0, rounding?.scale ?? 0));
}
