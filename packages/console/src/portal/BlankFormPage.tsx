import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { apiUrl, blankFormQuery } from '../api/index.js';
import { useLocale } from '../i18n/index.js';
import { ActionButton, LoadingState, PrintSheet, ProblemState } from '../shared/index.js';

/** The paper version of a form, for whoever would rather write by hand. */
export function BlankFormPage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { form = '' } = useParams();
  const { data, error, refetch } = useQuery(blankFormQuery(form));
  if (error) return <ProblemState error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingState lines={12} />;
  return (
    <>
      <div className="actions no-print">
        <ActionButton kind="primary" onClick={() => window.print()}>
          {t('sheet.print')}
        </ActionButton>
        <a className="button" href={apiUrl(`/forms/${form}.pdf`, { lang: locale })} download>
          {t('sheet.pdf')}
        </a>
      </div>
      <PrintSheet sheet={data} />
    </>
  );
}
