import type { FormField, Issue, Locale } from '@careway/definition';
import { memo } from 'react';
import type { RowNote } from '../form-context.js';
import { formText } from '../form-texts.js';
import { GridCell } from './GridCell.js';
import { rowAmountText } from './row-amount.js';
import type { Row } from './rows.js';

export interface GridRowProps {
  readonly id: string;
  readonly field: FormField;
  readonly booleans: ReadonlySet<string>;
  readonly index: number;
  readonly row: Row;
  readonly locale: Locale;
  readonly issues: readonly Issue[];
  readonly note: RowNote | undefined;
  readonly noted: boolean;
  readonly onCell: (row: number, column: string, value: unknown) => void;
  readonly onRemove: (row: number) => void;
}

/** One row with its estimate, and under it in plain words what is to change. Drawn again only when it changed itself. */
export const GridRow = memo(function GridRow({
  id,
  field,
  booleans,
  index,
  row,
  locale,
  issues,
  note,
  noted,
  onCell,
  onRemove,
}: GridRowProps) {
  const columns = field.columns ?? [];
  const errors = `${id}-row-${index}`;
  const wrong = new Set(issues.map(({ path }) => path.split('/')[3]));
  const amount = rowAmountText(note, locale);
  return (
    <>
      <tr className={issues.length > 0 ? 'grid-row grid-row-wrong' : 'grid-row'} data-row={index}>
        <th scope="row" className="grid-number">
          <span className="grid-label" aria-hidden="true">
            {field.rowLabel?.[locale] ?? formText('rowNumber', locale)}{' '}
          </span>
          {index + 1}
        </th>
        {columns.map((column) => (
          <td key={column.id}>
            <span className="grid-label" aria-hidden="true">
              {column.label[locale]}
            </span>
            <GridCell
              column={column}
              boolean={booleans.has(column.id)}
              id={`${id}-${index}-${column.id}`}
              row={index}
              locale={locale}
              value={row[column.id]}
              invalid={wrong.has(column.id)}
              describedBy={wrong.has(column.id) ? errors : undefined}
              onChange={(value) => onCell(index, column.id, value)}
            />
          </td>
        ))}
        {noted ? (
          <td className="grid-amount">
            <span className="grid-label" aria-hidden="true">
              {formText('estimate', locale)}
            </span>
            <span>
              <span className="figure">{amount}</span>
              {note?.note ? <span className="grid-reason">{note.note[locale]}</span> : null}
            </span>
          </td>
        ) : null}
        <td className="grid-remove">
          <button type="button" className="button-link" onClick={() => onRemove(index)}>
            {formText('remove', locale)}
            <span className="visually-hidden">{formText('row', locale, { row: index + 1 })}</span>
          </button>
        </td>
      </tr>
      {issues.length > 0 ? (
        <tr className="grid-errors">
          <td colSpan={columns.length + (noted ? 3 : 2)} id={errors} tabIndex={-1}>
            {issues.map((issue) => (
              <p className="field-error" key={issue.path + issue.code}>
                <span aria-hidden="true">✗</span>
                <span>{issue.message[locale]}</span>
              </p>
            ))}
          </td>
        </tr>
      ) : null}
    </>
  );
});
