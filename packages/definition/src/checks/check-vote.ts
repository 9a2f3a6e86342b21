import { type DocumentCheck, exists } from './scope.js';

interface Vote {
  readonly rule: 'any' | 'all' | 'ordered' | 'ratio';
  readonly ratio?: string;
  readonly seats?: readonly { readonly id: string; readonly role: string }[];
}

/** Seats have roles that exist; a ratio is at most one and only where the rule asks for it. */
export function checkVote(check: DocumentCheck, { rule, ratio, seats }: Vote, path: string): void {
  for (const [index, { role }] of (seats ?? []).entries()) {
    check.refer('role', role, `${path}/seats/${index}/role`, exists.role(check.scope, role));
  }
  const [part = 0, whole = 1] = (ratio ?? '').split('/').map(Number);
  if ((rule === 'ratio') !== (ratio !== undefined) || part > whole) check.report('VOTE_RATIO', `${path}/ratio`);
}
