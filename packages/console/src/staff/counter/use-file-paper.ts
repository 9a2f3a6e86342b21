import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type DraftView, draftQuery, request, type ReceiptView } from '../../api/index.js';
import { keepBackup } from '../../portal/apply/draft-backup.js';
import type { DraftSaver } from '../../portal/apply/draft-saver.js';

export interface PaperEntry {
  readonly area: string;
  /** Name of a person where the form does not ask for it. */
  readonly onBehalfOf?: string;
  readonly channel: 'counter' | 'paper' | 'telephone';
  readonly filedOn: string;
}

export interface FilePaperInput {
  readonly draft: DraftView;
  readonly saver: DraftSaver;
  readonly done: (receipt: ReceiptView) => void;
}

/** Files what was entered from paper. The key is made of the draft and its version: a second press gets the first receipt. */
export function useFilePaper({ draft, saver, done }: FilePaperInput) {
  const client = useQueryClient();
  return useMutation<ReceiptView, Error, PaperEntry>({
    mutationFn: async (entry) => {
      if (!(await saver.flush())) throw saver.current().error ?? new Error('not saved');
      const stored = await client.fetchQuery({ ...draftQuery(draft.id), staleTime: 0 });
      return request<ReceiptView>('/paper/cases', {
        method: 'POST',
        body: { service: draft.service, data: stored.data, attachments: stored.attachments.map(({ id }) => id), ...entry },
        idempotencyKey: `paper-${draft.id}-${stored.version}`,
      });
    },
    onSuccess: async (receipt) => {
      saver.stop();
      keepBackup(draft.id, undefined, 0);
      // The case is filed whatever becomes of the draft.
      await request<void>(`/drafts/${encodeURIComponent(draft.id)}`, { method: 'DELETE' }).catch(() => undefined);
      done(receipt);
      await client.invalidateQueries();
    },
  });
}
