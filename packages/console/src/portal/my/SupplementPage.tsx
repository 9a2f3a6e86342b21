import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { caseQuery, type CaseView, formQuery } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { EmptyState, groupNumber, LoadingState, PageHeading, ProblemState, sentenceDate } from '../../shared/index.js';
import { RequireLogIn } from '../RequireLogIn.js';
import { SupplementForm } from './SupplementForm.js';

/** What exactly is missing? The whole list at once, each with why, and the last day; the clock stands still meanwhile. */
export function SupplementPage() {
  return (
    <RequireLogIn>
      <Load />
    </RequireLogIn>
  );
}

function Load() {
  const { case: id = '' } = useParams();
  const view = useQuery({ ...caseQuery(id), refetchOnWindowFocus: false });
  const form = useQuery({ ...formQuery(view.data?.form.hash ?? ''), enabled: view.data?.supplement !== undefined });
  const error = view.error ?? form.error;
  if (error) return <ProblemState error={error} retry={() => void view.refetch()} />;
  if (!view.data) return <LoadingState />;
  if (!view.data.supplement) return <NothingAsked view={view.data} />;
  return (
    <div className="page">
      <Asked view={view.data} />
      {form.data ? <SupplementForm view={view.data} form={form.data} /> : <LoadingState />}
    </div>
  );
}

function Asked({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  const { supplement } = view;
  if (!supplement) return null;
  return (
    <>
      <div>
        <PageHeading>{t('supplement.title', { count: supplement.list.length })}</PageHeading>
        <p>
          {text(view.service.label)} {view.number ? <span className="figure">{groupNumber(view.number)}</span> : null}
        </p>
      </div>
      <p className="note tone-warning">
        <strong>{supplement.due ? t('case.supplementBy', { date: sentenceDate(supplement.due, locale, { weekday: true }) }) : null}</strong>{' '}
        {t('case.supplementPauses')}
      </p>
      <ol className="supplement-list">
        {supplement.list.map(({ what, why }) => (
          <li key={what}>
            <strong>{what}</strong>
            <p>{why}</p>
          </li>
        ))}
      </ol>
    </>
  );
}

function NothingAsked({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageHeading>{t('supplement.noneTitle')}</PageHeading>
      <EmptyState>
        <p>{t('supplement.none')}</p>
        <Link to={`/my/cases/${view.id}`}>{t('receipt.follow')}</Link>
      </EmptyState>
    </div>
  );
}
