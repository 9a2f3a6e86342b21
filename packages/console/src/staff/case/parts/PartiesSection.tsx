import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseView, RecordWriteView } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { PartyName } from '../../../shared/index.js';

/** Everybody whom the case concerns, where there is more than the applicant. */
export function PartiesSection({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  if (view.parties.length < 2) return null;
  return (
    <section className="staff-card" aria-labelledby="parties-title">
      <h2 id="parties-title">{t('proc.parties.title')}</h2>
      <dl className="staff-pairs">
        {view.parties.map((party) => (
          <div key={party.party} style={{ display: 'contents' }}>
            <dt>{text(party.label)}</dt>
            <dd>
              <PartyName party={party} />
              {party.mine ? t('proc.parties.mine') : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Register records that the case wrote, and those it could not. */
export function RecordsSection({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  if (view.records.length === 0) return null;
  const words = ({ status, why }: RecordWriteView) =>
    status === 'refused' ? t(`proc.records.refused.${why ?? 'exists'}`) : t(`proc.records.${status}`);
  return (
    <section className="staff-card" aria-labelledby="records-title">
      <h2 id="records-title">{t('proc.records.title')}</h2>
      <ul className="staff-plain">
        {view.records.map((record) => (
          <li key={record.id} className={record.status === 'refused' ? 'staff-error' : undefined}>
            <Link to={`/console/registers/${record.register}`}>{text(record.registerLabel)}</Link>{' '}
            {record.key ? t('proc.records.key', { key: record.key }) : null} {words(record)}
          </li>
        ))}
      </ul>
    </section>
  );
}
