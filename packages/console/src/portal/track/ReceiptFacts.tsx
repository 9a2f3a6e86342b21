import { QRCodeSVG } from 'qrcode.react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { groupNumber, sentenceDate } from '../../shared/index.js';
import { trackAddress } from './track-address.js';

export interface ReceiptFactsProps {
  readonly receipt: ReceiptView;
  /** What the number is called to whom filed. */
  readonly numberLabel: string;
  /** Absent on the receipt of whoever filed without an account. */
  readonly applicant?: string;
}

/** What a receipt says: number and tracking code, what, when, what comes next, whom to call, and a picture to scan. */
export function ReceiptFacts({ receipt, numberLabel, applicant }: ReceiptFactsProps) {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  const { number, trackingCode, contact } = receipt;
  return (
    <dl className="facts card">
      <Row label={numberLabel} figure>
        {number ? groupNumber(number) : t('my.numberComing')}
      </Row>
      <Row label={t('receipt.code')}>
        <strong className="receipt-code figure">{groupNumber(trackingCode)}</strong>
        <span className="field-hint"> {t('receipt.codeHint')}</span>
      </Row>
      <Row label={t('receipt.service')}>{text(receipt.service)}</Row>
      {applicant === undefined ? null : <Row label={t('receipt.applicant')}>{applicant}</Row>}
      <Row label={t('receipt.filedOn')}>{sentenceDate(receipt.filedOn, locale)}</Row>
      <Row label={t('receipt.next')}>{text(receipt.next)}</Row>
      <Row label={t('receipt.contact')}>
        {text(contact.office)} <a href={`tel:${contact.telephone}`}>{contact.telephone}</a>
      </Row>
      {number ? (
        <Row label={t('receipt.scan')}>
          <QRCodeSVG value={trackAddress(number, trackingCode)} size={132} marginSize={2} title={t('receipt.scanTitle')} />
        </Row>
      ) : null}
    </dl>
  );
}

function Row({ label, figure = false, children }: { readonly label: string; readonly figure?: boolean; readonly children: ReactNode }) {
  return (
    <div className="facts-row">
      <dt>{label}</dt>
      <dd className={figure ? 'receipt-number figure' : undefined}>{children}</dd>
    </div>
  );
}
