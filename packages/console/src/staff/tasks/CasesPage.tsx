import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../shared/index.js';
import { CaseSearch } from './CaseSearch.js';

/** Finds cases of one's own area, whoever handles them. */
export function CasesPage() {
  const { t } = useTranslation('staff');
  return (
    <div className="staff-page">
      <PageHeading>{t('cases.title')}</PageHeading>
      <p>{t('cases.intro')}</p>
      <CaseSearch to={(id) => `/console/cases/${id}`} />
    </div>
  );
}
