import { useTranslation } from 'react-i18next';
import { Link, Route, Routes, ScrollRestoration } from 'react-router';
import { useSession } from '../../app/use-session.js';
import { addTexts } from '../../i18n/index.js';
import { RequireLogIn } from '../../portal/RequireLogIn.js';
import { SessionWarning } from '../../portal/SessionWarning.js';
import { DemoBanner, NotFoundState, OfflineBar } from '../../shared/index.js';
import { staffEn } from '../i18n/en.js';
import { staffZhCN } from '../i18n/zh-CN.js';
import { FieldCasePage } from './FieldCasePage.js';
import { FieldListPage } from './FieldListPage.js';
import '../sheet/sheet.css';

addTexts('staff', { 'zh-CN': staffZhCN, en: staffEn });

/** Pages for somebody on the way with a telephone: without the console's menus, so that they load on a weak network. */
export function FieldRoutes() {
  const { t } = useTranslation('staff');
  const { t: portal } = useTranslation();
  const { person } = useSession();
  return (
    <div className="portal">
      <a className="skip-link" href="#main">
        {portal('app.skip')}
      </a>
      <header className="field-header">
        <div className="portal-inner">
          <Link to="/field">{t('proc.field.title')}</Link>
          <span>{person?.name}</span>
          <Link to="/console/tasks">{t('proc.field.toConsole')}</Link>
        </div>
      </header>
      <DemoBanner />
      <OfflineBar />
      <SessionWarning />
      <main className="portal-inner portal-main" id="main" tabIndex={-1}>
        <RequireLogIn>
          <Routes>
            <Route index element={<FieldListPage />} />
            <Route path=":case" element={<FieldCasePage />} />
            <Route path="*" element={<NotFoundState />} />
          </Routes>
        </RequireLogIn>
      </main>
      <ScrollRestoration />
    </div>
  );
}
