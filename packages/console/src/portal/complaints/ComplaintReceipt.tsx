import { QRCodeSVG } from 'qrcode.react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReceiptView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, groupNumber, PageHeading, sentenceDate } from '../../shared/index.js';
import { trackAddress, trackPath } from '../track/track-address.js';

/** Did it arrive? Number and code are all that whoever complained without an account comes back with. */
export function ComplaintReceipt({ receipt, again }: { readonly receipt: ReceiptView; readonly again: () => void }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  const { number, trackingCode } = receipt;
  return (
    <div className="page">
      <PageHeading>
        <span className="tone-text-granted" aria-hidden="true">
          ✓{' '}
        </span>
        {t('complaint.received')}
      </PageHeading>
      <p className="note tone-warning">
        <span aria-hidden="true">◆ </span>
        {t('complaint.receiptKeep')}
      </p>
      <dl className="facts card">
        <div className="facts-row">
          <dt>{t('complaint.receiptNumber')}</dt>
          <dd className="receipt-number figure">{number ? groupNumber(number) : t('my.numberComing')}</dd>
        </div>
        <div className="facts-row">
          <dt>{t('receipt.code')}</dt>
          <dd>
            <strong className="receipt-code figure">{groupNumber(trackingCode)}</strong>
            <span className="field-hint"> {t('receipt.codeHint')}</span>
          </dd>
        </div>
        <div className="facts-row">
          <dt>{t('receipt.service')}</dt>
          <dd>{text(receipt.service)}</dd>
        </div>
        <div className="facts-row">
          <dt>{t('receipt.filedOn')}</dt>
          <dd>{sentenceDate(receipt.filedOn, locale)}</dd>
        </div>
        <div className="facts-row">
          <dt>{t('receipt.next')}</dt>
          <dd>{text(receipt.next)}</dd>
        </div>
        <div className="facts-row">
          <dt>{t('receipt.contact')}</dt>
          <dd>
            {text(receipt.contact.office)} <a href={`tel:${receipt.contact.telephone}`}>{receipt.contact.telephone}</a>
          </dd>
        </div>
        {number ? (
          <div className="facts-row">
            <dt>{t('receipt.scan')}</dt>
            <dd>
              <QRCodeSVG value={trackAddress(number, trackingCode)} size={132} marginSize={2} title={t('receipt.scanTitle')} />
            </dd>
          </div>
        ) : null}
      </dl>
      <div className="actions">
        <ActionButton kind="primary" onClick={() => window.print()}>
          {t('receipt.print')}
        </ActionButton>
        <Link className="button" to={trackPath(number ?? '', trackingCode)}>
          {t('complaint.receiptTrack')}
        </Link>
        <ActionButton onClick={again}>{t('complaint.receiptAgain')}</ActionButton>
      </div>
    </div>
  );
}
