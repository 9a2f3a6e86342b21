import { createHash } from 'node:crypto';
import { canonicalJson, sha256Hex } from '@careway/definition';
import type { Act } from '@careway/engine';

/** Hash before the first act of a case. */
export function chainStart(caseId: string): string {
  return hash(`careway case ${caseId}`);
}

/**
 * Hash of an act in the chain: SHA-256 over the hash before it and the act's header in RFC 8785 form. The header holds the slots'
 * subjects and commitments, never salts and values, so that an erased act keeps its hash.
 */
export function actHash(previous: string, act: Act): string {
  const { slots, ...rest } = act;
  const commitments = Object.fromEntries(Object.entries(slots).map(([name, { subject, commitment }]) => [name, { subject, commitment }]));
  return hash(`${previous}\n${canonicalJson({ ...rest, slots: commitments })}`);
}

/** Head of the chain after more acts. */
export function extendChain(head: string, acts: readonly Act[]): string {
  return acts.reduce(actHash, head);
}

/** Whether the value in a slot is the one committed to. */
export function slotHolds({ salt, value, commitment }: Act['slots'][string]): boolean {
  return value === undefined || sha256Hex(salt + canonicalJson(value)) === commitment;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
