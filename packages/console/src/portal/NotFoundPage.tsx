import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeading } from '../shared/index.js';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageHeading>{t('states.pageNotFoundTitle')}</PageHeading>
      <p>{t('states.pageNotFound')}</p>
      <p>
        <Link to="/">{t('app.home')}</Link>
      </p>
    </div>
  );
}
