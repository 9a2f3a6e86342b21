import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { tenantQuery } from '../api/index.js';
import { changePreferences, TEXT_SIZES, type TextSize, usePreferences } from '../app/preferences.js';
import { useLogOut, useSession } from '../app/use-session.js';
import { useLocalized } from '../i18n/index.js';
import { ActionButton, useNarrow } from '../shared/index.js';

/** Brand, preferences and who is logged in; the sections come below. */
export function PortalHeader({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const { data: tenant } = useQuery(tenantQuery);
  return (
    <header className="portal-header">
      <div className="portal-inner">
        <div className="portal-bar">
          <Link className="brand" to="/">
            <img className="brand-mark" src="/favicon.svg" alt="" />
            <span className="brand-name">{t('app.name')}</span>
            {tenant ? <span>{text(tenant.label)}</span> : null}
          </Link>
          <Tools />
        </div>
        {children}
      </div>
    </header>
  );
}

/** In a row where there is room; on a telephone 长辈版 stands there and the rest unfolds. */
function Tools() {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const { person } = useSession();
  if (!narrow) {
    return (
      <div className="portal-tools">
        <ElderSwitch />
        <TypeTools />
        <WhoIsHere />
      </div>
    );
  }
  return (
    <div className="portal-tools">
      <ElderSwitch />
      {person ? <span>{person.name}</span> : <WhoIsHere />}
      <details className="portal-settings">
        <summary>{t('app.settings')}</summary>
        <div className="portal-tools">
          <TypeTools />
          {person ? <WhoIsHere /> : null}
        </div>
      </details>
    </div>
  );
}

function ElderSwitch() {
  const { t } = useTranslation();
  const { elder, size } = usePreferences();
  return (
    <ActionButton
      kind="link"
      aria-pressed={elder}
      onClick={() => changePreferences(elder ? { elder: false, size: 18 } : { elder: true, size: size < 24 ? 24 : size })}
    >
      {t('app.elder')}
    </ActionButton>
  );
}

function TypeTools() {
  const { t } = useTranslation();
  const { size, locale } = usePreferences();
  return (
    <>
      <label className="size-choice">
        {t('app.size')}{' '}
        <select className="input" value={size} onChange={(event) => changePreferences({ size: Number(event.target.value) as TextSize })}>
          {TEXT_SIZES.map((option) => (
            <option key={option} value={option}>
              {t('app.sizeOption', { size: option })}
            </option>
          ))}
        </select>
      </label>
      <ActionButton
        kind="link"
        lang={locale === 'en' ? 'zh-CN' : 'en'}
        onClick={() => changePreferences({ locale: locale === 'en' ? 'zh-CN' : 'en' })}
      >
        {t('app.language')}
      </ActionButton>
    </>
  );
}

function WhoIsHere() {
  const { t } = useTranslation();
  const { person } = useSession();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const logOut = useLogOut();
  if (!person) {
    return (
      <Link className="button-link" to="/login" state={{ from: pathname }}>
        {t('app.logIn')}
      </Link>
    );
  }
  const [organisation] = person.organisations;
  return (
    <>
      <span>
        {person.name}
        {organisation ? `${t('my.comma')}${t('app.forOrganisation', { name: organisation.name })}` : null}
      </span>
      <ActionButton kind="link" busy={logOut.isPending} onClick={() => logOut.mutate(undefined, { onSuccess: () => void navigate('/') })}>
        {t('app.logOut')}
      </ActionButton>
    </>
  );
}
