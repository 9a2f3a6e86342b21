import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { apiUrl, letterQuery } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { LetterBlocks } from '../../portal/my/LetterBlocks.js';
import { ActionButton, LoadingState, PageHeading, ProblemState, sentenceDate } from '../../shared/index.js';
import { LetterState } from './parts/CaseLetters.js';

/** A letter as it was issued, ready for the printer. */
export function StaffLetterPage() {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const locale = useLocale();
  const { case: id = '', letter = '' } = useParams();
  const { data, error, refetch } = useQuery(letterQuery(id, letter));
  if (error) return <ProblemState error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingState lines={10} />;
  return (
    <div className="staff-page">
      <div className="staff-row staff-noprint">
        <Link to={`/console/cases/${id}`}>{t('print.letterBack')}</Link>
        <ActionButton kind="primary" onClick={() => window.print()}>
          {t('print.do')}
        </ActionButton>
        <a className="button" href={apiUrl(`/cases/${id}/letters/${letter}.pdf`, { lang: locale })} download>
          {t('print.pdf')}
        </a>
        {data.letter.delivery === 'required' ? (
          <Link to={`/console/cases/${id}/letters/${letter}/delivery-receipt`}>{t('print.deliveryReceipt', { letter: '' })}</Link>
        ) : null}
        <span>
          <LetterState letter={data.letter} />
        </span>
      </div>
      <article className="staff-sheet">
        <div className="page">
          <PageHeading>{text(data.title)}</PageHeading>
          <p>
            {data.letter.number ?? t('notYet')} {sentenceDate(data.letter.issuedOn, locale)}
          </p>
          <LetterBlocks blocks={data.blocks} />
        </div>
      </article>
    </div>
  );
}
