import type { FormField, Issue, Locale } from '@careway/definition';
import type { TableTarget } from '@careway/forms';
import type { FieldProps, RJSFSchema } from '@rjsf/utils';
import { useMemo, useState } from 'react';
import type { CarewayFormContext } from '../form-context.js';
import { formText } from '../form-texts.js';
import { focusRow } from './focus-row.js';
import { Grid } from './Grid.js';
import { ImportTools } from './ImportTools.js';
import { PastePanel } from './PastePanel.js';
import type { Row } from './rows.js';
import { tableIssues } from './table-issues.js';
import { useRows } from './use-rows.js';

const NO_ROWS: readonly Row[] = [];

/** A roster: paste, import, type; errors stand under their rows, estimates beside them. */
export function TableField(props: FieldProps<Record<string, unknown>, RJSFSchema, CarewayFormContext>) {
  const { field } = (props.uiSchema?.['ui:options'] ?? {}) as unknown as { field: FormField };
  const { form, locale, table, today, issues: found, answersNow } = props.registry.formContext;
  const id = props.fieldPathId.$id;
  const stored = (props.formData as unknown as readonly Row[] | undefined) ?? NO_ROWS;
  const change = props.onChange as unknown as (next: readonly Row[] | undefined, path: unknown) => void;
  const { rows, setRows, flush } = useRows(stored, (next) => change(next.length > 0 ? next : undefined, props.fieldPathId.path));
  /** What is in the paste box when it opens; absent while it is closed. */
  const [pasting, setPasting] = useState<string>();
  const [strict, setStrict] = useState(stored.length > 0);
  const [activeRow, setActiveRow] = useState<number>();
  const [message, setMessage] = useState('');
  const all = strict || found.some(({ path }) => path.startsWith(`/${field.id}/`));
  const issues = useMemo(
    () =>
      tableIssues({ form, field, rows, today, stage: all ? 'submit' : 'draft' }).filter((issue) => all || !concernsRow(issue, activeRow)),
    [form, field, rows, today, all, activeRow],
  );
  const wrong = new Set(issues.map(({ path }) => path.split('/')[2])).size;
  const target = (): TableTarget => ({ form, field: field.id, around: { answers: answersNow(), today } });
  const onRead = (read: readonly Row[], mode: 'replace' | 'append', said: readonly Issue[] = []) => {
    setRows(mode === 'append' ? [...rows, ...read] : read, true);
    setStrict(true);
    setPasting(undefined);
    const folded = said.find(({ code }) => code === 'ROWS_FOLDED');
    setMessage(folded?.message[locale] ?? formText('readRows', locale, { count: read.length }));
  };
  return (
    <div className="table-field" id={id} tabIndex={-1}>
      <ImportTools id={id} field={field} locale={locale} table={table} count={rows.length} onRead={onRead} onPaste={() => setPasting('')} />
      {field.fold ? <p className="field-hint">{foldHint(field, locale)}</p> : null}
      {pasting === undefined ? null : (
        <PastePanel
          key={pasting.length}
          id={id}
          target={target}
          locale={locale}
          count={rows.length}
          pasted={pasting}
          onRead={onRead}
          onClose={() => setPasting(undefined)}
        />
      )}
      <div className="table-status" aria-live="polite">
        {message ? (
          <span>
            {message}
            {locale === 'zh-CN' ? '。' : '. '}
          </span>
        ) : null}
        {rows.length === 0 ? <p>{formText('noRows', locale)}</p> : null}
        {rows.length > 0 && wrong > 0 ? (
          <strong className="tone-text-error">▲ {formText('errorRows', locale, { count: rows.length, wrong })}</strong>
        ) : null}
        {rows.length > 0 && wrong === 0 && all ? (
          <span className="tone-text-granted">✓ {formText('allGood', locale, { count: rows.length })}</span>
        ) : null}
      </div>
      {wrong > 0 && rows.length > 5 ? (
        <button type="button" className="button-link" onClick={() => focusFirst(id)}>
          {formText('nextError', locale)}
        </button>
      ) : null}
      {rows.length > 0 ? (
        <div
          className="grid-scroll"
          onFocus={(event) => setActiveRow(rowOf(event.target))}
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) setActiveRow(undefined);
            flush();
          }}
        >
          <Grid
            id={id}
            form={form}
            field={field}
            locale={locale}
            rows={rows}
            issues={issues}
            notes={table.notes}
            total={table.total}
            estimating={table.estimating}
            onLines={setPasting}
            onChange={(next) => {
              setRows(next, next.length !== rows.length);
              if (next.length < rows.length) focusRow(id, Math.min(activeRow ?? 0, next.length - 1), 'remove');
            }}
          />
        </div>
      ) : null}
      <button
        type="button"
        className="button"
        onClick={() => {
          setRows([...rows, {}], true);
          focusRow(id, rows.length, 'cell');
        }}
      >
        {formText('addRow', locale)}
      </button>
    </div>
  );
}

/** Says what else can be read in: 刷卡记录, with the columns it needs. */
function foldHint({ columns = [], fold }: FormField, locale: Locale): string {
  if (!fold) return '';
  const taken = columns.filter(({ id }) => fold.key.includes(id) || fold.keep?.includes(id));
  const names = [...taken, ...fold.columns].map(({ label }) => label[locale]).join(locale === 'zh-CN' ? '、' : ', ');
  return formText('foldHint', locale, { list: fold.label[locale], columns: names });
}

function concernsRow(issue: Issue, row: number | undefined): boolean {
  return row !== undefined && issue.path.split('/')[2] === String(row);
}

function rowOf(element: Element): number | undefined {
  const row = element.closest<HTMLElement>('tr[data-row]')?.dataset['row'];
  return row === undefined ? undefined : Number(row);
}

function focusFirst(id: string): void {
  const cell = document.getElementById(id)?.querySelector<HTMLElement>('.grid [aria-invalid="true"]');
  cell?.focus();
  cell?.scrollIntoView({ block: 'center' });
}
