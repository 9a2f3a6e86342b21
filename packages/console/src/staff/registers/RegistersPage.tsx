import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RegisterView } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { LoadingState, PageHeading, ProblemState } from '../../shared/index.js';
import { useNarrow } from '../layout/use-narrow.js';
import { registersQuery } from './register-queries.js';

/** Which registers there are, how many records each has, what expired, and who keeps it. */
export function RegistersPage() {
  const { t } = useTranslation('staff');
  const narrow = useNarrow();
  const { data, error, refetch } = useQuery(registersQuery);
  return (
    <div className="staff-page">
      <PageHeading>{t('registers.title')}</PageHeading>
      <p>{t('registers.intro')}</p>
      {error ? <ProblemState error={error} retry={() => void refetch()} /> : null}
      {data || error ? null : <LoadingState lines={9} />}
      {data && narrow ? <Cards registers={data} /> : null}
      {data && !narrow ? <Table registers={data} /> : null}
    </div>
  );
}

function Table({ registers }: { readonly registers: readonly RegisterView[] }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  return (
    <div className="staff-scroll" tabIndex={0} role="group" aria-label={t('registers.title')}>
      <table className="staff-table">
        <thead>
          <tr>
            <th scope="col">{t('registers.columns.register')}</th>
            <th scope="col" className="number">
              {t('registers.columns.total')}
            </th>
            <th scope="col">{t('registers.columns.status')}</th>
            <th scope="col">{t('registers.columns.expired')}</th>
            <th scope="col">{t('registers.columns.keeper')}</th>
          </tr>
        </thead>
        <tbody>
          {registers.map((register) => (
            <tr key={register.id}>
              <th scope="row">
                <Link to={`/console/registers/${register.id}`}>{text(register.label)}</Link>
              </th>
              <td className="number">{register.total}</td>
              <td>
                <Statuses register={register} />
              </td>
              <td>
                <Expired register={register} />
              </td>
              <td>{register.editors ? text(register.editors) : t('registers.byCases')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ registers }: { readonly registers: readonly RegisterView[] }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  return (
    <ul className="staff-cards">
      {registers.map((register) => (
        <li key={register.id}>
          <Link to={`/console/registers/${register.id}`}>{text(register.label)}</Link>
          <span>{t('registers.count', { count: register.total })}</span>
          <Statuses register={register} />
          <Expired register={register} />
          <span className="staff-muted">{register.editors ? text(register.editors) : t('registers.byCases')}</span>
        </li>
      ))}
    </ul>
  );
}

function Statuses({ register }: { readonly register: RegisterView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const counted = register.byStatus.filter(({ count }) => count > 0);
  if (counted.length === 0) return register.total > 0 ? <>{t('dash')}</> : null;
  return <>{counted.map(({ label, count }) => `${text(label)} ${count}`).join(t('listMark'))}</>;
}

function Expired({ register }: { readonly register: RegisterView }) {
  const { t } = useTranslation('staff');
  if (register.expired === 0) return register.validUntilField ? <>{t('dash')}</> : null;
  return (
    <Link to={`/console/registers/${register.id}?expires=past`}>
      ▲ {t('registers.level.expired')} {register.expired}
    </Link>
  );
}
