import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActView } from '../api/index.js';
import { useLocalized } from '../i18n/index.js';
import { tableDate, tableInstant } from './format-date.js';

/** One act as a sentence: when, who, what, on what ground. A late entry shows both dates; an erased one says so. */
export function ActSentence({ act }: { readonly act: ActView }) {
  const { t } = useTranslation();
  const text = useLocalized();
  return (
    <div className="act">
      <p>{act.erased ? t('act.erased') : text(act.sentence)}</p>
      {act.opinion ? <p className="act-opinion">{t('act.opinion', { text: act.opinion })}</p> : null}
      {act.reason && !text(act.sentence).includes(act.reason) ? <p>{t('act.reason', { text: act.reason })}</p> : null}
      {act.clause ? <p className="clause-source">{`${text(act.clause.document)} ${act.clause.article}`}</p> : null}
      <p className="act-when figure">
        {act.late
          ? t('act.late', { on: tableDate(act.effectiveOn), recorded: tableInstant(act.recordedAt) })
          : tableInstant(act.recordedAt)}
      </p>
    </div>
  );
}

const MARKS = { done: '✓', now: '●', expected: '○', skipped: '–', paused: '‖' } as const;

export interface TimelineEntry {
  readonly id: string;
  readonly state: keyof typeof MARKS;
  readonly content: ReactNode;
}

/** Past, now and what is expected, in one column; shape and word carry the state. The content of an expected entry says so itself. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { t } = useTranslation();
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.id} className={`timeline-${entry.state}`}>
          <span className="timeline-mark" aria-hidden="true">
            {MARKS[entry.state]}
          </span>
          {entry.state === 'expected' ? null : <span className="visually-hidden">{t(`timeline.${entry.state}`)}</span>}
          <div>{entry.content}</div>
        </li>
      ))}
    </ol>
  );
}
