import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type DraftView, draftQuery, type ReceiptView, serviceQuery, type ServiceView, tenantQuery } from '../../api/index.js';
import { LoadingState, ProblemState } from '../../shared/index.js';
import { CounterForm } from './CounterForm.js';
import { CounterReceipt } from './CounterReceipt.js';

/** One dense page for what came on paper. */
export function CounterFormPage() {
  const { draft: id = '' } = useParams();
  const { t } = useTranslation('staff');
  const draft = useQuery({ ...draftQuery(id), staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false });
  const service = useQuery({ ...serviceQuery(draft.data?.service ?? ''), enabled: draft.data !== undefined });
  const tenant = useQuery(tenantQuery);
  const [receipt, setReceipt] = useState<ReceiptView>();
  if (receipt) return <CounterReceipt receipt={receipt} />;
  const error = draft.error ?? service.error ?? tenant.error;
  if (error) return <ProblemState error={error} retry={() => void draft.refetch()} />;
  if (!draft.data || !service.data || !tenant.data) {
    return (
      <>
        <h1>{t('counter.title')}</h1>
        <LoadingState lines={10} />
      </>
    );
  }
  return <CounterForm key={id} {...entry(draft.data, service.data, tenant.data.now)} done={setReceipt} />;
}

export interface CounterEntry {
  readonly draft: DraftView;
  readonly service: ServiceView;
  /** ISO date of the tenant's today. */
  readonly today: string;
}

function entry(draft: DraftView, service: ServiceView, now: string): CounterEntry {
  return { draft, service, today: now.slice(0, 10) };
}
