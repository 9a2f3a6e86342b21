import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { LogInForm } from '../../app/LogInForm.js';
import { useSession } from '../../app/use-session.js';
import { PageHeading } from '../../shared/index.js';

/** Log in, then back to where one came from. */
export function LoginPage() {
  const { t } = useTranslation();
  const { person } = useSession();
  const navigate = useNavigate();
  const { state } = useLocation() as { state: { from?: string } | null };
  const go = () => void navigate(state?.from ?? '/my', { replace: true });
  return (
    <div className="page">
      <PageHeading>{t('session.title')}</PageHeading>
      {person ? <p>{t('session.already', { name: person.name })}</p> : null}
      <LogInForm onDone={go} />
    </div>
  );
}
