import type { Act } from '@careway/engine';
import { actHash, chainStart, slotHolds } from './act-hash.js';

export interface ChainReport {
  readonly ok: boolean;
  /** Hash after the last act, as computed. */
  readonly head: string;
  readonly length: number;
  /** Number of the first act that is missing, was changed, or after which the stored head differs. */
  readonly brokenAt?: number;
  /** Hash of each act in order. */
  readonly hashes: readonly string[];
}

/** A stretch of history with the head that was stored after it. */
export interface ChainLink {
  readonly acts: readonly Act[];
  readonly head: string;
}

/** Verifies a case's history: acts gap-free, every value the one committed to, every stored head the one computed. */
export function verifyChain(caseId: string, links: readonly ChainLink[]): ChainReport {
  let head = chainStart(caseId);
  let length = 0;
  let brokenAt: number | undefined;
  const hashes: string[] = [];
  for (const link of links) {
    for (const act of link.acts) {
      length += 1;
      head = actHash(head, act);
      hashes.push(head);
      if (brokenAt === undefined && (act.seq !== length || !Object.values(act.slots).every(slotHolds))) brokenAt = length;
    }
    if (brokenAt === undefined && head !== link.head) brokenAt = Math.max(1, length - link.acts.length + 1);
  }
  return { ok: brokenAt === undefined, head, length, ...(brokenAt === undefined ? {} : { brokenAt }), hashes };
}
