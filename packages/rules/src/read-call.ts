import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from './expression-tree.js';
import { SyntaxFault } from './syntax-fault.js';
import { type Expression, FUNCTION_NAMES, type FunctionName } from './syntax.js';
import type { TreeReader } from './tree-reader.js';

const AGGREGATES = new Set<string>(['sum', 'count', 'min', 'max']);

/** `not(…)`, or a function of the closed list; rows are read as an argument of an aggregate only. */
export function readCall(reader: TreeReader, node: SyntaxNode): Expression {
  const [callee, open, parameters] = childrenOf(node);
  if (callee?.name !== 'VariableName' || !open) return reader.refuse(node);
  const name = reader.source(callee).replace(/\s+/g, ' ');
  const given = parameters?.name === 'PositionalParameters' ? childrenOf(parameters).filter((child) => child.name !== ',') : [];
  if (parameters && parameters.name !== 'PositionalParameters' && parameters.name !== ')') return reader.refuse(parameters);
  const span = { from: node.from, to: node.to };
  if (name === 'not') {
    const [operand, more] = given;
    if (!operand || more) throw new SyntaxFault('WRONG_ARGUMENTS', node.from, node.to, { name, expected: '1' });
    return { kind: 'not', operand: reader.expression(operand), ...span };
  }
  if (!isFunctionName(name)) {
    throw new SyntaxFault('UNKNOWN_FUNCTION', callee.from, callee.to, { name, known: FUNCTION_NAMES.join(', ') });
  }
  const rows = AGGREGATES.has(name) && given.length === 1 ? readItems(reader, given[0] as SyntaxNode) : undefined;
  const args = rows ? [rows] : given.map((argument) => reader.expression(argument));
  checkCount({ node, name, count: args.length });
  return { kind: 'call', name, args, ...span };
}

function isFunctionName(name: string): name is FunctionName {
  return (FUNCTION_NAMES as readonly string[]).includes(name);
}

function checkCount({ node, name, count }: { node: SyntaxNode; name: FunctionName; count: number }): void {
  const [least, most] = arity(name);
  if (count >= least && count <= most) return;
  const expected = least === most ? String(least) : most === Number.POSITIVE_INFINITY ? `${least}+` : `${least}–${most}`;
  throw new SyntaxFault('WRONG_ARGUMENTS', node.from, node.to, { name, expected });
}

function arity(name: FunctionName): [number, number] {
  switch (name) {
    case 'abs':
    case 'month of':
    case 'first day of':
      return [1, 1];
    case 'round':
    case 'floor':
    case 'ceiling':
      return [1, 2];
    case 'years between':
    case 'months between':
    case 'days between':
      return [2, 2];
    default:
      return [1, Number.POSITIVE_INFINITY];
  }
}

/** `items`, `items[filter]`, `items.field`, `items[filter].field`; undefined for anything else. */
function readItems(reader: TreeReader, node: SyntaxNode): Expression | undefined {
  const span = { from: node.from, to: node.to };
  if (node.name === 'PathExpression') {
    const [rows, , field] = childrenOf(node);
    const inner = rows && readItems(reader, rows);
    if (!inner || inner.kind !== 'items' || inner.field !== undefined || !field) return undefined;
    return { ...inner, field: reader.name(field), ...span };
  }
  if (node.name === 'FilterExpression') {
    const [rows, , filter] = childrenOf(node);
    if (!rows || !isRows(reader, rows) || !filter) return undefined;
    return { kind: 'items', filter: reader.expression(filter), ...span };
  }
  return isRows(reader, node) ? { kind: 'items', ...span } : undefined;
}

function isRows(reader: TreeReader, node: SyntaxNode): boolean {
  return node.name === 'VariableName' && reader.source(node) === 'items';
}
