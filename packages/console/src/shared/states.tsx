import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiProblem, OfflineError } from '../api/index.js';
import { useLocalized } from '../i18n/index.js';
import { ActionButton } from './ActionButton.js';
import { PageHeading } from './PageHeading.js';

/** Nothing for 300 ms, then a skeleton, after 3 s a sentence. */
export function LoadingState({ lines = 5 }: { readonly lines?: number }) {
  const { t } = useTranslation();
  const [phase, setPhase] = useState<'quiet' | 'skeleton' | 'slow'>('quiet');
  useEffect(() => {
    const first = setTimeout(() => setPhase('skeleton'), 300);
    const second = setTimeout(() => setPhase('slow'), 3000);
    return () => {
      clearTimeout(first);
      clearTimeout(second);
    };
  }, []);
  if (phase === 'quiet') return null;
  return (
    <div className="skeleton" aria-live="polite">
      <span className="visually-hidden">{t('states.loading')}</span>
      {phase === 'slow' ? <p>{t('states.slow')}</p> : null}
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className="skeleton-line" />
      ))}
    </div>
  );
}

/** Why there is nothing, and the next step. */
export function EmptyState({ children }: { readonly children: ReactNode }) {
  return <div className="card empty">{children}</div>;
}

/** Wrong number, another area's case, deleted: word for word the same. */
export function NotFoundState() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageHeading>{t('states.notFoundTitle')}</PageHeading>
      <p>{t('states.notFound')}</p>
      <p>
        <Link to="/">{t('app.home')}</Link>
      </p>
    </div>
  );
}

/** What happened, what is safe, what to do; a number for the telephone. 404 shows the not-found page. */
export function ProblemState({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  if (error instanceof ApiProblem && error.status === 404) return <NotFoundState />;
  return <ProblemNote error={error} {...(retry ? { retry } : {})} />;
}

/** The same as a note inside a page that stays. */
export function ProblemNote({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const problem = error instanceof ApiProblem ? error : undefined;
  const offline = error instanceof OfflineError;
  return (
    <div className="note tone-error" role="alert">
      <p className="note-title">
        <span aria-hidden="true">▲ </span>
        {offline ? t('states.offlineTitle') : text(problem?.detail) || t('states.problemTitle')}
      </p>
      <p>{offline ? t('states.offline') : text(problem?.next) || t('states.problem')}</p>
      {problem?.instance ? <p>{t('states.problemNumber', { number: problem.instance })}</p> : null}
      {retry ? <ActionButton onClick={retry}>{t('states.again')}</ActionButton> : null}
    </div>
  );
}

/** Somebody else acted since the page was opened; what was typed stays. */
export function StaleNote({ error, reload }: { readonly error: ApiProblem; readonly reload: () => void }) {
  const { t } = useTranslation();
  const text = useLocalized();
  return (
    <div className="note tone-warning" role="alert">
      <p className="note-title">
        <span aria-hidden="true">◆ </span>
        {t('states.staleTitle')}
      </p>
      <p>{text(error.since ?? error.detail)}</p>
      <ActionButton onClick={reload}>{t('states.staleShow')}</ActionButton>
    </div>
  );
}
