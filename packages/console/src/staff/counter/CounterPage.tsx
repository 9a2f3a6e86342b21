import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type DraftView, draftsQuery, request, servicesQuery } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, LoadingState, PageHeading, ProblemNote, sentenceDate } from '../../shared/index.js';

/** Counter: begin to enter what came on paper, or go on with what lies unfinished. */
export function CounterPage() {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const client = useQueryClient();
  const navigate = useNavigate();
  const services = useQuery(servicesQuery);
  const begin = useMutation({
    mutationFn: (service: string) => request<DraftView>('/drafts', { method: 'POST', body: { service } }),
    onSuccess: async (draft) => {
      await client.invalidateQueries({ queryKey: draftsQuery.queryKey });
      await navigate(`/console/counter/${draft.id}`);
    },
  });
  const error = services.error ?? begin.error;
  return (
    <div className="staff-page">
      <PageHeading>{t('counter.title')}</PageHeading>
      <p>{t('counter.intro')}</p>
      {error ? <ProblemNote error={error} /> : null}
      {services.isPending ? <LoadingState /> : null}
      <section className="staff-card" aria-labelledby="counter-services">
        <h2 id="counter-services">{t('counter.choose')}</h2>
        <div className="staff-row top">
          {(services.data ?? []).map((service) => (
            <ActionButton
              key={service.id}
              kind="primary"
              busy={begin.isPending}
              unavailable={service.open ? undefined : t('counter.notOpen')}
              onClick={() => begin.mutate(service.id)}
            >
              {t('counter.start', { service: text(service.label) })}
            </ActionButton>
          ))}
        </div>
      </section>
      <Unfinished />
    </div>
  );
}

function Unfinished() {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const locale = useLocale();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data: drafts } = useQuery(draftsQuery);
  const { data: services } = useQuery(servicesQuery);
  const [asked, setAsked] = useState<string>();
  const discard = useMutation({
    mutationFn: (id: string) => request<void>(`/drafts/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: draftsQuery.queryKey }),
  });
  if (!drafts || drafts.length === 0) return null;
  const label = (id: string) => text(services?.find((service) => service.id === id)?.label);
  return (
    <section className="staff-card" aria-labelledby="counter-drafts">
      <h2 id="counter-drafts">{t('counter.drafts')}</h2>
      <ul className="staff-plain">
        {drafts.map((draft) => (
          <li key={draft.id} className="staff-row">
            <ActionButton kind="link" onClick={() => void navigate(`/console/counter/${draft.id}`)}>
              {t('counter.continue', { service: label(draft.service), date: sentenceDate(draft.updatedAt, locale) })}
            </ActionButton>
            {asked === draft.id ? (
              <span className="staff-row" role="alert">
                {t('counter.discardAsk')}
                <ActionButton kind="danger" busy={discard.isPending} onClick={() => discard.mutate(draft.id)}>
                  {t('counter.discardDo')}
                </ActionButton>
                <ActionButton onClick={() => setAsked(undefined)}>{t('counter.keep')}</ActionButton>
              </span>
            ) : (
              <ActionButton kind="link" onClick={() => setAsked(draft.id)}>
                {t('counter.discard')}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
