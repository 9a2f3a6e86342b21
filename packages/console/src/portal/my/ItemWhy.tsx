import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ItemView, whyQuery } from '../../api/index.js';
import { LoadingState, ProblemNote, WhyPanel } from '../../shared/index.js';

/** Why one row came out as it did, fetched when it is shown. */
export function ItemWhy({ caseId, item }: { readonly caseId: string; readonly item: ItemView }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(whyQuery(caseId, item.id));
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingState lines={3} />;
  const byPerson = item.status === 'refused' && data.status === 'ok';
  return (
    <>
      {byPerson ? <p>{item.reason ? t('why.byPersonFor', { reason: item.reason }) : t('why.byPerson')}</p> : null}
      <WhyPanel why={data} />
    </>
  );
}
