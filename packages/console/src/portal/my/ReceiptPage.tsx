import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { apiUrl, receiptQuery } from '../../api/index.js';
import { useLocale } from '../../i18n/index.js';
import { ActionButton, LoadingState, PageHeading, ProblemState } from '../../shared/index.js';
import { RequireLogIn } from '../RequireLogIn.js';
import { ReceiptFacts } from '../track/ReceiptFacts.js';

/** Did it arrive? The number, what comes next and by when, whom to call. Opens again from a bookmark. */
export function ReceiptPage() {
  return (
    <RequireLogIn>
      <Receipt />
    </RequireLogIn>
  );
}

function Receipt() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { case: id = '' } = useParams();
  const { data, error, refetch } = useQuery({ ...receiptQuery(id), refetchInterval: (query) => (query.state.data?.number ? false : 2000) });
  if (error) return <ProblemState error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  const people = data.items > 1 ? `${t('my.comma')}${t('my.people', { count: data.items })}` : '';
  return (
    <div className="page">
      <PageHeading>
        <span className="tone-text-granted" aria-hidden="true">
          ✓{' '}
        </span>
        {t('receipt.title')}
      </PageHeading>
      <ReceiptFacts receipt={data} numberLabel={t('receipt.number')} applicant={`${data.applicant}${people}`} />
      <div className="actions">
        <Link className="button button-primary" to={`/my/cases/${data.caseId}`}>
          {t('receipt.follow')}
        </Link>
        <ActionButton onClick={() => window.print()}>{t('receipt.print')}</ActionButton>
        <a className="button" href={apiUrl(`/cases/${data.caseId}/receipt.pdf`, { lang: locale })} download>
          {t('sheet.pdf')}
        </a>
      </div>
    </div>
  );
}
