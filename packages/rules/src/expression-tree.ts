import type { SyntaxNode, Tree } from '@lezer/common';
import { parser, trackVariables } from 'lezer-feel';

// The grammar reads a name of several words as one name only when it knows it; all others are reported as names with spaces.
const contextTracker = trackVariables({ 'years between': 0, 'months between': 0, 'days between': 0, 'month of': 0, 'first day of': 0 });
const expressionParser = parser.configure({ top: 'Expression', contextTracker });
const testsParser = parser.configure({ top: 'UnaryTests', contextTracker });

export const MAX_EXPRESSION_LENGTH = 2000;
export const MAX_EXPRESSION_DEPTH = 64;

/** The concrete syntax tree, with error nodes where the text is not FEEL. */
export function readTree(text: string, top: 'expression' | 'tests'): Tree {
  return (top === 'expression' ? expressionParser : testsParser).parse(text);
}

/** Children without comments. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'LineComment' && child.name !== 'BlockComment') children.push(child);
  }
  return children;
}

/** The first error node in document order, if any. */
export function firstError(tree: Tree): { from: number; to: number } | undefined {
  let found: { from: number; to: number } | undefined;
  tree.iterate({
    enter: (node) => {
      if (found) return false;
      if (node.type.isError) found = { from: node.from, to: node.to };
      return undefined;
    },
  });
  return found;
}

export function depthOf(tree: Tree): number {
  let depth = 0;
  let deepest = 0;
  tree.iterate({
    enter: () => {
      depth += 1;
      if (depth > deepest) deepest = depth;
    },
    leave: () => {
      depth -= 1;
    },
  });
  return deepest;
}
