import { randomInt } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const numbers = new WeakMap<IncomingMessage, string>();

/** Six digits that a person can read out on the telephone and an operator finds in the log. */
export function requestNumber(request: IncomingMessage): string {
  const known = numbers.get(request);
  if (known) return known;
  const made = String(randomInt(100_000, 1_000_000));
  numbers.set(request, made);
  return made;
}
