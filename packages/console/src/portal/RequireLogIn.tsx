import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../app/use-session.js';
import { LogInForm } from '../app/LogInForm.js';
import { LoadingState, PageHeading } from '../shared/index.js';

/** Pages of a person: whoever is not logged in does so here and stays on the address. */
export function RequireLogIn({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { person, isPending } = useSession();
  if (isPending) return <LoadingState />;
  if (person) return children;
  return (
    <div className="page">
      <PageHeading>{t('states.needLogInTitle')}</PageHeading>
      <p>{t('states.needLogIn')}</p>
      <LogInForm onDone={() => undefined} />
    </div>
  );
}
