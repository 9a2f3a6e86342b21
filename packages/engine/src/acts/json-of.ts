import type { Json } from '../types/values.js';

/** JSON without undefined: what a slot can commit to. */
export function jsonOf(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null)) as Json;
}
