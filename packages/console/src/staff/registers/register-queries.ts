import { queryOptions } from '@tanstack/react-query';
import {
  type ImportView,
  type Page,
  type RecordRow,
  type RecordVersionView,
  type RecordView,
  type RegisterView,
  request,
} from '../../api/index.js';

export interface RecordFilter {
  readonly text?: string;
  readonly status?: string;
  readonly match?: Readonly<Record<string, string>>;
  readonly expires?: string;
  readonly sort?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

export const registersQuery = queryOptions({
  queryKey: ['registers'],
  queryFn: () => request<readonly RegisterView[]>('/registers'),
});

export const recordsQuery = (register: string, filter: RecordFilter) =>
  queryOptions({
    queryKey: ['registers', register, 'records', filter],
    queryFn: () => request<Page<RecordRow>>(registerPath(register), { query: filterQuery(filter) }),
  });

export const recordQuery = (register: string, id: string) =>
  queryOptions({ queryKey: ['registers', register, 'record', id], queryFn: () => request<RecordView>(recordPath(register, id)) });

/** Of this version of the record: another one is asked anew. */
export const recordHistoryQuery = (register: string, id: string, version: number) =>
  queryOptions({
    queryKey: ['registers', register, 'record', id, 'history', version],
    queryFn: () => request<readonly RecordVersionView[]>(`${recordPath(register, id)}/history`),
  });

/** Asked again every second while the machine works on it. */
export const importQuery = (register: string, id: string) =>
  queryOptions({
    queryKey: ['registers', register, 'import', id],
    queryFn: () => request<ImportView>(`${registerPath(register)}/imports/${encodeURIComponent(id)}`),
    refetchInterval: ({ state: { data } }) => (data?.state === 'checking' || data?.state === 'importing' ? 1000 : false),
  });

export function registerPath(register: string): string {
  return `/registers/${encodeURIComponent(register)}`;
}

export function recordPath(register: string, id: string): string {
  return `${registerPath(register)}/records/${encodeURIComponent(id)}`;
}

/** A filter as the API takes it. */
export function filterQuery({ match = {}, ...rest }: RecordFilter): Readonly<Record<string, string | number | undefined>> {
  const pairs = Object.entries(match).map(([field, value]) => `${encodeURIComponent(field)}:${encodeURIComponent(value)}`);
  return pairs.length === 0 ? rest : { ...rest, match: pairs.join(';') };
}
