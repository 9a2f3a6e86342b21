import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  type ChecksView,
  type PackInForceView,
  type ParametersView,
  type PreviewView,
  type ProposalRow,
  type ProposalView,
  type PublicationView,
  request,
} from '../../api/index.js';

export const packsQuery = queryOptions({
  queryKey: ['designer', 'packs'],
  queryFn: () => request<readonly PackInForceView[]>('/packs'),
});

export const proposalsQuery = queryOptions({
  queryKey: ['designer', 'proposals'],
  queryFn: () => request<readonly ProposalRow[]>('/proposals'),
});

export const publicationsQuery = queryOptions({
  queryKey: ['designer', 'publications'],
  queryFn: () => request<readonly PublicationView[]>('/publications'),
});

/** @param on a day, '' for today. */
export const parametersQuery = (area: string, on: string) =>
  queryOptions({
    queryKey: ['designer', 'parameters', area, on],
    queryFn: () => request<ParametersView>('/parameters', { query: { area, ...(on ? { on } : {}) } }),
    placeholderData: keepPreviousData,
  });

export const proposalQuery = (id: string) =>
  queryOptions({
    queryKey: ['designer', 'proposal', id],
    queryFn: () => request<ProposalView>(`/proposals/${encodeURIComponent(id)}`),
  });

/** Long computations on the server: asked for once a version. */
export const previewQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['designer', 'preview', id, version],
    queryFn: () => request<PreviewView>(`/proposals/${encodeURIComponent(id)}/preview`, { method: 'POST' }),
    staleTime: 60_000,
    retry: false,
  });

export const checksQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['designer', 'checks', id, version],
    queryFn: () => request<ChecksView>(`/proposals/${encodeURIComponent(id)}/checks`, { method: 'POST' }),
    staleTime: 60_000,
    retry: false,
  });
