import { useQuery } from '@tanstack/react-query';
import { whyQuery } from '../../api/index.js';
import { LoadingState, ProblemNote, WhyPanel } from '../../shared/index.js';

/** Why one row came out as it did, fetched when it is shown. */
export function ItemWhy({ caseId, item }: { readonly caseId: string; readonly item: string }) {
  const { data, error, refetch } = useQuery(whyQuery(caseId, item));
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />;
  return data ? <WhyPanel why={data} /> : <LoadingState lines={3} />;
}
