import type { Issue } from '@careway/definition';
import type { Refusal } from '../types/context.js';

/** Leaves `decide` without acts: caught at its entry, never seen outside. */
export class Stop extends Error {
  constructor(
    readonly refusal: Refusal | undefined,
    readonly issues: readonly Issue[] = [],
  ) {
    super(refusal?.code ?? issues[0]?.code ?? 'stopped');
  }
}

export function refuse(refusal: Refusal, issues: readonly Issue[] = []): never {
  throw new Stop(refusal, issues);
}

export function stopWith(issues: readonly Issue[]): never {
  throw new Stop(undefined, issues);
}
