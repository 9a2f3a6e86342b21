import { useQuery } from '@tanstack/react-query';
import { QRCodeSVG } from 'qrcode.react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { apiUrl, receiptQuery } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, groupNumber, LoadingState, PageHeading, ProblemState, sentenceDate } from '../../shared/index.js';
import { RequireLogIn } from '../RequireLogIn.js';
import { trackAddress } from '../track/track-address.js';

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
  const text = useLocalized();
  const locale = useLocale();
  const { case: id = '' } = useParams();
  const { data, error, refetch } = useQuery({ ...receiptQuery(id), refetchInterval: (query) => (query.state.data?.number ? false : 2000) });
  if (error) return <ProblemState error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  return (
    <div className="page">
      <PageHeading>
        <span className="tone-text-granted" aria-hidden="true">
          ✓{' '}
        </span>
        {t('receipt.title')}
      </PageHeading>
      <dl className="facts card">
        <div className="facts-row">
          <dt>{t('receipt.number')}</dt>
          <dd className="receipt-number figure">{data.number ? groupNumber(data.number) : t('my.numberComing')}</dd>
        </div>
        <div className="facts-row">
          <dt>{t('receipt.service')}</dt>
          <dd>{text(data.service)}</dd>
        </div>
        <div className="facts-row">
          <dt>{t('receipt.applicant')}</dt>
          <dd>
            {data.applicant}
            {data.items > 1 ? `${t('my.comma')}${t('my.people', { count: data.items })}` : null}
          </dd>
        </div>
        <div className="facts-row">
          <dt>{t('receipt.filedOn')}</dt>
          <dd>{sentenceDate(data.filedOn, locale)}</dd>
        </div>
        <div className="facts-row">
          <dt>{t('receipt.next')}</dt>
          <dd>{text(data.next)}</dd>
        </div>
        <div className="facts-row">
          <dt>{t('receipt.contact')}</dt>
          <dd>
            {text(data.contact.office)} <a href={`tel:${data.contact.telephone}`}>{data.contact.telephone}</a>
          </dd>
        </div>
        <div className="facts-row">
          <dt>{t('receipt.code')}</dt>
          <dd>
            <strong className="receipt-code figure">{groupNumber(data.trackingCode)}</strong>
            <span className="field-hint"> {t('receipt.codeHint')}</span>
          </dd>
        </div>
        {data.number ? (
          <div className="facts-row">
            <dt>{t('receipt.scan')}</dt>
            <dd>
              <QRCodeSVG value={trackAddress(data.number, data.trackingCode)} size={132} marginSize={2} title={t('receipt.scanTitle')} />
            </dd>
          </div>
        ) : null}
      </dl>
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
