import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImportView, RegisterView } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { CommitImport } from './CommitImport.js';
import { ImportErrors } from './ImportErrors.js';
import { ImportRows } from './ImportRows.js';

export interface ImportResultProps {
  readonly register: RegisterView;
  readonly found: ImportView;
}

/** An import from being read to being written, each state in a sentence. */
export function ImportResult({ register, found }: ImportResultProps) {
  const { t } = useTranslation('staff');
  const client = useQueryClient();
  const done = found.state === 'done';
  useEffect(() => {
    if (done) void client.invalidateQueries({ queryKey: ['registers'], predicate: ({ queryKey }) => queryKey[2] !== 'import' });
  }, [client, done]);
  const again = `/console/registers/${register.id}/import`;
  return (
    <div className="staff-page">
      <p className="staff-muted">
        {found.file ? t('registers.bringing.file', { file: found.file }) : null}
        {found.encoding && found.encoding !== 'utf-8'
          ? `${t('semicolon')}${t('registers.bringing.encoding', { encoding: found.encoding.toUpperCase() })}`
          : null}
      </p>
      <Progress found={found} />
      <Verdict found={found} />
      {found.state === 'checked' ? <CommitImport register={register} found={found} /> : null}
      {found.errors.length > 0 ? <ImportErrors errors={found.errors} /> : null}
      {found.rows.length > 0 && found.state === 'checked' ? <ImportRows register={register} rows={found.rows} /> : null}
      {found.state === 'done' || found.state === 'refused' || found.state === 'expired' ? (
        <p className="staff-row">
          <Link to={again}>{t('registers.bringing.again')}</Link>
          <Link to={`/console/registers/${register.id}?sort=changed`}>{t('registers.bringing.open')}</Link>
        </p>
      ) : null}
    </div>
  );
}

function Progress({ found: { state, read, total } }: { readonly found: ImportView }) {
  const { t } = useTranslation('staff');
  if (state !== 'checking' && state !== 'importing') return null;
  const words =
    state === 'importing'
      ? t('registers.bringing.writing', { read, total: total ?? read })
      : total === undefined
        ? t('registers.bringing.checking', { read })
        : t('registers.bringing.checkingOf', { read, total });
  return (
    <div className="staff-card staff-page">
      <p role="status">● {words}</p>
      <progress aria-label={words} max={total ?? 1} value={total === undefined ? undefined : Math.min(read, total)} />
      <p className="staff-muted">{t('registers.bringing.leave')}</p>
    </div>
  );
}

function Verdict({ found }: { readonly found: ImportView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const { state, counts, issues } = found;
  const warnings = issues.map(({ code, message }) => <li key={code + message.en}>{text(message)}</li>);
  if (state === 'refused' || state === 'expired') {
    return (
      <div className="note tone-error" role="alert">
        <p className="note-title">▲ {state === 'refused' ? t('registers.bringing.refused') : t('registers.bringing.expired')}</p>
        <ul>{warnings}</ul>
      </div>
    );
  }
  if (state === 'checking' || state === 'importing') return null;
  return (
    <div className={`note tone-${counts.wrong > 0 ? 'warning' : 'granted'}`} role="status">
      <p className="note-title">
        {counts.wrong > 0 ? '◆' : '✓'} {state === 'done' ? t('registers.bringing.done', counts) : t('registers.bringing.counts', counts)}
      </p>
      {state === 'done' && counts.same > 0 ? <p>{t('registers.bringing.doneSame', counts)}</p> : null}
      {state === 'done' && counts.wrong > 0 ? <p>{t('registers.bringing.doneWrong', counts)}</p> : null}
      {warnings.length > 0 ? <ul>{warnings}</ul> : null}
    </div>
  );
}
