import type { Issue, Locale } from '@careway/definition';
import type { TableTarget } from '@careway/forms';
import { useState } from 'react';
import { formText } from '../form-texts.js';
import { ImportIssues } from './ImportIssues.js';
import { type ListProgress, readList } from './read-list.js';
import type { Row } from './rows.js';

export interface PastePanelProps {
  readonly id: string;
  /** The table, and what its lists are folded by as things are when it is read. */
  readonly target: () => TableTarget;
  readonly locale: Locale;
  /** Rows there already. */
  readonly count: number;
  /** What was pasted elsewhere and belongs here. */
  readonly pasted?: string | undefined;
  readonly onRead: (rows: readonly Row[], mode: 'replace' | 'append', issues: readonly Issue[]) => void;
  readonly onClose: () => void;
}

const NO_ISSUES: readonly Issue[] = [];

/** A box to paste copied rows into; nothing changes before one says what to do with them. */
export function PastePanel({ id, target, locale, count, pasted = '', onRead, onClose }: PastePanelProps) {
  const [text, setText] = useState(pasted);
  const [issues, setIssues] = useState(NO_ISSUES);
  const [progress, setProgress] = useState<ListProgress>();
  const read = async (mode: 'replace' | 'append') => {
    setIssues(NO_ISSUES);
    const found = await readList(text, target(), setProgress);
    setProgress(undefined);
    setIssues(found.issues);
    if (found.rows.length > 0) onRead(found.rows, mode, found.issues);
  };
  return (
    <div className="card paste-panel">
      <label className="field-label" htmlFor={`${id}-paste`}>
        {formText('pasteLabel', locale)}
      </label>
      <p className="field-hint" id={`${id}-paste-hint`}>
        {formText('pasteHint', locale)}
      </p>
      <textarea
        className="input"
        id={`${id}-paste`}
        rows={6}
        value={text}
        aria-describedby={`${id}-paste-hint`}
        onChange={(event) => setText(event.target.value)}
      />
      <p aria-live="polite">{progress ? formText('readingLines', locale, { done: progress.done, total: progress.total }) : ''}</p>
      <ImportIssues issues={issues} locale={locale} />
      <div className="actions">
        <button type="button" className="button button-primary" onClick={() => void read(count > 0 ? 'append' : 'replace')}>
          {formText(count > 0 ? 'append' : 'read', locale)}
        </button>
        {count > 0 ? (
          <button type="button" className="button" onClick={() => void read('replace')}>
            {formText('replace', locale, { count })}
          </button>
        ) : null}
        <button type="button" className="button-link" onClick={onClose}>
          {formText('cancel', locale)}
        </button>
      </div>
    </div>
  );
}
