import type { Value } from './value.js';

/** Character offsets into the source text, end exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type CompareOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type ArithmeticOperator = '+' | '-' | '*' | '/';

export const FUNCTION_NAMES = [
  'sum',
  'count',
  'min',
  'max',
  'abs',
  'floor',
  'ceiling',
  'round',
  'years between',
  'months between',
  'days between',
  'month of',
  'first day of',
] as const;
export type FunctionName = (typeof FUNCTION_NAMES)[number];

/** The whole language: nothing outside this union can be parsed, so every walk over it is total. */
export type Expression =
  | (Span & { readonly kind: 'literal'; readonly value: Value })
  | (Span & { readonly kind: 'fact'; readonly id: string })
  | (Span & { readonly kind: 'and' | 'or'; readonly operands: readonly Expression[] })
  | (Span & { readonly kind: 'not'; readonly operand: Expression })
  | (Span & { readonly kind: 'compare'; readonly op: CompareOperator; readonly left: Expression; readonly right: Expression })
  | (Span & { readonly kind: 'in'; readonly subject: Expression; readonly tests: readonly Test[] })
  | (Span & { readonly kind: 'arithmetic'; readonly op: ArithmeticOperator; readonly left: Expression; readonly right: Expression })
  | (Span & { readonly kind: 'negate'; readonly operand: Expression })
  | (Span & { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Expression[] })
  | (Span & { readonly kind: 'list'; readonly items: readonly Expression[] })
  /** The rows of the case, inside an aggregate only: `items`, `items.amount`, `items[level = "severe"].amount`. */
  | (Span & { readonly kind: 'items'; readonly filter?: Expression; readonly field?: string });

/** One alternative of a cell, or of the right side of `in`. An `equal` operand that is a list means membership. */
export type Test =
  | (Span & { readonly kind: 'compare'; readonly op: CompareOperator; readonly operand: Expression })
  | (Span & { readonly kind: 'equal'; readonly operand: Expression })
  | (Span & {
      readonly kind: 'range';
      readonly low: Expression;
      readonly high: Expression;
      readonly lowOpen: boolean;
      readonly highOpen: boolean;
    });

/** A cell of a decision table. No tests and not negated: `-`, which matches anything. */
export interface UnaryTests extends Span {
  readonly kind: 'tests';
  readonly any: boolean;
  readonly negated: boolean;
  readonly tests: readonly Test[];
}
