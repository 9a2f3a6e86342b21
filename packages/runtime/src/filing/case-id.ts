import type { Sealer } from '../crypto/sealer.js';

/** The id of a case opened by an actor with an idempotency key: the same for the same request, guessable by nobody. */
export function caseIdFrom(sealer: Sealer, ...parts: readonly string[]): string {
  return `c${sealer.sign(`case ${parts.map((part) => `${part.length}:${part}`).join()}`).slice(0, 24)}`;
}

/** Code with which somebody can follow a case by its number without logging in: eight digits, from the case's id. */
export function trackingCode(sealer: Sealer, caseId: string): string {
  const digits = BigInt(`0x${sealer.sign(`track ${caseId}`).slice(0, 16)}`) % 100_000_000n;
  return String(digits).padStart(8, '0');
}
