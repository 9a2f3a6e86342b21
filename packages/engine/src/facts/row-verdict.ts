import type { Issue } from '@careway/definition';
import type { DecisionRefusal, DecisionResult } from '@careway/rules';
import type { ItemResult } from '../types/state.js';
import { type CaseDecision, itemResult } from './item-decision.js';

/** What the tables come to for one row. */
export type RowVerdict =
  | { readonly kind: 'approved'; readonly result: ItemResult }
  | { readonly kind: 'refused'; readonly result: ItemResult; readonly refused: DecisionRefusal }
  /** The tables leave it to a person: a `manual` row, no matching row, or a table not supplied. */
  | { readonly kind: 'left-to-a-person' }
  | { readonly kind: 'unknown'; readonly issues: readonly Issue[] };

const LEFT_TO_A_PERSON = new Set(['RATE_TABLE_MISSING', 'NO_RULE_MATCHED']);

/** Sorts a decision's result into what may be done with the row. */
export function rowVerdict(decision: CaseDecision, result: DecisionResult): RowVerdict {
  const errors = result.issues.filter((issue) => issue.severity === 'error');
  const open = errors.length > 0 && errors.every((issue) => LEFT_TO_A_PERSON.has(issue.code));
  if (result.status === 'issue' && !open) return { kind: 'unknown', issues: errors };
  if (result.refused) return { kind: 'refused', result: itemResult(decision, result), refused: result.refused };
  if (open || result.manual) return { kind: 'left-to-a-person' };
  return { kind: 'approved', result: itemResult(decision, result) };
}
