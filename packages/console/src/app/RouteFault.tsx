import { useTranslation } from 'react-i18next';
import { PageHeading } from '../shared/index.js';

/** A page that broke, or a chunk that could not be loaded: what is safe and what to do. */
export function RouteFault() {
  const { t } = useTranslation();
  return (
    <main className="portal-inner portal-main page">
      <PageHeading>{t('states.faultTitle')}</PageHeading>
      <p>{t('states.fault')}</p>
      <div className="actions">
        <button type="button" className="button button-primary" onClick={() => window.location.reload()}>
          {t('states.reload')}
        </button>
      </div>
    </main>
  );
}
