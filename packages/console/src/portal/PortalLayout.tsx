import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, ScrollRestoration } from 'react-router';
import { isStaff, useSession } from '../app/use-session.js';
import { DemoBanner, OfflineBar } from '../shared/index.js';
import { PortalHeader } from './PortalHeader.js';
import { SessionWarning } from './SessionWarning.js';

/** Around every portal page: sections, type size, who is logged in, and what the page must always say. */
export function PortalLayout() {
  const { t } = useTranslation();
  const { session } = useSession();
  return (
    <div className="portal">
      <a className="skip-link" href="#main">
        {t('app.skip')}
      </a>
      <PortalHeader>
        <nav aria-label={t('app.nav')}>
          <ul className="portal-nav">
            <li>
              <NavLink to="/" end>
                {t('app.home')}
              </NavLink>
            </li>
            <li>
              <NavLink to="/services">{t('app.services')}</NavLink>
            </li>
            <li>
              <NavLink to="/my">{t('app.my')}</NavLink>
            </li>
            <li>
              <NavLink to="/publicity">{t('app.publicity')}</NavLink>
            </li>
            <li>
              <NavLink to="/help">{t('app.help')}</NavLink>
            </li>
            {isStaff(session) ? (
              <li>
                <NavLink to="/console">{t('app.console')}</NavLink>
              </li>
            ) : null}
          </ul>
        </nav>
      </PortalHeader>
      <DemoBanner />
      <OfflineBar />
      <SessionWarning />
      <main className="portal-inner portal-main" id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="portal-footer">
        <div className="portal-inner">
          <span>{t('app.counter')}</span>
        </div>
      </footer>
      <ScrollRestoration />
    </div>
  );
}
