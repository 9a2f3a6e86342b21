import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../shared/index.js';
import { CaseSearch } from '../tasks/CaseSearch.js';

/** Where an auditor begins: a number, a name, an identity number. */
export function TraceSearchPage() {
  const { t } = useTranslation('staff');
  return (
    <div className="staff-page">
      <PageHeading>{t('trace.title')}</PageHeading>
      <p>{t('trace.intro')}</p>
      <CaseSearch to={(id) => `/trace/cases/${id}`} />
    </div>
  );
}
