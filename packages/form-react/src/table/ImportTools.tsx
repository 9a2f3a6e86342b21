import type { FormField, Locale } from '@careway/definition';
import { useState } from 'react';
import type { ReadRows, TableAdapter } from '../form-context.js';
import { formText } from '../form-texts.js';
import { ImportIssues } from './ImportIssues.js';
import type { Row } from './rows.js';

export interface ImportToolsProps {
  readonly id: string;
  readonly field: FormField;
  readonly locale: Locale;
  readonly table: TableAdapter;
  /** Rows there already. */
  readonly count: number;
  readonly onRead: (rows: readonly Row[], mode: 'replace' | 'append') => void;
  readonly onPaste: () => void;
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly name: string }
  /** `ask`: rows are there already, and one must say what to do. */
  | { readonly kind: 'read'; readonly found: ReadRows; readonly ask: boolean };

/** Paste, import a file, download a blank sheet. A list that is there already is replaced only on request. */
export function ImportTools({ id, field, locale, table, count, onRead, onPaste }: ImportToolsProps) {
  const [state, setState] = useState<State>({ kind: 'idle' });
  const [failure, setFailure] = useState<string>();
  const finish = (rows: readonly Row[], mode: 'replace' | 'append') => {
    setState({ kind: 'idle' });
    onRead(rows, mode);
  };
  const importFile = async (file: File) => {
    setFailure(undefined);
    setState({ kind: 'busy', name: file.name });
    try {
      const found = await table.readFile(field, file);
      const ask = count > 0 && found.rows.length > 0;
      if (found.rows.length > 0 && !ask) onRead(found.rows, 'replace');
      setState({ kind: 'read', found, ask });
    } catch (error) {
      setFailure(table.explain(error)[locale]);
      setState({ kind: 'idle' });
    }
  };
  const found = state.kind === 'read' ? state.found : undefined;
  const ask = state.kind === 'read' && state.ask;
  return (
    <div className="import-tools">
      <div className="actions">
        <button type="button" className="button" onClick={onPaste}>
          {formText('pasteOpen', locale)}
        </button>
        <span className="file-button">
          <input
            className="visually-hidden"
            type="file"
            id={`${id}-import`}
            accept=".xlsx,.csv,.txt"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) void importFile(file);
              event.target.value = '';
            }}
          />
          <label className="button" htmlFor={`${id}-import`}>
            {formText('importFile', locale)}
          </label>
        </span>
        <a className="button-link" href={table.templateHref(field, 'xlsx')} download>
          {formText('template', locale)}
        </a>
        <a className="button-link" href={table.templateHref(field, 'csv')} download>
          {formText('templateCsv', locale)}
        </a>
      </div>
      <div aria-live="polite">
        {state.kind === 'busy' ? <p>{formText('importing', locale, { name: state.name })}</p> : null}
        {failure ? <ErrorLine message={failure} /> : null}
        {found && ask ? (
          <div className="card">
            <p>{formText('importChoice', locale, { count: found.rows.length, rows: count })}</p>
            <div className="actions">
              <button type="button" className="button button-primary" onClick={() => finish(found.rows, 'append')}>
                {formText('append', locale)}
              </button>
              <button type="button" className="button" onClick={() => finish(found.rows, 'replace')}>
                {formText('replace', locale, { count })}
              </button>
              <button type="button" className="button-link" onClick={() => setState({ kind: 'idle' })}>
                {formText('cancel', locale)}
              </button>
            </div>
          </div>
        ) : null}
      </div>
      {found ? <ImportIssues issues={found.issues} locale={locale} /> : null}
    </div>
  );
}

function ErrorLine({ message }: { readonly message: string }) {
  return (
    <p className="field-error">
      <span aria-hidden="true">✗</span>
      <span>{message}</span>
    </p>
  );
}
