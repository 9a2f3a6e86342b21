import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { publicityQuery } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { EmptyState, LoadingState, PageHeading, ProblemState, sentenceDate } from '../../shared/index.js';

/** Public notices that are open now. */
export function PublicityListPage() {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  const { data, error, refetch } = useQuery(publicityQuery);
  if (error) return <ProblemState error={error} retry={() => void refetch()} />;
  return (
    <div className="page">
      <PageHeading>{t('publicity.title')}</PageHeading>
      <p className="prose">{t('publicity.intro')}</p>
      {data ? null : <LoadingState />}
      {data?.length === 0 ? <EmptyState>{t('publicity.none')}</EmptyState> : null}
      <ul className="plain-list">
        {data?.map((notice) => (
          <li key={notice.caseId} className="card">
            <h2>
              <Link to={`/publicity/${notice.caseId}`}>{text(notice.service)}</Link>
            </h2>
            <p>
              {notice.applicant}
              {t('my.comma')}
              {text(notice.area)}
              {t('my.comma')}
              {t('my.people', { count: notice.rows.length })}
            </p>
            {notice.until ? <p>{t('publicity.until', { date: sentenceDate(notice.until, locale, { weekday: true }) })}</p> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
