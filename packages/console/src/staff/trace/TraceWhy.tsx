import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CaseView, type ItemView, whyQuery } from '../../api/index.js';
import { formatMoney, LoadingState, ProblemNote } from '../../shared/index.js';
import { WhyBody } from '../case/WhyPanel.js';

/** From a row to the matched rows of the tables and on to the words of the clause. */
export function TraceWhy({ view, item }: { readonly view: CaseView; readonly item: ItemView }) {
  const { t } = useTranslation('staff');
  const { data, error, refetch } = useQuery(whyQuery(view.id, item.id));
  return (
    <section className="staff-card" aria-labelledby="trace-why">
      <h2 id="trace-why">{view.pays ? t('trace.whyOf', { row: item.row, amount: formatMoney(item.amount) }) : t('proc.whyResult')}</h2>
      {error ? <ProblemNote error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingState lines={4} /> : null}
      {data ? <WhyBody why={data} item={item} /> : null}
    </section>
  );
}
