import type { Expression, Test, UnaryTests } from './syntax.js';

/** The direct parts of a node, in source order. */
export function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'literal':
    case 'fact':
      return [];
    case 'and':
    case 'or':
      return node.operands;
    case 'not':
    case 'negate':
      return [node.operand];
    case 'compare':
    case 'arithmetic':
      return [node.left, node.right];
    case 'in':
      return [node.subject, ...node.tests.flatMap(operandsOf)];
    case 'call':
      return node.args;
    case 'list':
      return node.items;
    case 'items':
      return node.filter ? [node.filter] : [];
  }
}

export function operandsOf(test: Test): readonly Expression[] {
  return test.kind === 'range' ? [test.low, test.high] : [test.operand];
}

/** Visits a node and everything in it; `visit` returns false to leave the parts out. */
export function walkExpression(node: Expression, visit: (node: Expression) => boolean | void): void {
  if (visit(node) === false) return;
  for (const part of partsOf(node)) walkExpression(part, visit);
}

/** Ids of the facts of the case that an expression reads; those that only the filter or field of `items` reads are not among them. */
export function factsOf(node: Expression): string[] {
  const ids = new Set<string>();
  walkExpression(node, (part) => {
    if (part.kind === 'fact') ids.add(part.id);
    return part.kind !== 'items';
  });
  return [...ids];
}

export function factsOfTests(tests: UnaryTests): string[] {
  return [...new Set(tests.tests.flatMap(operandsOf).flatMap(factsOf))];
}
