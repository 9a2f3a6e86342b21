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
  if (result.status === 'issue' && !isOpen(result)) return { kind: 'unknown', issues: errorsOf(result) };
  if (result.refused) return { kind: 'refused', result: itemResult(decision, result), refused: result.refused };
  if (isLeftToAPerson(result)) return { kind: 'left-to-a-person' };
  return { kind: 'approved', result: itemResult(decision, result) };
}

/** A `manual` row, no matching row, or a table not supplied: a person says what the result is. */
export function isLeftToAPerson(result: DecisionResult): boolean {
  return !result.refused && (result.manual !== undefined || isOpen(result));
}

/** Nothing is wrong but that the tables do not say it. */
function isOpen(result: DecisionResult): boolean {
  const errors = errorsOf(result);
  return errors.length > 0 && errors.every(({ code }) => LEFT_TO_A_PERSON.has(code));
}

function errorsOf({ issues }: DecisionResult): readonly Issue[] {
  return issues.filter(({ severity }) => severity === 'error');
}
