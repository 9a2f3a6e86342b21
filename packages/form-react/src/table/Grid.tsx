import type { FormDefinition, FormField, Issue, Locale } from '@careway/definition';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { RowNote } from '../form-context.js';
import { formText } from '../form-texts.js';
import { rowIssues } from '../own-issues.js';
import { GridRow } from './GridRow.js';
import { isLineList } from './read-list.js';
import { moveByKey } from './move-by-key.js';
import { yuan } from './row-amount.js';
import { columnSchema, isBlock, type Row, withBlock, withCell } from './rows.js';

export interface GridProps {
  readonly id: string;
  readonly form: FormDefinition;
  readonly field: FormField;
  readonly locale: Locale;
  readonly rows: readonly Row[];
  readonly issues: readonly Issue[];
  /** Estimates by row; the column appears when given. */
  readonly notes?: readonly (RowNote | undefined)[] | undefined;
  readonly total?: string | undefined;
  readonly estimating?: boolean | undefined;
  readonly onChange: (rows: readonly Row[]) => void;
  /** A list of lines to put together was pasted into a cell. */
  readonly onLines?: ((text: string) => void) | undefined;
}

const NO_ISSUES: readonly Issue[] = [];

/** A roster as a spreadsheet: native cells, arrows and Enter move, a pasted block fills cells. On narrow screens rows become cards. */
export function Grid(props: GridProps) {
  const { id, form, field, locale, rows, notes } = props;
  const columns = field.columns ?? [];
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const booleans = useMemo(
    () =>
      new Set(
        (field.columns ?? [])
          .filter(({ id: column }) => columnSchema({ form, field }, column)?.type === 'boolean')
          .map((column) => column.id),
      ),
    [form, field],
  );
  const byRow = useIssuesByRow(props);
  const onCell = useCallback((row: number, column: string, value: unknown) => {
    latest.current.onChange(withCell(latest.current.rows, { row, column }, value));
  }, []);
  const onRemove = useCallback((row: number) => {
    latest.current.onChange(latest.current.rows.filter((_, index) => index !== row));
  }, []);
  const onPaste = (event: React.ClipboardEvent<HTMLDivElement>) => {
    const text = event.clipboardData.getData('text/plain');
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-column]');
    if (!cell || !isBlock(text)) return;
    event.preventDefault();
    if (props.onLines && isLineList(text, { form, field: field.id })) return props.onLines(text);
    const row = Number(cell.closest('tr')?.dataset['row']);
    const column = columns.findIndex((candidate) => candidate.id === cell.dataset['column']);
    props.onChange(withBlock(rows, { row, column }, { form, field, text }));
  };
  const noted = notes !== undefined;
  return (
    <div className="grid-frame" role="presentation" onKeyDown={moveByKey} onPaste={onPaste}>
      <table className="grid" aria-label={field.label[locale]}>
        <thead>
          <tr>
            <th scope="col">{formText('rowNumber', locale)}</th>
            {columns.map((column) => (
              <th scope="col" key={column.id}>
                {column.label[locale]}
              </th>
            ))}
            {noted ? <th scope="col">{formText('estimate', locale)}</th> : null}
            <th scope="col">
              <span className="visually-hidden">{formText('remove', locale)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <GridRow
              key={index}
              id={id}
              field={field}
              booleans={booleans}
              index={index}
              row={row}
              locale={locale}
              issues={byRow.get(index) ?? NO_ISSUES}
              note={notes?.[index]}
              noted={noted}
              onCell={onCell}
              onRemove={onRemove}
            />
          ))}
        </tbody>
        {noted ? (
          <tfoot>
            <tr>
              <th scope="row" colSpan={columns.length + 1}>
                {formText('total', locale)}
              </th>
              <td colSpan={2} className="grid-total" aria-live="polite">
                {props.estimating ? (
                  formText('estimating', locale)
                ) : (
                  <strong className="figure">{props.total ? yuan(props.total) : '—'}</strong>
                )}
              </td>
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

function useIssuesByRow({ field, issues, rows }: GridProps): ReadonlyMap<number, readonly Issue[]> {
  return useMemo(() => {
    const found = new Map<number, readonly Issue[]>();
    const numbers = new Set(
      issues.map(({ path }) => path.split('/')).flatMap(([, id, row]) => (id === field.id && row !== undefined ? [Number(row)] : [])),
    );
    for (const row of numbers) if (row < rows.length) found.set(row, rowIssues(issues, field.id, row));
    return found;
  }, [field, issues, rows.length]);
}
