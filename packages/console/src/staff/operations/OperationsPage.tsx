import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { request, tenantQuery } from '../../api/index.js';
import { ActionButton, LoadingState, PageHeading, ProblemNote, tableInstant } from '../../shared/index.js';
import { Schedules } from './Schedules.js';
import { operationsQuery, type OperationsView } from '../api/staff-queries.js';

/** Is anything stuck? Counts and dead letters, no personal data. */
export function OperationsPage() {
  const { t } = useTranslation('staff');
  const { data, error, refetch, isFetching } = useQuery(operationsQuery);
  return (
    <div className="staff-page">
      <div className="staff-row">
        <PageHeading>{t('operations.title')}</PageHeading>
        <ActionButton busy={isFetching} onClick={() => void refetch()}>
          {t('operations.refresh')}
        </ActionButton>
      </div>
      {error ? <ProblemNote error={error} retry={() => void refetch()} /> : null}
      {data ? <Figures view={data} /> : error ? null : <LoadingState />}
      {data ? <DeadLetters view={data} /> : null}
      {data ? <Schedules schedules={data.schedules} /> : null}
    </div>
  );
}

function Figures({ view }: { readonly view: OperationsView }) {
  const { t } = useTranslation('staff');
  const { data: tenant } = useQuery(tenantQuery);
  const stuck = view.deadLetters.length;
  return (
    <>
      <p className={`note ${stuck > 0 ? 'tone-error' : 'tone-granted'}`}>
        {stuck > 0 ? `▲ ${t('operations.stuck', { count: stuck })}` : `✓ ${t('operations.calm')}`}
      </p>
      <dl className="staff-pairs">
        <dt>{t('operations.cases')}</dt>
        <dd className="figure">{view.cases}</dd>
        <dt>{t('operations.armed')}</dt>
        <dd className="figure">{view.armedClocks}</dd>
        <dt>{t('operations.nextDue')}</dt>
        <dd className="figure">{view.nextDue && tenant ? tableInstant(inZoneOf(tenant.now, view.nextDue)) : t('dash')}</dd>
        <dt>{t('operations.pending')}</dt>
        <dd className="figure">{view.pendingEffects}</dd>
      </dl>
    </>
  );
}

/** An instant written in the zone that another instant is written in. */
function inZoneOf(now: string, instant: string): string {
  const zone = /([+-])(\d{2}):(\d{2})$/.exec(now);
  const at = Date.parse(instant);
  if (!zone || Number.isNaN(at)) return instant;
  const minutes = (Number(zone[2]) * 60 + Number(zone[3])) * (zone[1] === '-' ? -1 : 1);
  return new Date(at + minutes * 60_000).toISOString().replace('Z', zone[0]);
}

function DeadLetters({ view }: { readonly view: OperationsView }) {
  const { t } = useTranslation('staff');
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: (id: string) => request(`/operations/effects/${encodeURIComponent(id)}/retry`, { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['operations'] }),
  });
  return (
    <section className="staff-card" aria-labelledby="dead-title">
      <h2 id="dead-title">{t('operations.dead')}</h2>
      <p role="status">{retry.isSuccess ? t('operations.retried') : null}</p>
      {retry.error ? <ProblemNote error={retry.error} /> : null}
      {view.deadLetters.length === 0 ? <p>{t('operations.deadNone')}</p> : null}
      {view.deadLetters.length > 0 ? (
        <table className="staff-table">
          <thead>
            <tr>
              <th scope="col">{t('operations.kind')}</th>
              <th scope="col" className="number">
                {t('operations.attempts')}
              </th>
              <th scope="col">{t('operations.error')}</th>
              <th scope="col">{t('operations.retry')}</th>
            </tr>
          </thead>
          <tbody>
            {view.deadLetters.map((letter) => (
              <tr key={letter.id}>
                <th scope="row">{letter.kind}</th>
                <td className="number">{letter.attempts}</td>
                <td>{letter.error}</td>
                <td>
                  <ActionButton busy={retry.isPending && retry.variables === letter.id} onClick={() => retry.mutate(letter.id)}>
                    {t('operations.retry')}
                  </ActionButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}
