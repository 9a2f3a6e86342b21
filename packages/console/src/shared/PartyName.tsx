import { useTranslation } from 'react-i18next';

/** Whom a case concerns; who gave no name is anonymous. */
export function PartyName({ party }: { readonly party: { readonly kind: string; readonly name: string } }) {
  const { t } = useTranslation();
  return <>{party.kind === 'anonymous' ? t('app.anonymous') : party.name}</>;
}
