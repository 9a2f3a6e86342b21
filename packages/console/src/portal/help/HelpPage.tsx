import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { serviceQuery, servicesQuery } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { PageHeading } from '../../shared/index.js';

const TOPICS = ['start', 'save', 'roster', 'papers', 'where', 'disagree', 'family', 'size'] as const;

/** How to get on, in questions people ask; and whom to call. */
export function HelpPage() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageHeading>{t('help.title')}</PageHeading>
      <Contacts />
      {TOPICS.map((topic) => (
        <section key={topic} className="prose">
          <h2>{t(`help.${topic}.question`)}</h2>
          <p>{t(`help.${topic}.answer`)}</p>
        </section>
      ))}
      <p>
        <Link to="/services">{t('app.services')}</Link> <Link to="/track">{t('app.track')}</Link>
      </p>
    </div>
  );
}

function Contacts() {
  const { t } = useTranslation();
  const text = useLocalized();
  const [first] = useQuery(servicesQuery).data ?? [];
  const { data } = useQuery({ ...serviceQuery(first?.id ?? ''), enabled: first !== undefined });
  if (!data) return null;
  return (
    <p className="card">
      <strong>{t('help.call')}</strong>
      <span>
        {text(data.contact.office)} <a href={`tel:${data.contact.telephone}`}>{data.contact.telephone}</a>
      </span>
    </p>
  );
}
