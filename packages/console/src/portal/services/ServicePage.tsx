import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { draftsQuery, serviceQuery, type ServiceView } from '../../api/index.js';
import { useSession } from '../../app/use-session.js';
import { useLocalized } from '../../i18n/index.js';
import { ClauseQuote, LoadingState, PageHeading, ProblemState } from '../../shared/index.js';
import { filedWithoutLogIn, isOffered } from './offered-services.js';
import { ServicePapers } from './ServicePapers.js';
import { ServiceWays } from './ServiceWays.js';

/** Is it for me, what do I get, what do I need? */
export function ServicePage() {
  const { t } = useTranslation();
  const { service = '' } = useParams();
  const { data, error, refetch } = useQuery(serviceQuery(service));
  if (error) return <ProblemState error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  return (
    <div className="page">
      <ServiceHead service={data} />
      <Start service={data} />
      <ServicePapers service={data} />
      <HowLong service={data} />
      <ServiceWays service={data} />
      <section className="page" aria-labelledby="service-clauses">
        <h2 id="service-clauses">{t('service.clauses')}</h2>
        {data.clauses.map((clause) => (
          <ClauseQuote key={clause.id} clause={clause} />
        ))}
      </section>
    </div>
  );
}

function ServiceHead({ service }: { readonly service: ServiceView }) {
  const { t } = useTranslation();
  const text = useLocalized();
  return (
    <>
      <PageHeading>{text(service.label)}</PageHeading>
      {service.notice ? (
        <p className="note tone-warning">
          <span aria-hidden="true">◆ </span>
          {text(service.notice)}
        </p>
      ) : null}
      <p className="prose">{text(service.summary)}</p>
      <dl className="facts">
        {service.target ? (
          <>
            <dt>{t('services.target')}</dt>
            <dd>{text(service.target)}</dd>
          </>
        ) : null}
        <dt>{t('service.benefit')}</dt>
        <dd>{service.benefit ? text(service.benefit) : t('service.noRate')}</dd>
      </dl>
    </>
  );
}

function Start({ service }: { readonly service: ServiceView }) {
  const { t } = useTranslation();
  const { person } = useSession();
  const drafts = useQuery({ ...draftsQuery, enabled: person !== undefined });
  const draft = drafts.data?.find((candidate) => candidate.service === service.id);
  if (!isOffered(service)) return null;
  const open = filedWithoutLogIn(service);
  return (
    <div className="actions">
      {draft ? (
        <Link className="button button-primary" to={`/apply/drafts/${draft.id}${draft.page ? `/${draft.page}` : ''}`}>
          {t('service.continue')}
        </Link>
      ) : null}
      {open ? (
        <Link className={draft ? 'button' : 'button button-primary'} to={`/complaints/new?service=${encodeURIComponent(service.id)}`}>
          {t('complaint.start')}
        </Link>
      ) : null}
      <Link className={draft || open ? 'button' : 'button button-primary'} to={`/apply/${service.id}`}>
        {t(open ? 'complaint.startLoggedIn' : draft ? 'service.startAnother' : 'service.start')}
      </Link>
    </div>
  );
}

function HowLong({ service }: { readonly service: ServiceView }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const clocks = service.clocks.filter(({ amount }) => amount !== undefined);
  if (clocks.length === 0) return null;
  return (
    <section className="page" aria-labelledby="service-clocks">
      <h2 id="service-clocks">{t('service.howLong')}</h2>
      <dl className="facts">
        {clocks.map((clock) => (
          <div className="facts-row" key={clock.label['zh-CN']}>
            <dt>{text(clock.label)}</dt>
            <dd>
              {t('clock.span', { amount: clock.amount, unit: t(`clock.unit.${clock.unit as 'working-day'}`) })}
              <span className="field-hint">
                {t('services.open')}
                {clock.basis?.clause ? `${text(clock.basis.clause.document)} ${clock.basis.clause.article}` : t('clause.citySet')}
                {t('services.shut')}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
