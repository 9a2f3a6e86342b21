import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, newKey, request, useCaseCommand } from '../../../api/index.js';
import { commandOf, type FiledAnswers } from './build-command.js';
import type { Judged } from './faults.js';

/**
 * Sends what a panel asks for. A stale version keeps the panel as it is and tells who did what; the confirm button stays shut until the
 * latest state has been seen.
 */
export function usePanelSend(caseId: string, done: () => void) {
  const client = useQueryClient();
  const command = useCaseCommand(caseId);
  const [key] = useState(newKey);
  const [stale, setStale] = useState<{ readonly problem: ApiProblem; readonly seen: boolean }>();
  const fail = (error: Error) => {
    if (error instanceof ApiProblem && error.status === 412) setStale({ problem: error, seen: false });
  };
  const objection = useMutation<unknown, Error, { readonly body: unknown }>({
    mutationFn: ({ body }) => request(`/publicity/${encodeURIComponent(caseId)}/objections`, { method: 'POST', body, idempotencyKey: key }),
    onSuccess: () => client.invalidateQueries(),
  });
  const send = (judged: Judged, filed?: FiledAnswers) => {
    const { intent, typed, view } = judged;
    if (intent.kind === 'public-objection') {
      const body = {
        step: intent.step,
        action: intent.action,
        items: intent.items,
        reason: typed.reason.trim(),
        objector: { name: typed.name.trim(), phone: typed.phone.trim() },
      };
      objection.mutate({ body }, { onSuccess: done });
    } else command.mutate({ command: commandOf(judged, filed), version: view.version }, { onSuccess: done, onError: fail });
  };
  const look = async () => {
    await client.invalidateQueries({ queryKey: ['case', caseId] });
    command.reset();
    setStale((before) => (before ? { ...before, seen: true } : before));
  };
  const error = command.error ?? objection.error;
  const isStale = error instanceof ApiProblem && error.status === 412;
  return { send, look, stale, busy: command.isPending || objection.isPending, error: isStale ? null : error };
}
