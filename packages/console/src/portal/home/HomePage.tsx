import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { draftsQuery, myCasesQuery, servicesQuery, tenantQuery } from '../../api/index.js';
import { useSession } from '../../app/use-session.js';
import { useLocalized } from '../../i18n/index.js';
import { Icon, type IconName, PageHeading } from '../../shared/index.js';
import { MustDo } from '../my/MustDo.js';
import { filedWithoutLogIn, isOffered } from '../services/offered-services.js';

/** What do you need? First what one must do, then a few large entries, then the telephone. */
export function HomePage() {
  const { t } = useTranslation();
  const text = useLocalized();
  const { person } = useSession();
  const notice = useQuery(tenantQuery).data?.notice;
  const complains = useQuery(servicesQuery).data?.some(filedWithoutLogIn);
  return (
    <div className="page">
      <PageHeading>{t('home.title')}</PageHeading>
      {notice ? (
        <p className="note tone-warning">
          <span aria-hidden="true">◆ </span>
          {text(notice)}
        </p>
      ) : null}
      {person ? <Mine /> : null}
      <ul className="entries">
        <Entry to="/services" icon="file" title={t('home.apply')} text={t('home.applyText')} />
        {complains ? <Entry to="/complaints/new" icon="megaphone" title={t('complaint.entry')} text={t('complaint.entryText')} /> : null}
        <Entry to="/track" icon="search" title={t('home.track')} text={t('home.trackText')} />
        <Entry to="/my" icon="person" title={t('home.my')} text={t('home.myText')} />
        <Entry to="/publicity" icon="megaphone" title={t('home.publicity')} text={t('home.publicityText')} />
        <Entry to="/help" icon="phone" title={t('home.help')} text={t('home.helpText')} />
      </ul>
      <Services />
    </div>
  );
}

function Entry({ to, icon, title, text }: { readonly to: string; readonly icon: IconName; readonly title: string; readonly text: string }) {
  return (
    <li>
      <Link className="entry" to={to}>
        <Icon name={icon} />
        <span>
          <span className="entry-title">{title}</span>
          {text}
        </span>
      </Link>
    </li>
  );
}

function Mine() {
  const cases = useQuery(myCasesQuery);
  const drafts = useQuery(draftsQuery);
  return <MustDo cases={cases.data?.rows ?? []} drafts={drafts.data ?? []} />;
}

function Services() {
  const { t } = useTranslation();
  const text = useLocalized();
  const { data } = useQuery(servicesQuery);
  const offered = (data ?? []).filter(isOffered);
  if (offered.length === 0) return null;
  return (
    <section className="page" aria-labelledby="home-services">
      <h2 id="home-services">{t('home.services')}</h2>
      <ul className="entries">
        {offered.slice(0, 6).map((service) => (
          <li key={service.id}>
            <Link className="entry" to={`/services/${service.id}`}>
              <span>
                <span className="entry-title">{text(service.label)}</span>
                {text(service.target ?? service.summary)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
