import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { apiUrl } from '../../api/index.js';
import { useLocale } from '../../i18n/index.js';
import { ActionButton } from '../../shared/index.js';

export interface PrintBarProps {
  readonly caseId: string;
  /** Path of the document as PDF. */
  readonly pdf: string;
}

/** Above a document on screen: back, print, PDF. Never on paper. */
export function PrintBar({ caseId, pdf }: PrintBarProps) {
  const { t } = useTranslation('staff');
  const locale = useLocale();
  return (
    <div className="staff-row staff-noprint">
      <Link to={`/console/cases/${caseId}`}>{t('print.back')}</Link>
      <ActionButton kind="primary" onClick={() => window.print()}>
        {t('print.do')}
      </ActionButton>
      <a className="button" href={apiUrl(pdf, { lang: locale })} download>
        {t('print.pdf')}
      </a>
    </div>
  );
}
