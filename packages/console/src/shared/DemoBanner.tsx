import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { request, sessionQuery, tenantQuery } from '../api/index.js';
import { useLocale } from '../i18n/index.js';
import { ActionButton } from './ActionButton.js';
import { clockTime, sentenceDate } from './format-date.js';

/** The training clock, on training tenants only: which day it is there, and buttons that move it on. */
export function DemoBanner() {
  const { t } = useTranslation();
  const locale = useLocale();
  const client = useQueryClient();
  const { data: tenant } = useQuery({ ...tenantQuery, refetchInterval: 60_000 });
  const { data: session } = useQuery(sessionQuery);
  const advance = useMutation({
    mutationFn: (to: 'next-working-day' | 'next-deadline') =>
      request<{ now: string; fired: number }>('/clock/advance', { method: 'POST', body: { to } }),
    onSuccess: () => client.invalidateQueries(),
  });
  if (!tenant?.training) return null;
  return (
    <aside className="bar bar-training no-print" aria-label={t('demo.title')}>
      <div className="portal-inner">
        <strong className="bar-title">{t('demo.title')}</strong>
        <span aria-live="polite">
          {t('demo.now', { date: sentenceDate(tenant.now, locale, { weekday: true }), time: clockTime(tenant.now) })}
          {advance.data ? ` ${t('demo.fired', { count: advance.data.fired })}` : null}
        </span>
        {tenant.demo && session?.person ? (
          <>
            <ActionButton kind="link" busy={advance.isPending} onClick={() => advance.mutate('next-working-day')}>
              {t('demo.nextWorkingDay')}
            </ActionButton>
            <ActionButton kind="link" busy={advance.isPending} onClick={() => advance.mutate('next-deadline')}>
              {t('demo.nextDeadline')}
            </ActionButton>
          </>
        ) : (
          <span>{t('demo.training')}</span>
        )}
      </div>
    </aside>
  );
}
