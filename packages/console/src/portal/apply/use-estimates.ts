import type { RowNote, TableAdapter } from '@careway/form-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type DraftCheck, request } from '../../api/index.js';
import type { DraftContext } from './draft-context.js';

/** What the tables say about the draft as it is stored: amounts by row, the total, and with `why` how they came about. */
export function useEstimates({ draft, state }: Pick<DraftContext, 'draft' | 'state'>, options: { readonly why?: boolean } = {}) {
  const check = useQuery({
    queryKey: ['drafts', draft.id, 'check', state.version, options.why ?? false],
    queryFn: () =>
      request<DraftCheck>(`/drafts/${encodeURIComponent(draft.id)}/check`, {
        method: 'POST',
        query: { why: options.why ? '1' : undefined },
      }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  });
  const { data } = check;
  const estimates = useMemo<Pick<TableAdapter, 'notes' | 'total'>>(() => {
    const notes: (RowNote | undefined)[] = [];
    for (const row of data?.rows ?? []) notes[row.row - 1] = { amount: row.amount, status: row.status, note: row.note };
    return { notes: data ? notes : [], total: data && isKnown(data) ? data.total : undefined };
  }, [data]);
  return {
    check: data,
    error: check.error,
    ...estimates,
    estimating: check.isFetching || state.status === 'unsaved' || state.status === 'saving',
  };
}

/** Some row has a result: where a person decides all of them, or something is missing, a sum would say nothing. */
export function isKnown({ rows }: DraftCheck): boolean {
  return rows.some(({ status }) => status === 'ok' || status === 'refused');
}
