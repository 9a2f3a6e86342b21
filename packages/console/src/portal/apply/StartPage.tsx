import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { type DraftView, draftsQuery, prefillQuery, request, serviceQuery } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { LoadingState, PageHeading, ProblemState } from '../../shared/index.js';
import { RequireLogIn } from '../RequireLogIn.js';

/** Begins an application and leads to its first page; one that lies unfinished is offered from the service's page. */
export function StartPage() {
  return (
    <RequireLogIn>
      <Start />
    </RequireLogIn>
  );
}

function Start() {
  const { t } = useTranslation();
  const text = useLocalized();
  const { service = '' } = useParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data, error: missing } = useQuery(serviceQuery(service));
  const { mutate, error } = useMutation({
    mutationFn: () => beginDraft(service),
    onSuccess: async (draft) => {
      client.setQueryData(['drafts', draft.id], draft);
      await client.invalidateQueries({ queryKey: draftsQuery.queryKey, exact: true });
      await navigate(`/apply/drafts/${draft.id}`, { replace: true });
    },
  });
  const known = data !== undefined;
  useEffect(() => {
    if (!known) return;
    const timer = setTimeout(() => mutate(), 0);
    return () => clearTimeout(timer);
  }, [known, mutate]);
  if (missing ?? error) return <ProblemState error={missing ?? error} retry={() => mutate()} />;
  return (
    <div className="page">
      <PageHeading>{data ? text(data.label) : t('states.loading')}</PageHeading>
      <LoadingState />
    </div>
  );

  async function beginDraft(id: string): Promise<DraftView> {
    const draft = await request<DraftView>('/drafts', { method: 'POST', body: { service: id } });
    const known = await client.fetchQuery(prefillQuery(id)).catch(() => ({}));
    const answers = Object.fromEntries(Object.entries(known).map(([field, { value }]) => [field, value]));
    if (Object.keys(answers).length === 0 || Object.keys(draft.data).length > 0) return draft;
    return request<DraftView>(`/drafts/${draft.id}`, { method: 'PUT', ifMatch: draft.version, body: { data: answers } });
  }
}
