import { CalendarDate, CalendarMonth, Duration, formatDuration } from './calendar-date.js';
import { Decimal, formatDecimal } from './decimal.js';
import type { Expression, Test, UnaryTests } from './syntax.js';
import type { Value } from './value.js';

const STRENGTH = { or: 1, and: 2, compare: 3, in: 3, '+': 4, '-': 4, '*': 5, '/': 5, negate: 6, atom: 7 } as const;

/** The expression as text that parses to the same tree, brackets only where they are needed. */
export function printExpression(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return printValue(node.value);
    case 'fact':
      return node.id;
    case 'and':
    case 'or':
      return node.operands.map((operand) => wrap(operand, STRENGTH[node.kind] + 1)).join(` ${node.kind} `);
    case 'not':
      return `not(${printExpression(node.operand)})`;
    case 'compare':
      return `${wrap(node.left, 4)} ${node.op} ${wrap(node.right, 4)}`;
    case 'in':
      return `${wrap(node.subject, 4)} in (${node.tests.map(printTest).join(', ')})`;
    case 'arithmetic':
      return `${wrap(node.left, STRENGTH[node.op])} ${node.op} ${wrap(node.right, STRENGTH[node.op] + 1)}`;
    case 'negate':
      return `-(${printExpression(node.operand)})`;
    case 'call':
      return `${node.name}(${node.args.map(printExpression).join(', ')})`;
    case 'list':
      return `[${node.items.map(printExpression).join(', ')}]`;
    case 'items':
      return `items${node.filter ? `[${printExpression(node.filter)}]` : ''}${node.field === undefined ? '' : `.${node.field}`}`;
  }
}

/** A cell of a table as text. */
export function printUnaryTests(tests: UnaryTests): string {
  if (tests.any) return '-';
  const body = tests.tests.map(printTest).join(', ');
  return tests.negated ? `not(${body})` : body;
}

export function printTest(test: Test): string {
  switch (test.kind) {
    case 'compare':
      return `${test.op} ${wrap(test.operand, 4)}`;
    case 'equal':
      // A bare `not(…)` at the head of a cell negates the whole cell.
      return test.operand.kind === 'not' ? `(${printExpression(test.operand)})` : wrap(test.operand, 4);
    case 'range':
      return `${test.lowOpen ? '(' : '['}${wrap(test.low, 4)}..${wrap(test.high, 4)}${test.highOpen ? ')' : ']'}`;
  }
}

function wrap(node: Expression, least: number): string {
  const text = printExpression(node);
  return strength(node) >= least ? text : `(${text})`;
}

function strength(node: Expression): number {
  switch (node.kind) {
    case 'and':
    case 'or':
    case 'compare':
    case 'in':
    case 'negate':
      return STRENGTH[node.kind];
    case 'arithmetic':
      return STRENGTH[node.op];
    default:
      return STRENGTH.atom;
  }
}

function printValue(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(value).replace(/\\[bf]/g, (escape) => (escape === '\\b' ? '\\u0008' : '\\u000c'));
  if (value instanceof Decimal) return formatDecimal(value);
  if (value instanceof CalendarDate) return `date("${value.iso}")`;
  if (value instanceof CalendarMonth) return `"${value.iso}"`;
  if (value instanceof Duration) return `duration("${formatDuration(value)}")`;
  if (typeof value === 'boolean') return String(value);
  return `[${(value as readonly Value[]).map(printValue).join(', ')}]`;
}
