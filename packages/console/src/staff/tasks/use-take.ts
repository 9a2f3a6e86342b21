import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type CaseView, newKey, request, type WorklistRow } from '../../api/index.js';

/** Takes tasks for oneself, or puts them back: one act each, on the version that is there now. */
export function useTake() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ rows, type }: { readonly rows: readonly WorklistRow[]; readonly type: 'TakeTask' | 'ReleaseTask' }) => {
      let failed = 0;
      let last: unknown;
      for (const row of rows) {
        const path = `/cases/${encodeURIComponent(row.caseId)}`;
        try {
          const { version } = await request<CaseView>(path);
          await request(`${path}/commands`, { method: 'POST', body: { type, task: row.task }, ifMatch: version, idempotencyKey: newKey() });
        } catch (error) {
          failed += 1;
          last = error;
        }
      }
      if (rows.length === 1 && last !== undefined) throw last;
      return { done: rows.length - failed, failed };
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['worklist'] });
      void client.invalidateQueries({ queryKey: ['worklist-counts'] });
    },
  });
}
