import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { request, sessionQuery, tenantQuery } from '../api/index.js';
import { useLocale } from '../i18n/index.js';
import { ActionButton } from './ActionButton.js';
import { clockTime, sentenceDate } from './format-date.js';
import { useNarrow } from './use-narrow.js';

type Advance = 'next-working-day' | 'next-deadline';

/** The training clock, on training tenants only: which day it is there, and buttons that move it on. */
export function DemoBanner() {
  const { t } = useTranslation();
  const locale = useLocale();
  const client = useQueryClient();
  const { data: tenant } = useQuery({ ...tenantQuery, refetchInterval: 60_000 });
  const { data: session } = useQuery(sessionQuery);
  const advance = useMutation({
    mutationFn: (to: Advance) => request<{ now: string; fired: number }>('/clock/advance', { method: 'POST', body: { to } }),
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
          <ClockButtons busy={advance.isPending} press={(to) => advance.mutate(to)} />
        ) : (
          <span>{t('demo.training')}</span>
        )}
      </div>
    </aside>
  );
}

/** On a telephone they unfold, so that the page itself begins higher up. */
function ClockButtons({ busy, press }: { readonly busy: boolean; readonly press: (to: Advance) => void }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const buttons = (
    <>
      <ActionButton kind="link" busy={busy} onClick={() => press('next-working-day')}>
        {t('demo.nextWorkingDay')}
      </ActionButton>
      <ActionButton kind="link" busy={busy} onClick={() => press('next-deadline')}>
        {t('demo.nextDeadline')}
      </ActionButton>
    </>
  );
  if (!narrow) return buttons;
  return (
    <details>
      <summary>{t('demo.turn')}</summary>
      {buttons}
    </details>
  );
}
