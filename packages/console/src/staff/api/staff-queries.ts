import type { LocalizedText } from '@careway/definition';
import { queryOptions } from '@tanstack/react-query';
import { type CaseQuery, type CaseRow, type LogRow, type Page, request, type WorklistQuery, type WorklistRow } from '../../api/index.js';

export interface WorklistCounts {
  readonly todo: number;
  readonly overdue: number;
  readonly dueSoon: number;
}

export interface OperationsView {
  readonly pendingEffects: number;
  readonly deadLetters: readonly {
    readonly id: string;
    readonly caseId: string;
    readonly kind: string;
    readonly attempts: number;
    readonly error: string;
  }[];
  readonly armedClocks: number;
  readonly nextDue?: string;
  readonly cases: number;
  /** What opens cases by the calendar. */
  readonly schedules: readonly {
    readonly id: string;
    readonly label: LocalizedText;
    readonly ranTo?: string;
    readonly opened: number;
    readonly failed: readonly { readonly record: string; readonly period: string; readonly why: string }[];
  }[];
}

/** Rows never move under the reader: fetched anew only when asked for, or after an act of one's own. */
export const worklistQuery = (query: WorklistQuery) =>
  queryOptions({
    queryKey: ['worklist', query],
    queryFn: () => request<Page<WorklistRow>>('/worklist', { query: { ...query } }),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    refetchOnMount: 'always',
  });

export const worklistCountsQuery = queryOptions({
  queryKey: ['worklist-counts'],
  queryFn: () => request<WorklistCounts>('/worklist/counts'),
  refetchInterval: 30_000,
});

export const casesQuery = (query: CaseQuery) =>
  queryOptions({ queryKey: ['cases', query], queryFn: () => request<Page<CaseRow>>('/cases', { query: { ...query } }) });

export const accessLogQuery = (query: { readonly text?: string; readonly cursor?: string }) =>
  queryOptions({
    queryKey: ['access-log', query],
    queryFn: () => request<Page<LogRow>>('/access-log', { query: { ...query } }),
    staleTime: 0,
  });

export const operationsQuery = queryOptions({
  queryKey: ['operations'],
  queryFn: () => request<OperationsView>('/operations'),
  refetchInterval: 15_000,
});
