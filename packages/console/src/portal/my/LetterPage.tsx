import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { apiUrl, letterQuery } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, Icon, LoadingState, PageHeading, ProblemState, ReadAloud, sentenceDate } from '../../shared/index.js';
import { RequireLogIn } from '../RequireLogIn.js';
import { WhatWouldChange } from './WhatWouldChange.js';
import { LetterBlocks } from './LetterBlocks.js';

/** What was decided, and what can I do? A letter as it was issued, to read and to print. */
export function LetterPage() {
  return (
    <RequireLogIn>
      <Letter />
    </RequireLogIn>
  );
}

function Letter() {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  const { case: id = '', letter = '' } = useParams();
  const { data, error, refetch } = useQuery(letterQuery(id, letter));
  if (error) return <ProblemState error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingState lines={10} />;
  const view = data.letter;
  // Letters without a number of their own (notices) show none; the first heading of the text is the page's.
  const number = view.number ?? (view.status === 'numbering' ? t('letter.numbering') : undefined);
  const [first, ...rest] = data.blocks;
  return (
    <div className="page">
      <p className="no-print">
        <Link className="button-link" to={`/my/cases/${id}`}>
          <Icon name="back" />
          {t('letter.backToCase')}
        </Link>
      </p>
      <article className="letter card">
        <PageHeading>{text(first?.kind === 'heading' ? first.text : data.title)}</PageHeading>
        <p className="letter-head">
          {number ? `${number}${t('my.comma')}` : null}
          {sentenceDate(view.issuedOn, locale)}
        </p>
        <LetterBlocks blocks={first?.kind === 'heading' ? rest : data.blocks} />
        <p className="field-hint">
          {view.delivered
            ? t('letter.deliveredBy', {
                date: sentenceDate(view.delivered.on, locale),
                method: t(`letter.method.${view.delivered.method as 'hand'}`),
              })
            : view.delivery === 'required'
              ? t('letter.notDelivered')
              : null}
        </p>
      </article>
      <WhatWouldChange caseId={id} blocks={data.blocks} />
      <div className="actions">
        <ActionButton kind="primary" onClick={() => window.print()}>
          {t('letter.print')}
        </ActionButton>
        <a className="button" href={apiUrl(`/cases/${id}/letters/${letter}.pdf`, { lang: locale })} download>
          {t('sheet.pdf')}
        </a>
        <ReadAloud selector=".letter" />
      </div>
    </div>
  );
}
