import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ProposalView, request } from '../../api/index.js';
import { proposalQuery } from './designer-queries.js';

export interface ProposalStep {
  readonly action: 'submit' | 'publish' | 'reject' | 'withdraw' | 'revise';
  readonly body?: unknown;
}

/** Does one thing with a proposal at the version that the person saw. */
export function useProposalStep({ id, version }: Pick<ProposalView, 'id' | 'version'>) {
  const client = useQueryClient();
  return useMutation<ProposalView, Error, ProposalStep>({
    mutationFn: ({ action, body }) =>
      request<ProposalView>(`/proposals/${encodeURIComponent(id)}/${action}`, {
        method: 'POST',
        ifMatch: version,
        ...(body === undefined ? {} : { body }),
      }),
    onSuccess: async (view) => {
      client.setQueryData(proposalQuery(id).queryKey, view);
      await client.invalidateQueries({ queryKey: ['designer'], refetchType: 'active' });
    },
  });
}
