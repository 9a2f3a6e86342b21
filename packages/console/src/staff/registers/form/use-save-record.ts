import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ApiProblem, newKey, type RecordView, type RegisterView, request } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import type { SummaryLine } from '../../../shared/index.js';
import { normalizeDateText } from '@careway/forms';
import { recordPath, registerPath } from '../register-queries.js';
import { changeOf, newOf, type RecordDraft } from './record-draft.js';
import { fieldId } from './RecordFields.js';

export interface SaveRecordOptions {
  readonly register: RegisterView;
  readonly record: RecordView | undefined;
  readonly before: RecordDraft;
}

/** Saves what is typed over the version that was seen; the same press again is sent with the same key. */
export function useSaveRecord({ register, record, before }: SaveRecordOptions) {
  const text = useLocalized();
  const { t } = useTranslation('staff');
  const navigate = useNavigate();
  const client = useQueryClient();
  const intention = useRef<{ text: string; key: string } | undefined>(undefined);
  const mutation = useMutation<RecordView, Error, { readonly draft: RecordDraft; readonly version: number | undefined }>({
    mutationFn: async ({ draft, version }) => {
      const typed = { ...draft, validOn: normalizeDateText(draft.validOn.trim()) };
      const body = record ? changeOf(register, before, typed) : newOf(register, typed);
      const sent = JSON.stringify([body, version]);
      if (intention.current?.text !== sent) intention.current = { text: sent, key: newKey() };
      const options = { body, idempotencyKey: intention.current.key } as const;
      if (!record) return request<RecordView>(`${registerPath(register.id)}/records`, { ...options, method: 'POST' });
      return request<RecordView>(recordPath(register.id, record.id), { ...options, method: 'PUT', ifMatch: version ?? record.version });
    },
    onSuccess: (view) => {
      client.setQueryData(['registers', register.id, 'record', view.id], view);
      void client.invalidateQueries({ queryKey: ['registers'] });
      void navigate(`/console/registers/${register.id}/${view.id}`, { state: { saved: true } });
    },
  });
  const problem = mutation.error instanceof ApiProblem ? mutation.error : undefined;
  const issues = problem?.issues;
  const lines = useMemo(
    (): readonly SummaryLine[] => (issues ?? []).map(({ path, message }) => ({ target: fieldId(fieldOf(path)), message: text(message) })),
    [issues, text],
  );
  const errorOf = (field: string): string | undefined => {
    const found = issues?.find(({ path }) => fieldOf(path) === field);
    return found && (text(found.message) || t('dash'));
  };
  return {
    save: (draft: RecordDraft, version?: number) => mutation.mutate({ draft, version }),
    problem: mutation.error ?? undefined,
    lines,
    errorOf,
    pending: mutation.isPending,
  };
}

/** `/values/name` is the field `name`; `/reason`, `/area` and `/validOn` stand for themselves. */
function fieldOf(path: string): string {
  return path.split('/').at(-1) ?? '';
}
