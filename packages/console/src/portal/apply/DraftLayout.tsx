import { maskName } from '@careway/forms';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams } from 'react-router';
import {
  ApiProblem,
  type DraftView,
  draftQuery,
  prefillQuery,
  type PrefillView,
  serviceQuery,
  type ServiceView,
  tenantQuery,
} from '../../api/index.js';
import { useSession } from '../../app/use-session.js';
import { useLocalized } from '../../i18n/index.js';
import { EmptyState, LoadingState, PageHeading, ProblemState } from '../../shared/index.js';
import { RequireLogIn } from '../RequireLogIn.js';
import { DraftConflict } from './DraftConflict.js';
import type { DraftContext } from './draft-context.js';
import { SaveLine } from './SaveLine.js';
import { useDraft } from './use-draft.js';

const NOTHING_KNOWN: PrefillView = {};

/** Around every page of one draft: loads it once and keeps saving it, whichever page is open. */
export function DraftLayout() {
  return (
    <RequireLogIn>
      <LoadDraft />
    </RequireLogIn>
  );
}

function LoadDraft() {
  const { t } = useTranslation();
  useEffect(() => {
    // Whoever loses the network while filling in still gets to the last page.
    void import('./CheckPage.js').catch(() => undefined);
  }, []);
  const { draft: id = '' } = useParams();
  const draft = useQuery({ ...draftQuery(id), staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false });
  const service = useQuery({ ...serviceQuery(draft.data?.service ?? ''), enabled: draft.data !== undefined });
  const tenant = useQuery(tenantQuery);
  const prefill = useQuery({ ...prefillQuery(draft.data?.service ?? ''), enabled: draft.data !== undefined });
  if (draft.error instanceof ApiProblem && draft.error.status === 404) {
    return (
      <div className="page">
        <PageHeading>{t('apply.goneTitle')}</PageHeading>
        <EmptyState>
          <p>{t('apply.gone')}</p>
          <Link to="/my">{t('app.my')}</Link>
        </EmptyState>
      </div>
    );
  }
  const error = draft.error ?? service.error ?? tenant.error;
  if (error) return <ProblemState error={error} retry={() => void draft.refetch()} />;
  if (!draft.data || !service.data || !tenant.data || prefill.isPending) return <LoadingState />;
  return (
    <OpenDraft
      key={id}
      draft={draft.data}
      service={service.data}
      today={tenant.data.now.slice(0, 10)}
      prefill={prefill.data ?? NOTHING_KNOWN}
    />
  );
}

interface OpenDraftProps {
  readonly draft: DraftView;
  readonly service: ServiceView;
  readonly today: string;
  readonly prefill: PrefillView;
}

function OpenDraft({ draft, service, today, prefill }: OpenDraftProps) {
  const { t } = useTranslation();
  const text = useLocalized();
  const { person } = useSession();
  const { saver, state } = useDraft(draft);
  const context: DraftContext = { draft, service, form: service.form, prefill, today, saver, state };
  const [organisation] = service.applicants.includes('organisation') ? (person?.organisations ?? []) : [];
  const name = state.answers[service.nameField ?? ''];
  const other = typeof name === 'string' && name.trim() !== '' && name.trim() !== person?.name ? maskName(name.trim()) : undefined;
  return (
    <div className="page">
      <p className="behalf">
        <strong>{text(service.label)}</strong>
        {organisation ? <span>{t('apply.behalf', { organisation: organisation.name, person: person?.name })}</span> : null}
        {other && !organisation ? <span>{t('own.behalf', { name: other, person: person?.name })}</span> : null}
      </p>
      {state.status === 'conflict' ? (
        <DraftConflict draft={draft.id} form={service.form} saver={saver} state={state} />
      ) : (
        <Outlet context={context} />
      )}
      <SaveLine state={state} retry={() => void saver.flush()} />
    </div>
  );
}
