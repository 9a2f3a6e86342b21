import type { FactType } from './fact.js';
import type { Expression, Test, UnaryTests } from './syntax.js';
import { compareValues, type Value } from './value.js';

/**
 * The rows whose cell in one column holds, by position of the value: position 2i+1 is the i-th constant that occurs in the column,
 * position 2i the values before it (for texts: 0 is every value that does not occur).
 */
export interface ColumnIndex {
  readonly words: number;
  readonly bits: Uint32Array;
  /** Rows whose cell reads other facts: their bits are set everywhere and the cell must be evaluated. */
  readonly uncovered: ReadonlySet<number>;
  readonly positionOf: (value: Value) => number;
}

/** Undefined when the index would take more than `maxWords` 32-bit words: such a column is scanned. A missing cell matches anything. */
export function indexColumn(type: FactType, cells: readonly (UnaryTests | undefined)[], maxWords: number): ColumnIndex | undefined {
  const ordered = type === 'integer' || type === 'decimal' || type === 'money' || type === 'date' || type === 'month';
  const uncovered = new Set<number>();
  cells.forEach((cell, row) => {
    if (cell && !cell.tests.every((test) => isConstant(test, ordered))) uncovered.add(row);
  });
  const constants = sortedConstants(cells.flatMap((cell, row) => (cell && !uncovered.has(row) ? cell.tests.flatMap(constantsOf) : [])));
  const words = Math.ceil(cells.length / 32);
  const positions = constants.length * 2 + 1;
  if (words * positions > maxWords) return undefined;
  const bits = new Uint32Array(words * positions);
  const lookup = (value: Value) => ordinal(constants, value);
  cells.forEach((cell, row) => {
    const holds = cell && !uncovered.has(row) ? cellPositions(cell, lookup, positions) : undefined;
    for (let position = 0; position < positions; position += 1) {
      if (!holds || holds[position] === 1) setBit(bits, position * words, row);
    }
  });
  return { words, bits, uncovered, positionOf: ordered ? lookup : textLookup(constants) };
}

function textLookup(constants: readonly Value[]): (value: Value) => number {
  const positions = new Map(constants.map((constant, index) => [constant, index * 2 + 1]));
  return (value) => positions.get(value) ?? 0;
}

function setBit(bits: Uint32Array, offset: number, row: number): void {
  const at = offset + (row >>> 5);
  bits[at] = (bits[at] as number) | (1 << (row & 31));
}

function isConstant(test: Test, ordered: boolean): boolean {
  if (test.kind === 'range') return ordered && isLiteral(test.low) && isLiteral(test.high);
  if (test.kind === 'compare') return isLiteral(test.operand) && (ordered || test.op === '=' || test.op === '!=');
  return isLiteral(test.operand) || (test.operand.kind === 'list' && test.operand.items.every(isLiteral));
}

function isLiteral(node: Expression): node is Expression & { kind: 'literal' } {
  return node.kind === 'literal';
}

function constantsOf(test: Test): Value[] {
  const operands = test.kind === 'range' ? [test.low, test.high] : test.operand.kind === 'list' ? test.operand.items : [test.operand];
  return operands.filter(isLiteral).map((operand) => operand.value);
}

function sortedConstants(values: readonly Value[]): Value[] {
  const sorted = [...values].sort((a, b) => compareValues(a, b) ?? 0);
  return sorted.filter((value, index) => index === 0 || compareValues(value, sorted[index - 1] as Value) !== 0);
}

function ordinal(constants: readonly Value[], value: Value): number {
  let low = 0;
  let high = constants.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = compareValues(value, constants[middle] as Value) ?? -1;
    if (order === 0) return middle * 2 + 1;
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return low * 2;
}

function cellPositions(cell: UnaryTests, lookup: (value: Value) => number, positions: number): Uint8Array {
  const holds = new Uint8Array(positions);
  for (const test of cell.tests) {
    for (const [from, to] of intervals(test, lookup, positions - 1)) holds.fill(1, from, to + 1);
  }
  return cell.negated ? holds.map((bit) => 1 - bit) : holds;
}

function intervals(test: Test, lookup: (value: Value) => number, last: number): [number, number][] {
  const points = constantsOf(test).map(lookup);
  if (test.kind === 'equal') return points.map((point) => [point, point]);
  const [low, high] = points as [number, number];
  if (test.kind === 'range') {
    const [from, to] = [test.lowOpen ? low + 1 : low, test.highOpen ? high - 1 : high];
    return from <= to ? [[from, to]] : [];
  }
  switch (test.op) {
    case '=':
      return [[low, low]];
    case '!=':
      return [
        [0, low - 1],
        [low + 1, last],
      ];
    case '<':
      return [[0, low - 1]];
    case '<=':
      return [[0, low]];
    case '>':
      return [[low + 1, last]];
    case '>=':
      return [[low, last]];
  }
}
