import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rememberSession, request, type SessionView, sessionQuery } from '../api/index.js';
import { useSession } from '../app/use-session.js';
import { ActionButton } from '../shared/index.js';

const WARN_BEFORE = 120_000;

/** Two minutes before a log-in ends: one key prolongs it (WCAG 2.2.1). */
export function SessionWarning() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { session } = useSession();
  const [near, setNear] = useState(false);
  const prolong = useMutation({
    mutationFn: () => request<SessionView>('/session/prolong', { method: 'POST' }),
    onSuccess: (view) => client.setQueryData(sessionQuery.queryKey, rememberSession(view)),
  });
  const end = session?.person && session.expiresAt ? Date.parse(session.expiresAt) : undefined;
  useEffect(() => {
    setNear(false);
    if (end === undefined) return;
    const timer = setTimeout(() => setNear(true), Math.max(0, end - WARN_BEFORE - Date.now()));
    return () => clearTimeout(timer);
  }, [end]);
  return (
    <div role="status">
      {near ? (
        <div className="bar bar-training">
          <div className="portal-inner">
            <span>{t('session.expiring', { minutes: 2 })}</span>
            <ActionButton busy={prolong.isPending} onClick={() => prolong.mutate()}>
              {t('session.prolong')}
            </ActionButton>
          </div>
        </div>
      ) : null}
    </div>
  );
}
