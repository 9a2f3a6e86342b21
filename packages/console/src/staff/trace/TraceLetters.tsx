import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { apiUrl, type CaseView, letterQuery, type LetterView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, formatMoney, LoadingState, ProblemNote } from '../../shared/index.js';
import { LetterState } from '../case/parts/CaseLetters.js';

export interface TraceLettersProps {
  readonly view: CaseView;
  readonly choose: (item: string) => void;
}

/** Begins at the letter that somebody holds in hand: its rows lead to their acts, tables and clauses. */
export function TraceLetters({ view, choose }: TraceLettersProps) {
  const { t } = useTranslation('staff');
  if (view.letters.length === 0) return null;
  return (
    <section className="staff-card" aria-labelledby="trace-letters">
      <h2 id="trace-letters">{t('trace.letters')}</h2>
      <ul className="staff-plain">
        {view.letters.map((letter) => (
          <li key={letter.id}>
            <OneLetter letter={letter} view={view} choose={choose} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneLetter({ letter, view, choose }: TraceLettersProps & { readonly letter: LetterView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Link to={`/console/cases/${view.id}/letters/${letter.id}`}>
        {text(letter.label)} {letter.number ?? ''}
      </Link>{' '}
      {letter.total ? formatMoney(letter.total) : null} <LetterState letter={letter} />{' '}
      <a
        href={apiUrl(`/cases/${view.id}/letters/${letter.id}.pdf`, { lang: locale })}
        download
        aria-label={t('print.pdfOf', { name: text(letter.label) })}
      >
        PDF
      </a>
      {view.rows === 'none' ? null : (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{t('trace.letterRows')}</summary>
          {open ? <LetterRows letter={letter} view={view} choose={choose} /> : null}
        </details>
      )}
    </>
  );
}

function LetterRows({ letter, view, choose }: TraceLettersProps & { readonly letter: LetterView }) {
  const { t } = useTranslation('staff');
  const { data, error, refetch } = useQuery(letterQuery(view.id, letter.id));
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingState lines={2} />;
  const rows = data.blocks.flatMap((block) => block.rows ?? []);
  if (rows.length === 0) return <p>{t('why.none')}</p>;
  return (
    <ul className="staff-plain">
      {rows.map((row) => {
        const item = view.items.find((candidate) => candidate.row === row.row);
        return (
          <li key={row.row}>
            {item ? (
              <ActionButton kind="link" onClick={() => choose(item.id)}>
                {t('trace.letterRow', { row: row.row, name: row.name })}
              </ActionButton>
            ) : (
              t('trace.letterRow', { row: row.row, name: row.name })
            )}{' '}
            {t(`items.status.${row.status}`)} <span className="figure">{formatMoney(row.amount)}</span>
          </li>
        );
      })}
    </ul>
  );
}
