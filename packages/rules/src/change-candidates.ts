import { absoluteDecimal, addDecimals, negateDecimal, subtractDecimals } from './arithmetic.js';
import {
  addDuration,
  addMonths,
  CalendarDate,
  CalendarMonth,
  Duration,
  daysBetween,
  monthsBetween,
  parseCalendarDate,
  parseCalendarMonth,
} from './calendar-date.js';
import type { CompiledDecision } from './compile-decision.js';
import { compareDecimals, Decimal, decimalOf, formatDecimal, normalizeDecimal, parseDecimal } from './decimal.js';
import { type FactDeclaration, isIssue, readFact } from './fact.js';
import type { Expression, Test } from './syntax.js';
import { compareValues, type Value, valueToJson } from './value.js';
import { operandsOf, walkExpression } from './walk-expression.js';

/** A value that a fact might have had instead. */
export interface Candidate {
  readonly fact: string;
  readonly to: string | boolean;
}

/** Other values of a fact within its domain, nearest first: its codes, or the boundaries at which tables treat it differently. */
export function candidatesOf(compiled: CompiledDecision, fact: string, raw: unknown): Candidate[] {
  const declaration = compiled.visible.get(fact);
  if (!declaration) return [];
  const read = readFact(fact, raw, declaration);
  const current = read === undefined || isIssue(read) ? undefined : read;
  const values = domainOf(compiled, fact, declaration).filter((value) => current === undefined || compareValues(value, current) !== 0);
  const near = current === undefined ? values : [...values].sort((a, b) => compareDecimals(distance(a, current), distance(b, current)));
  const texts = near.map((value) => valueToJson(value) as string | boolean);
  return [...new Set(texts)].map((to) => ({ fact, to }));
}

function domainOf(compiled: CompiledDecision, fact: string, declaration: FactDeclaration): Value[] {
  switch (declaration.type) {
    case 'boolean':
      return [true, false];
    case 'code':
      return declaration.values ? declaration.values.map(({ value }) => value) : constantsFor(compiled, fact);
    case 'integer':
    case 'decimal':
    case 'money':
      return boundaryNumbers(constantsFor(compiled, fact), declaration);
    case 'date':
    case 'month':
      return constantsFor(compiled, fact).flatMap((value) => neighbours(value, declaration.type === 'date'));
    default:
      return constantsFor(compiled, fact);
  }
}

function boundaryNumbers(constants: readonly Value[], { type, minimum, maximum }: FactDeclaration): Value[] {
  const least = minimum === undefined ? undefined : parseDecimal(minimum);
  const most = maximum === undefined ? undefined : parseDecimal(maximum);
  const around = constants.flatMap((value) => {
    if (!(value instanceof Decimal)) return [];
    const step = type === 'integer' ? decimalOf(1) : decimalOf(1, Math.max(value.scale, type === 'money' ? 2 : 1));
    return [value, subtractDecimals(value, step), addDecimals(value, step)].map(normalizeDecimal);
  });
  return around.filter(
    (value) =>
      (type !== 'integer' || value.scale === 0) &&
      (!least || compareDecimals(value, least) >= 0) &&
      (!most || compareDecimals(value, most) <= 0) &&
      parseDecimal(formatDecimal(value)) !== undefined,
  );
}

function neighbours(value: Value, isDate: boolean): Value[] {
  const text = typeof value === 'string' ? value : '';
  const centre =
    value instanceof CalendarDate || value instanceof CalendarMonth ? value : isDate ? parseCalendarDate(text) : parseCalendarMonth(text);
  if (!centre) return [];
  const moved =
    centre instanceof CalendarDate
      ? [addDuration(centre, new Duration(0, -1)), addDuration(centre, new Duration(0, 1))]
      : [addMonths(centre, new Duration(-1, 0)), addMonths(centre, new Duration(1, 0))];
  return [centre, ...moved.filter((day) => day !== undefined)];
}

/** Constants that the decision compares the bare fact with, in cells and expressions. */
function constantsFor(compiled: CompiledDecision, fact: string): Value[] {
  const constants: Value[] = [];
  const isFact = (node: Expression) => node.kind === 'fact' && node.id === fact;
  const add = (nodes: readonly Expression[]) => {
    for (const node of nodes) walkExpression(node, (part) => void (part.kind === 'literal' && constants.push(part.value)));
  };
  const addTests = (tests: readonly Test[]) => add(tests.flatMap(operandsOf));
  const inspect = (root: Expression) =>
    walkExpression(root, (node) => {
      if (node.kind === 'in' && isFact(node.subject)) addTests(node.tests);
      if (node.kind === 'compare' && (isFact(node.left) || isFact(node.right))) add([node.left, node.right]);
    });
  for (const table of compiled.tables) {
    table.columns.forEach((column, index) => {
      inspect(column.expression);
      if (isFact(column.expression)) for (const rule of table.rules) addTests(rule.cells[index]?.tests ?? []);
    });
  }
  if (compiled.result) inspect(compiled.result);
  return constants;
}

function distance(value: Value, current: Value): Decimal {
  if (value instanceof Decimal && current instanceof Decimal) return absoluteDecimal(addDecimals(value, negateDecimal(current)));
  if (value instanceof CalendarDate && current instanceof CalendarDate) return decimalOf(Math.abs(daysBetween(value, current)));
  if (value instanceof CalendarMonth && current instanceof CalendarMonth) return decimalOf(Math.abs(monthsBetween(value, current)));
  return decimalOf(0);
}
