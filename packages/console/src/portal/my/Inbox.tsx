import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { inboxQuery, request } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { tableInstant } from '../../shared/index.js';

/** Messages and letters that arrived; opening one marks it as read. */
export function Inbox() {
  const { t } = useTranslation();
  const text = useLocalized();
  const client = useQueryClient();
  const { data } = useQuery(inboxQuery);
  const read = useMutation({
    mutationFn: (message: string) => request<void>(`/inbox/${encodeURIComponent(message)}/read`, { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: inboxQuery.queryKey }),
  });
  if (!data || data.rows.length === 0) return null;
  return (
    <section className="page" aria-labelledby="inbox">
      <h2 id="inbox">{t('my.inbox')}</h2>
      <ul className="plain-list">
        {data.rows.map((message) => (
          <li key={message.id} className="card inbox-line">
            <p>
              {message.read ? null : <strong className="chip tone-running">{t('my.unread')}</strong>} {text(message.text)}
            </p>
            <p className="field-hint figure">{tableInstant(message.at)}</p>
            <Link
              to={message.letter ? `/my/cases/${message.caseId}/letters/${message.letter}` : `/my/cases/${message.caseId}`}
              onClick={() => (message.read ? undefined : read.mutate(message.id))}
            >
              {message.letter ? t('my.openLetter') : t('my.openCase')}
              <span className="visually-hidden">{text(message.text)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
