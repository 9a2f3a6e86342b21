import type { Issue } from '../issue.js';
import { packIssue } from '../issue-catalogue.js';
import type { TableColumn } from '../schemas/decision.js';
import type { SetCell } from '../schemas/overlay.js';
import { cellMismatch, cellOutOfRange } from '../checks/check-decision.js';
import type { Cell } from './set-cell.js';

/** Whether a value fits the column that it is set in; conditions are text, read later with the expressions of the pack. */
export function cellIssue({ column, part }: Pick<Cell, 'column' | 'part'>, value: SetCell['value'], path: string): Issue | undefined {
  const wrong = (expected: string) =>
    packIssue('RULE_OUTPUT_WRONG', `${path}/value`, { id: column.id, value, expected }, { file: 'overlay.json' });
  if (part === 'when') return typeof value === 'string' && value !== '' ? undefined : wrong('S-FEEL');
  const expected = cellMismatch(column, value);
  if (expected !== undefined) return wrong(expected);
  return rangeIssue(column, value, `${path}/value`);
}

function rangeIssue(column: TableColumn, value: string | boolean, path: string): Issue | undefined {
  if (!cellOutOfRange(column, value)) return undefined;
  const { minimum = '−∞', maximum = '∞' } = column;
  return packIssue('CELL_RANGE', path, { id: column.id, value, minimum, maximum }, { file: 'overlay.json' });
}
