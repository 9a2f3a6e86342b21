import type { FactScalar } from '../types/values.js';

/** An answer as a fact's value; empty answers and lists are none. */
export function scalarOf(value: unknown): FactScalar | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return isSealed(value) ? value : undefined;
}

function isSealed(value: unknown): value is Extract<FactScalar, object> {
  return typeof value === 'object' && value !== null && 'sealed' in value && 'key' in value;
}
