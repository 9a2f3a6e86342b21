import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { type ReceiptView, request } from '../../api/index.js';
import { keepBackup } from './draft-backup.js';
import type { DraftContext } from './draft-context.js';

/**
 * Submits a draft. The key is made of the draft and its version: pressing again, after a reload too, gets the first receipt and never
 * files twice; an answer changed in between is another intention.
 */
export function useSubmit({ draft, saver }: DraftContext) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation<ReceiptView, Error, void>({
    mutationFn: async () => {
      if (!(await saver.flush())) throw saver.current().error ?? new Error('not saved');
      return request<ReceiptView>(`/drafts/${encodeURIComponent(draft.id)}/submit`, {
        method: 'POST',
        body: {},
        idempotencyKey: `submit-${draft.id}-${saver.current().version}`,
      });
    },
    onSuccess: async (receipt) => {
      saver.stop();
      keepBackup(draft.id, undefined, 0);
      client.setQueryData(['case', receipt.caseId, 'receipt'], receipt);
      await navigate(`/my/cases/${receipt.caseId}/receipt`, { replace: true });
      // Going back must not show the application as if it were still to be sent.
      client.removeQueries({ queryKey: ['drafts', draft.id] });
      await client.invalidateQueries({ queryKey: ['my-cases'] });
    },
  });
}
