import { type Expression, factsOf } from '@careway/rules';

export interface ExpressionReads {
  readonly facts: readonly string[];
  /** It aggregates over the rows of the case. */
  readonly rows: boolean;
}

const known = new WeakMap<Expression, ExpressionReads>();

/** What an expression reads; found out once per expression. */
export function expressionReads(expression: Expression): ExpressionReads {
  const found = known.get(expression);
  if (found) return found;
  const reads = { facts: factsOf(expression), rows: hasRows(expression) };
  known.set(expression, reads);
  return reads;
}

/** Any node of the kind `items`, wherever it stands. */
function hasRows(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if ('kind' in node && node.kind === 'items') return true;
  return Object.values(node).some(hasRows);
}
