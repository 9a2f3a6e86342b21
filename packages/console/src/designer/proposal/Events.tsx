import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/index.js';
import { tableInstant } from '../../shared/index.js';

/** Who did what with a proposal, and when. */
export function Events({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('designer');
  return (
    <section className="staff-card" aria-labelledby="events-title">
      <h2 id="events-title">{t('proposal.events')}</h2>
      <ol className="designer-list">
        {proposal.events.map(({ at, by, what, note }) => (
          <li key={`${at}${what}`}>
            <span className="staff-muted figure">{tableInstant(at)}</span>{' '}
            {t(`proposal.event.${what as 'created'}`, { name: by.name, defaultValue: by.name })}
            {note ? `${t('colon')}${note}` : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
