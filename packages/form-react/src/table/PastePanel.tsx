import type { Issue, Locale } from '@careway/definition';
import { useState } from 'react';
import { formText } from '../form-texts.js';
import { readPasted, type Row, type TablePlace } from './rows.js';

export interface PastePanelProps {
  readonly id: string;
  readonly place: TablePlace;
  readonly locale: Locale;
  /** Rows there already. */
  readonly count: number;
  readonly onRead: (rows: readonly Row[], mode: 'replace' | 'append') => void;
  readonly onClose: () => void;
}

/** A box to paste copied rows into; nothing changes before one says what to do with them. */
export function PastePanel({ id, place, locale, count, onRead, onClose }: PastePanelProps) {
  const [text, setText] = useState('');
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const read = (mode: 'replace' | 'append') => {
    const found = readPasted(text, place);
    setIssues(found.issues);
    if (found.rows.length > 0) onRead(found.rows, mode);
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
      <div aria-live="polite">
        {issues.map((issue) => (
          <p className="field-error" key={issue.code + issue.path}>
            <span aria-hidden="true">✗</span>
            <span>{issue.message[locale]}</span>
          </p>
        ))}
      </div>
      <div className="actions">
        <button type="button" className="button button-primary" onClick={() => read(count > 0 ? 'append' : 'replace')}>
          {formText(count > 0 ? 'append' : 'read', locale)}
        </button>
        {count > 0 ? (
          <button type="button" className="button" onClick={() => read('replace')}>
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
