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
  const [warnedFor, setWarnedFor] = useState<string>();
  const end = session?.person ? session.expiresAt : undefined;
  const prolong = useMutation({
    mutationFn: () => request<SessionView>('/session/prolong', { method: 'POST' }),
    onSuccess: (view) => client.setQueryData(sessionQuery.queryKey, rememberSession(view)),
  });
  useEffect(() => {
    if (!end) return;
    // Requests prolong the session without telling the page: ask before warning.
    const look = async () => {
      const fresh = await client.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => undefined);
      if (fresh?.expiresAt === end) setWarnedFor(end);
    };
    const timer = setTimeout(() => void look(), Math.max(1000, Date.parse(end) - WARN_BEFORE - Date.now()));
    return () => clearTimeout(timer);
  }, [end, client]);
  const near = end !== undefined && warnedFor === end;
  return (
    <div aria-live="polite">
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
