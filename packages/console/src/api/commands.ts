import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey, request } from './client.js';
import type { CaseCommand, CaseView } from './generated/views.js';
import { ApiProblem } from './problem.js';

export interface SentCommand {
  readonly command: CaseCommand;
  /** Version of the case the person looked at. */
  readonly version: number;
}

/**
 * Sends commands to one case. The idempotency key belongs to the intention: pressing the button again after "no network" repeats the
 * same key; an answer, good or bad, ends it. The answer replaces the case in the cache.
 */
export function useCaseCommand(caseId: string) {
  const client = useQueryClient();
  const intention = useRef<{ text: string; key: string } | undefined>(undefined);
  return useMutation<CaseView, Error, SentCommand>({
    mutationFn: async ({ command, version }) => {
      const text = JSON.stringify(command);
      if (intention.current?.text !== text) intention.current = { text, key: newKey() };
      const { key } = intention.current;
      try {
        const answer = await request<CaseView>(`/cases/${encodeURIComponent(caseId)}/commands`, {
          method: 'POST',
          body: command,
          ifMatch: version,
          idempotencyKey: key,
        });
        intention.current = undefined;
        return answer;
      } catch (error) {
        if (error instanceof ApiProblem) intention.current = undefined;
        throw error;
      }
    },
    onSuccess: (view) => {
      client.setQueryData(['case', caseId], view);
      void client.invalidateQueries();
    },
  });
}
