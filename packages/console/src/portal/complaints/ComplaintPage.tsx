import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { serviceQuery, type ServiceRow, servicesQuery, tenantQuery } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { EmptyState, LoadingState, PageHeading, ProblemState } from '../../shared/index.js';
import { filedWithoutLogIn } from '../services/offered-services.js';
import { ComplaintForm } from './ComplaintForm.js';

/** A complaint without a log-in: with a name or without. Several kinds are told apart first. */
export function ComplaintPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { data, error, refetch } = useQuery(servicesQuery);
  if (error) return <ProblemState error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  const services = data.filter(filedWithoutLogIn);
  const [first] = services;
  const chosen = services.find(({ id }) => id === params.get('service')) ?? (services.length === 1 ? first : undefined);
  if (chosen) return <OpenComplaint key={chosen.id} service={chosen.id} />;
  return (
    <div className="page">
      <PageHeading>{t('complaint.title')}</PageHeading>
      {first ? <Choose services={services} /> : <EmptyState>{t('complaint.notOffered')}</EmptyState>}
    </div>
  );
}

function Choose({ services }: { readonly services: readonly ServiceRow[] }) {
  const { t } = useTranslation();
  const text = useLocalized();
  return (
    <>
      <p className="prose">{t('complaint.choose')}</p>
      <ul className="entries">
        {services.map((service) => (
          <li key={service.id}>
            <Link className="entry" to={`/complaints/new?service=${encodeURIComponent(service.id)}`}>
              <span>
                <span className="entry-title">{text(service.label)}</span>
                {text(service.summary)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function OpenComplaint({ service: id }: { readonly service: string }) {
  const service = useQuery(serviceQuery(id));
  const tenant = useQuery(tenantQuery);
  const error = service.error ?? tenant.error;
  if (error) return <ProblemState error={error} retry={() => void service.refetch()} />;
  if (!service.data || !tenant.data) return <LoadingState lines={8} />;
  return <ComplaintForm service={service.data} today={tenant.data.now.slice(0, 10)} />;
}
