import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../shared/index.js';

/** What do you need? */
export function HomePage() {
  const { t } = useTranslation();
  return <PageHeading>{t('app.name')}</PageHeading>;
}
