import type { Issue } from '@careway/definition';
import { Evaluator } from './evaluator.js';
import type { FactDeclarations, Facts } from './fact.js';
import { EvaluationFault, Scope } from './scope.js';
import type { Expression } from './syntax.js';
import { Undecided, type Value } from './value.js';

export interface EvaluationInput {
  readonly facts: Facts;
  readonly declared: FactDeclarations;
  /** Rows of the case, for `sum(items.amount)` and the like. */
  readonly items?: readonly Facts[] | undefined;
  readonly itemDeclared?: FactDeclarations | undefined;
  /** Steps allowed, 100,000 unless told. */
  readonly budget?: number | undefined;
}

/** Exactly one of the three: a value, the ids of the facts it depends on, or what went wrong. */
export type Evaluation =
  | { readonly value: Value; readonly undecided?: undefined; readonly issues?: undefined }
  | { readonly undecided: readonly string[]; readonly value?: undefined; readonly issues?: undefined }
  | { readonly issues: readonly Issue[]; readonly value?: undefined; readonly undecided?: undefined };

/**
 * The value of an expression, by three-valued logic: a missing fact makes it undecided unless the others settle it; it is never
 * false for want of a fact. Never throws.
 */
export function evaluate(ast: Expression, input: EvaluationInput): Evaluation {
  try {
    const outcome = new Evaluator(input.budget).expression(ast, scopeOf(input));
    return outcome instanceof Undecided ? { undecided: outcome.facts } : { value: outcome };
  } catch (fault) {
    if (!(fault instanceof EvaluationFault)) throw fault;
    return { issues: [fault.issue] };
  }
}

function scopeOf({ facts, declared, items, itemDeclared }: EvaluationInput): Scope {
  return new Scope(facts, declared, items ? { rows: { items, declared: itemDeclared ?? new Map() } } : {});
}
