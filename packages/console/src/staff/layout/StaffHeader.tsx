import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { tenantQuery } from '../../api/index.js';
import { changePreferences, usePreferences } from '../../app/preferences.js';
import { useLogOut, useSession } from '../../app/use-session.js';
import { useLocalized } from '../../i18n/index.js';
import { ActionButton } from '../../shared/index.js';

/** One line: product, tenant, who works here and in which post, language, log out. */
export function StaffHeader() {
  const { t } = useTranslation();
  const { t: staff } = useTranslation('staff');
  const text = useLocalized();
  const { locale } = usePreferences();
  const { data: tenant } = useQuery(tenantQuery);
  const { person } = useSession();
  const logOut = useLogOut();
  const navigate = useNavigate();
  const [post] = person?.roles ?? [];
  return (
    <header className="staff-header">
      <Link className="brand" to="/console">
        <img className="brand-mark" src="/favicon.svg" alt="" />
        {t('app.name')}
        {tenant ? <span>{text(tenant.label)}</span> : null}
      </Link>
      <Link className="button-link" to="/">
        {staff('layout.portal')}
      </Link>
      {person ? (
        <span className="staff-who">
          {person.name}
          {post ? staff('trace.as', { post: `${text(post.areaLabel)}${staff('comma')}${text(post.label)}` }) : null}
        </span>
      ) : (
        <span className="staff-who" />
      )}
      <ActionButton
        kind="link"
        lang={locale === 'en' ? 'zh-CN' : 'en'}
        onClick={() => changePreferences({ locale: locale === 'en' ? 'zh-CN' : 'en' })}
      >
        {t('app.language')}
      </ActionButton>
      {person ? (
        <ActionButton kind="link" busy={logOut.isPending} onClick={() => logOut.mutate(undefined, { onSuccess: () => void navigate('/') })}>
          {t('app.logOut')}
        </ActionButton>
      ) : null}
    </header>
  );
}
