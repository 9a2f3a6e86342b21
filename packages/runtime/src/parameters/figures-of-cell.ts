import { parseUnaryTests, type Test } from '@careway/rules';

/** A figure in a cell, with the text around it: `>= ` 60 ``. */
export interface CellFigure {
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

const figure = /^(?:\d+(?:\.\d+)?|"\d{4}-\d{2}(?:-\d{2})?")$/;

/** Numbers, months and dates that a condition compares with, in the order in which they stand. Quotes stay around them. */
export function figuresOfCell(cell: string): readonly CellFigure[] {
  const { ast } = parseUnaryTests(cell);
  return (ast?.tests ?? []).flatMap(operandsOf).flatMap(({ from, to }) => {
    const literal = cell.slice(from, to);
    if (!figure.test(literal)) return [];
    const quote = literal.startsWith('"') ? 1 : 0;
    return [{ text: cell.slice(from + quote, to - quote), before: cell.slice(0, from + quote), after: cell.slice(to - quote) }];
  });
}

function operandsOf(test: Test) {
  const operands = test.kind === 'range' ? [test.low, test.high] : [test.operand];
  return operands.filter(({ kind }) => kind === 'literal');
}
