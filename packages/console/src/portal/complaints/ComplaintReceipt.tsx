import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReceiptView } from '../../api/index.js';
import { ActionButton, PageHeading } from '../../shared/index.js';
import { ReceiptFacts } from '../track/ReceiptFacts.js';
import { trackPath } from '../track/track-address.js';

/** Did it arrive? Number and code are all that whoever complained without an account comes back with. */
export function ComplaintReceipt({ receipt, again }: { readonly receipt: ReceiptView; readonly again: () => void }) {
  const { t } = useTranslation();
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
      <ReceiptFacts receipt={receipt} numberLabel={t('complaint.receiptNumber')} />
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
