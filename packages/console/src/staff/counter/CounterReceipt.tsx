import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type ReceiptView, receiptQuery } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, groupNumber, PageHeading, sentenceDate } from '../../shared/index.js';

/** The receipt to hand over: number, code, what comes next, whom to call. */
export function CounterReceipt({ receipt }: { readonly receipt: ReceiptView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const locale = useLocale();
  const { data = receipt } = useQuery({
    ...receiptQuery(receipt.caseId),
    refetchInterval: (query) => (query.state.data?.number ? false : 2000),
  });
  return (
    <div className="staff-page">
      <div className="staff-row staff-noprint">
        <ActionButton kind="primary" onClick={() => window.print()}>
          {t('counter.receiptPrint')}
        </ActionButton>
        <Link to={`/console/cases/${receipt.caseId}`}>{t('counter.openCase')}</Link>
        <Link to="/console/counter">{t('counter.another')}</Link>
      </div>
      <article className="staff-sheet">
        <PageHeading>{t('counter.receiptTitle')}</PageHeading>
        <dl className="staff-pairs">
          <dt>{t('counter.receiptNumber')}</dt>
          <dd className="figure">{data.number ? groupNumber(data.number) : t('notYet')}</dd>
          <dt>{t('counter.receiptCode')}</dt>
          <dd className="figure">{groupNumber(data.trackingCode)}</dd>
          <dt>{t('tasks.columns.service')}</dt>
          <dd>{text(data.service)}</dd>
          <dt>{t('case.whose')}</dt>
          <dd>
            {data.applicant}
            {data.items > 1 ? `${t('comma')}${t('tasks.rowsOf', { count: data.items })}` : null}
          </dd>
          <dt>{t('counter.filedOn')}</dt>
          <dd>{sentenceDate(data.filedOn, locale)}</dd>
          <dt>{t('counter.receiptNext')}</dt>
          <dd>{text(data.next)}</dd>
          <dt>{t('counter.receiptContact')}</dt>
          <dd>
            {text(data.contact.office)} {data.contact.telephone}
          </dd>
        </dl>
      </article>
    </div>
  );
}
