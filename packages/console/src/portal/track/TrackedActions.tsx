import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ActionView, newKey, request, type TrackView } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { ActionButton } from '../../shared/index.js';
import type { Answers } from '../../sheet/sheet-backup.js';
import type { Tracked } from './TrackPage.js';
import { TrackedActionForm } from './TrackedActionForm.js';

export interface TrackedAnswer {
  readonly action: ActionView;
  readonly reason?: string;
  readonly answers?: Answers;
}

interface TrackedActionsProps {
  readonly tracked: Tracked;
  readonly changed: (view: TrackView) => void;
}

/** What whoever filed without an account can do: say whether the reply satisfies, ask for the case to be opened again. */
export function TrackedActions({ tracked, changed }: TrackedActionsProps) {
  const { t } = useTranslation();
  const text = useLocalized();
  const [open, setOpen] = useState<ActionView>();
  const [sent, setSent] = useState<ActionView>();
  const key = useRef<{ readonly words: string; readonly key: string }>(undefined);
  const send = useMutation<TrackView, Error, TrackedAnswer>({
    mutationFn: ({ action: { step, action }, ...answer }) => {
      const { number, code } = tracked;
      const body = { number, code, step, action, ...answer };
      const words = JSON.stringify(body);
      if (key.current?.words !== words) key.current = { words, key: newKey() };
      return request<TrackView>('/track/actions', { method: 'POST', idempotencyKey: key.current.key, body });
    },
    onSuccess: (view, { action }) => {
      setOpen(undefined);
      setSent(action);
      changed(view);
    },
  });
  const { actions } = tracked.view;
  return (
    <>
      {sent ? (
        <p className="note tone-granted" role="status">
          <span aria-hidden="true">✓ </span>
          {t('tracked.sent', { action: text(sent.label) })}
        </p>
      ) : null}
      {actions.length > 0 ? (
        <section className="page" aria-labelledby="tracked-actions">
          <h2 id="tracked-actions">{t('tracked.actions')}</h2>
          <ul className="plain-list">
            {actions.map((action) => (
              <li key={`${action.step} ${action.action}`} className="card">
                <h3>{text(action.label)}</h3>
                {action.available ? null : <p>{text(action.refusal?.message)}</p>}
                {action.available && open !== action ? (
                  <ActionButton onClick={() => setOpen(action)}>
                    {t('tracked.act')}
                    <span className="visually-hidden">{text(action.label)}</span>
                  </ActionButton>
                ) : null}
                {open === action ? (
                  <TrackedActionForm
                    action={action}
                    send={(answer) => send.mutate(answer)}
                    busy={send.isPending}
                    error={send.error}
                    close={() => setOpen(undefined)}
                  />
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
