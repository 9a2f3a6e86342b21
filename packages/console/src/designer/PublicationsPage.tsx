import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadingState, PageHeading, ProblemState } from '../shared/index.js';
import { publicationsQuery } from './api/designer-queries.js';
import { PublicationsTable } from './PublicationsTable.js';
import './designer.css';
import './texts.js';

/** What was published, for those who look at how others work. */
export function PublicationsPage() {
  const { t } = useTranslation('designer');
  const { data, error, refetch } = useQuery(publicationsQuery);
  if (error) return <ProblemState error={error} retry={() => void refetch()} />;
  return (
    <div className="staff-page">
      <PageHeading>{t('home.historyTitle')}</PageHeading>
      {data ? <PublicationsTable rows={data} /> : <LoadingState lines={6} />}
    </div>
  );
}
