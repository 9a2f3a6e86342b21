import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, ScrollRestoration, useLocation } from 'react-router';
import { LogInForm } from '../../app/LogInForm.js';
import { useSession } from '../../app/use-session.js';
import { useLocale } from '../../i18n/index.js';
import { SessionWarning } from '../../portal/SessionWarning.js';
import { DemoBanner, LoadingState, OfflineBar, PageHeading } from '../../shared/index.js';
import { antdLocales } from './antd-locale.js';
import { antdTheme } from './antd-theme.js';
import { useStaffKinds } from './staff-kind.js';
import { StaffHeader } from './StaffHeader.js';
import { StaffMenu } from './StaffMenu.js';

/** Around every staff page: who is logged in, the training clock, the menu of that person's posts. */
export function StaffLayout({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const kinds = useStaffKinds();
  const { pathname } = useLocation();
  const menu = kinds.size > 0 && !pathname.endsWith('/print');
  return (
    <ConfigProvider theme={antdTheme} locale={antdLocales[locale]} button={{ autoInsertSpace: false }}>
      <div className="console-root">
        <a className="skip-link" href="#main">
          {t('app.skip')}
        </a>
        <StaffHeader />
        <DemoBanner />
        <OfflineBar />
        <SessionWarning />
        <div className={menu ? 'staff-body' : undefined}>
          {menu ? <StaffMenu kinds={kinds} /> : null}
          <main className="staff-main" id="main" tabIndex={-1}>
            <StaffOnly>{children}</StaffOnly>
          </main>
        </div>
        <ScrollRestoration />
      </div>
    </ConfigProvider>
  );
}

function StaffOnly({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('staff');
  const { t: shared } = useTranslation();
  const { person, isPending } = useSession();
  const kinds = useStaffKinds();
  if (isPending) return <LoadingState />;
  if (!person) {
    return (
      <div className="page prose">
        <PageHeading>{shared('states.needLogInTitle')}</PageHeading>
        <LogInForm onDone={() => undefined} />
      </div>
    );
  }
  if (kinds.size > 0) return children;
  return (
    <div className="page prose">
      <PageHeading>{t('layout.needStaffTitle')}</PageHeading>
      <p>{t('layout.needStaff')}</p>
      <p>
        <Link to="/my">{t('layout.toMy')}</Link>
      </p>
    </div>
  );
}
