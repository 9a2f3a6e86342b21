import type { FormDefinition } from '@careway/definition';
import type { FormRules } from '@careway/forms';
import { QueryClient, queryOptions } from '@tanstack/react-query';
import { rememberSession, request } from './client.js';
import type { AreaView, PrefillView, ServiceRow, ServiceView, SessionView, TenantView } from './contract.js';
import type {
  CandidatesView,
  CaseRow,
  CaseView,
  ClauseView,
  DraftView,
  HistoryView,
  InboxMessage,
  LetterText,
  NamedChoice,
  Page,
  PrintSheet,
  PublicityView,
  ReceiptView,
  WhyView,
} from './generated/views.js';
import { ApiProblem } from './problem.js';

/** One per page load. Problems that a person must solve are not asked for again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) => !(error instanceof ApiProblem) && count < 1,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

export const tenantQuery = queryOptions({
  queryKey: ['tenant'],
  queryFn: () => request<TenantView>('/tenant'),
  staleTime: 60_000,
});

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => rememberSession(await request<SessionView>('/session')),
  staleTime: 60_000,
});

export const servicesQuery = queryOptions({ queryKey: ['services'], queryFn: () => request<readonly ServiceRow[]>('/services') });

/** Organisations that the form of a service without log-in can name. */
export const namedQuery = (service: string, query: { readonly text?: string; readonly area?: string }) =>
  queryOptions({
    queryKey: ['services', service, 'named', query.text ?? '', query.area ?? ''],
    queryFn: () => request<readonly NamedChoice[]>(`/services/${encodeURIComponent(service)}/named`, { query }),
  });

export const areasQuery = queryOptions({ queryKey: ['areas'], queryFn: () => request<readonly AreaView[]>('/areas'), staleTime: Infinity });

export const serviceQuery = (service: string) =>
  queryOptions({
    queryKey: ['services', service],
    queryFn: () => request<ServiceView>(`/services/${encodeURIComponent(service)}`),
    staleTime: 300_000,
  });

export const formQuery = (hash: string) =>
  queryOptions({ queryKey: ['forms', hash], queryFn: () => request<FormDefinition>(`/forms/${hash}`), staleTime: Infinity });

/** What the computed values of a form read besides its answers. */
export const formRulesQuery = (hash: string) =>
  queryOptions({ queryKey: ['forms', hash, 'rules'], queryFn: () => request<FormRules>(`/forms/${hash}/rules`), staleTime: Infinity });

export const candidatesQuery = (id: string, query: { readonly step: string; readonly action?: string; readonly procedure?: string }) =>
  queryOptions({
    queryKey: ['case', id, 'candidates', query.step, query.action ?? '', query.procedure ?? ''],
    queryFn: () => request<CandidatesView>(`/cases/${encodeURIComponent(id)}/candidates`, { query }),
  });

export const prefillQuery = (service: string) =>
  queryOptions({ queryKey: ['prefill', service], queryFn: () => request<PrefillView>(`/prefill/${encodeURIComponent(service)}`) });

export const draftsQuery = queryOptions({ queryKey: ['drafts'], queryFn: () => request<readonly DraftView[]>('/drafts') });

export const draftQuery = (draft: string) =>
  queryOptions({ queryKey: ['drafts', draft], queryFn: () => request<DraftView>(`/drafts/${encodeURIComponent(draft)}`) });

export const myCasesQuery = queryOptions({
  queryKey: ['my-cases'],
  queryFn: () => request<Page<CaseRow>>('/my/cases', { query: { limit: 200 } }),
});

export const inboxQuery = queryOptions({
  queryKey: ['inbox'],
  queryFn: () => request<Page<InboxMessage>>('/inbox', { query: { limit: 50 } }),
});

export const caseQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id], queryFn: () => request<CaseView>(`/cases/${encodeURIComponent(id)}`) });

export const whyQuery = (id: string, item: string) =>
  queryOptions({
    queryKey: ['case', id, 'why', item],
    queryFn: () => request<WhyView>(`/cases/${encodeURIComponent(id)}/items/${encodeURIComponent(item)}/why`),
  });

export const historyQuery = (id: string, item?: string) =>
  queryOptions({
    queryKey: ['case', id, 'history', item ?? ''],
    queryFn: () => request<HistoryView>(`/cases/${encodeURIComponent(id)}/history`, { query: { item } }),
  });

export const letterQuery = (id: string, letter: string) =>
  queryOptions({
    queryKey: ['case', id, 'letter', letter],
    queryFn: () => request<LetterText>(`/cases/${encodeURIComponent(id)}/letters/${encodeURIComponent(letter)}`),
  });

export const receiptQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id, 'receipt'], queryFn: () => request<ReceiptView>(`/cases/${encodeURIComponent(id)}/receipt`) });

export const approvalFormQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'approval-form'],
    queryFn: () => request<PrintSheet>(`/cases/${encodeURIComponent(id)}/approval-form`),
  });

export const deliveryReceiptQuery = (id: string, letter: string) =>
  queryOptions({
    queryKey: ['case', id, 'delivery-receipt', letter],
    queryFn: () => request<PrintSheet>(`/cases/${encodeURIComponent(id)}/letters/${encodeURIComponent(letter)}/delivery-receipt`),
  });

export const blankFormQuery = (form: string) =>
  queryOptions({ queryKey: ['forms', form, 'blank'], queryFn: () => request<PrintSheet>(`/forms/${encodeURIComponent(form)}/blank`) });

export const clauseQuery = (id: string) =>
  queryOptions({ queryKey: ['clause', id], queryFn: () => request<ClauseView>(`/clauses/${encodeURIComponent(id)}`), staleTime: Infinity });

export const publicityQuery = queryOptions({ queryKey: ['publicity'], queryFn: () => request<readonly PublicityView[]>('/publicity') });

export const publicityOfQuery = (id: string) =>
  queryOptions({ queryKey: ['publicity', id], queryFn: () => request<PublicityView>(`/publicity/${encodeURIComponent(id)}`) });
