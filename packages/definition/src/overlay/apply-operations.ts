import type { Issue } from '../issue.js';
import type { PackChange } from '../pack-changes.js';
import type { PackDraft } from '../pack-content.js';
import type { OverlayOperation } from '../schemas/overlay.js';
import { addFact } from './add-fact.js';
import { NodeHistory } from './node-history.js';
import { setCell } from './set-cell.js';
import { setParam } from './set-param.js';

/** What an operation is applied to, and where its issues are told. */
export interface OperationTarget {
  readonly draft: PackDraft;
  readonly history: NodeHistory;
  /** JSON Pointer of the operation. */
  readonly path: string;
}

/** The issue why nothing was done, or what was done in plain words. */
export type OperationOutcome = Issue | Omit<PackChange, 'layer'>;

/** Applies operations to a draft, in order; a wrong one is an issue and changes nothing. */
export function applyOperations(
  draft: PackDraft,
  operations: readonly OverlayOperation[],
): { readonly issues: readonly Issue[]; readonly changes: readonly Omit<PackChange, 'layer'>[] } {
  const issues: Issue[] = [];
  const changes: Omit<PackChange, 'layer'>[] = [];
  const history = new NodeHistory();
  for (const [index, operation] of operations.entries()) {
    const outcome = applyOne({ draft, history, path: `/operations/${index}` }, operation);
    if ('code' in outcome) issues.push(outcome);
    else changes.push(outcome);
  }
  return { issues, changes };
}

function applyOne(target: OperationTarget, operation: OverlayOperation): OperationOutcome {
  switch (operation.op) {
    case 'set-param':
      return setParam(target, operation);
    case 'set-cell':
      return setCell(target, operation);
    case 'add-fact':
      return addFact(target, operation);
  }
}
