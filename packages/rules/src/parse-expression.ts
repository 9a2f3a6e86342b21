import type { Issue } from '@careway/definition';
import type { SyntaxNode } from '@lezer/common';
import { rulesIssue } from './catalogue.js';
import { childrenOf, depthOf, firstError, MAX_EXPRESSION_DEPTH, MAX_EXPRESSION_LENGTH, readTree } from './expression-tree.js';
import { SyntaxFault } from './syntax-fault.js';
import type { Expression, UnaryTests } from './syntax.js';
import { TreeReader } from './tree-reader.js';

export type ParsedExpression =
  | { readonly ast: Expression; readonly issues?: undefined }
  | { readonly ast?: undefined; readonly issues: readonly Issue[] };
export type ParsedTests =
  | { readonly ast: UnaryTests; readonly issues?: undefined }
  | { readonly ast?: undefined; readonly issues: readonly Issue[] };

// Parsing costs 20 to 300 µs and the same few texts come again and again; trees are immutable and safe to share.
const MAX_REMEMBERED = 5000;
const expressions = new Map<string, ParsedExpression>();
const cells = new Map<string, ParsedTests>();

/**
 * Parses an expression of Simple FEEL with Careway's closed list of functions. Never throws. Issues carry the JSON Pointer `''` and
 * the params `position` (1-based character) and `from`/`to` (offsets).
 */
export function parseExpression(text: string): ParsedExpression {
  return remembered(expressions, text, () => guarded(text, () => readExpression(text)));
}

function readExpression(text: string): Expression {
  const [body] = childrenOf(rootOf(text, 'expression'));
  if (!body) throw new SyntaxFault('EXPRESSION_SYNTAX', 0, text.length);
  return new TreeReader(text).expression(body);
}

/** Parses a cell of a decision table: `-`, `"a", "b"`, `not("a")`, `>= 60`, `[60..80)`. Never throws. */
export function parseUnaryTests(text: string): ParsedTests {
  return remembered(cells, text, () => guarded(text, () => readCell(text)));
}

function readCell(text: string): UnaryTests {
  const children = childrenOf(rootOf(text, 'tests'));
  const span = { from: 0, to: text.length };
  const [first] = children;
  if (!first) throw new SyntaxFault('EXPRESSION_SYNTAX', 0, text.length);
  if (first.name === 'Wildcard') return { kind: 'tests', any: true, negated: false, tests: [], ...span };
  const negated = first.name === 'not';
  const list = children.find((child) => child.name === 'PositiveUnaryTests');
  if (!list) throw new SyntaxFault('EXPRESSION_SYNTAX', first.from, first.to);
  return { kind: 'tests', any: false, negated, tests: new TreeReader(text).tests(list), ...span };
}

function rootOf(text: string, top: 'expression' | 'tests'): SyntaxNode {
  if (text.length > MAX_EXPRESSION_LENGTH) {
    throw new SyntaxFault('EXPRESSION_TOO_LONG', 0, text.length, { length: text.length, limit: MAX_EXPRESSION_LENGTH });
  }
  const tree = readTree(text, top);
  const error = firstError(tree);
  if (error) throw new SyntaxFault('EXPRESSION_SYNTAX', error.from, error.to);
  if (depthOf(tree) > MAX_EXPRESSION_DEPTH) throw new SyntaxFault('EXPRESSION_TOO_DEEP', 0, text.length, { limit: MAX_EXPRESSION_DEPTH });
  return tree.topNode;
}

function remembered<T>(memory: Map<string, T>, text: string, read: () => T): T {
  const known = memory.get(text);
  if (known) return known;
  const made = read();
  if (text.length > MAX_EXPRESSION_LENGTH) return made;
  if (memory.size >= MAX_REMEMBERED) memory.clear();
  memory.set(text, made);
  return made;
}

function guarded<T>(text: string, read: () => T): { ast: T } | { issues: Issue[] } {
  try {
    return { ast: read() };
  } catch (fault) {
    if (!(fault instanceof SyntaxFault)) throw fault;
    const { code, from, to, params } = fault;
    const excerpt = text.slice(from, Math.max(to, from + 12)) || text.slice(-12);
    return { issues: [rulesIssue(code, '', { text: excerpt, ...params, position: from + 1, from, to })] };
  }
}
