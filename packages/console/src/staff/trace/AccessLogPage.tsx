import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { ApiProblem } from '../../api/index.js';
import { ActionButton, EmptyState, LoadingState, NotFoundState, PageHeading, ProblemNote, tableInstant } from '../../shared/index.js';
import type { LogRow } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { accessLogQuery } from '../api/staff-queries.js';

/** Who looked at whose file, when and why. */
export function AccessLogPage() {
  const { t } = useTranslation('staff');
  const [params, setParams] = useSearchParams();
  const cursor = params.get('cursor');
  const { data, error, refetch } = useQuery(accessLogQuery(cursor ? { cursor } : {}));
  if (error instanceof ApiProblem && error.status === 404) return <NotFoundState />;
  return (
    <div className="staff-page">
      <PageHeading>{t('log.title')}</PageHeading>
      <p>{t('log.intro')}</p>
      {error ? <ProblemNote error={error} retry={() => void refetch()} /> : null}
      {data || error ? null : <LoadingState lines={10} />}
      {data?.rows.length === 0 ? <EmptyState>{t('log.empty')}</EmptyState> : null}
      {data && data.rows.length > 0 ? (
        <div className="staff-scroll" tabIndex={0} role="group" aria-label={t('log.title')}>
          <table className="staff-table">
            <thead>
              <tr>
                <th scope="col">{t('log.at')}</th>
                <th scope="col">{t('log.person')}</th>
                <th scope="col">{t('log.what')}</th>
                <th scope="col">{t('log.why')}</th>
                <th scope="col">{t('log.about')}</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row, index) => (
                <tr key={`${row.at}${index}`}>
                  <td className="keep figure">{tableInstant(row.at)}</td>
                  <td className="keep">{row.person}</td>
                  <td>{t(`log.kinds.${row.what as 'reveal'}`, { defaultValue: row.what })}</td>
                  <td>{row.why ?? t('dash')}</td>
                  <td className="keep">
                    <Place row={row} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <div className="staff-row">
        {cursor ? <ActionButton onClick={() => setParams({})}>{t('tasks.first')}</ActionButton> : null}
        {data?.next ? <ActionButton onClick={() => setParams({ cursor: data.next ?? '' })}>{t('tasks.next')}</ActionButton> : null}
      </div>
    </div>
  );
}

/** The case or record that was looked at. */
function Place({ row }: { readonly row: LogRow }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  if (row.caseId) return <Link to={`/trace/cases/${row.caseId}`}>{t('log.openTrace')}</Link>;
  if (!row.record) return <>{t('dash')}</>;
  const { register, label, id } = row.record;
  return <Link to={`/console/registers/${register}${id ? `/${id}` : ''}`}>{text(label)}</Link>;
}
