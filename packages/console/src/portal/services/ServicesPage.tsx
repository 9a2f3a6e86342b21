import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { servicesQuery } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { EmptyState, LoadingState, PageHeading, ProblemState } from '../../shared/index.js';
import { isOffered } from './offered-services.js';

/** Everything one can apply for. */
export function ServicesPage() {
  const { t } = useTranslation();
  const text = useLocalized();
  const { data, error, refetch } = useQuery(servicesQuery);
  if (error) return <ProblemState error={error} retry={() => void refetch()} />;
  const offered = (data ?? []).filter(isOffered);
  return (
    <div className="page">
      <PageHeading>{t('services.title')}</PageHeading>
      {data ? null : <LoadingState />}
      {data && offered.length === 0 ? <EmptyState>{t('services.none')}</EmptyState> : null}
      <ul className="plain-list">
        {offered.map((service) => (
          <li key={service.id} className="card">
            <h2>
              <Link to={`/services/${service.id}`}>{text(service.label)}</Link>
            </h2>
            <p className="prose">{text(service.summary)}</p>
            {service.target ? (
              <p>
                <strong>{t('services.target')}</strong>
                {t('services.colon')}
                {text(service.target)}
              </p>
            ) : null}
            {service.notice ? (
              <p className="note tone-warning">
                <span aria-hidden="true">◆ </span>
                {text(service.notice)}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
