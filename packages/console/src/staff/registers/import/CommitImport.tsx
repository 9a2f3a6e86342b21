import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ApiProblem, type ImportView, newKey, request } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { ActionButton, ProblemNote } from '../../../shared/index.js';
import { TextField } from '../../case/action/PanelFields.js';
import { registerPath } from '../register-queries.js';
import type { ImportResultProps } from './ImportResult.js';

/** The reason, and the button that says how many records it writes. */
export function CommitImport({ register, found }: ImportResultProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const key = useRef(newKey());
  const path = `${registerPath(register.id)}/imports/${encodeURIComponent(found.id)}`;
  const commit = useMutation({
    mutationFn: () =>
      request<ImportView>(`${path}/commit`, { method: 'POST', body: { reason: reason.trim() }, idempotencyKey: key.current }),
    onSuccess: (view) => client.setQueryData(['registers', register.id, 'import', found.id], view),
  });
  const discard = useMutation({
    mutationFn: () => request<undefined>(path, { method: 'DELETE' }),
    onSuccess: () => void navigate(`/console/registers/${register.id}`),
  });
  const count = found.counts.added + found.counts.changed;
  const { wrong } = found.counts;
  const issue = commit.error instanceof ApiProblem ? commit.error.issues.find(({ path: at }) => at === '/reason') : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    commit.mutate();
  };
  return (
    <form className="staff-card staff-page" onSubmit={submit}>
      <TextField
        id="import-reason"
        label={t('registers.bringing.reason')}
        hint={t('registers.form.reasonHint')}
        value={reason}
        error={issue ? text(issue.message) : undefined}
        onChange={setReason}
      />
      {commit.error && !issue ? <ProblemNote error={commit.error} /> : null}
      {discard.error ? <ProblemNote error={discard.error} /> : null}
      <div className="staff-row top">
        <ActionButton
          kind="primary"
          type="submit"
          busy={commit.isPending}
          unavailable={count === 0 ? t('registers.bringing.nothing') : undefined}
        >
          {wrong > 0 ? t('registers.bringing.commitSkipping', { count, wrong }) : t('registers.bringing.commit', { count })}
        </ActionButton>
        <ActionButton busy={discard.isPending} onClick={() => discard.mutate()}>
          {t('registers.bringing.discard')}
        </ActionButton>
      </div>
    </form>
  );
}
