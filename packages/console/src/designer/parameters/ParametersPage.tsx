import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { ProposalView } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { LoadingState, NotFoundState, PageHeading, ProblemState } from '../../shared/index.js';
import { packsQuery, parametersQuery, proposalQuery, proposalsQuery } from '../api/designer-queries.js';
import { ParametersEditor } from './ParametersEditor.js';

/** Rates, day counts and thresholds of an area in the policy's wording, to be changed in a draft. */
export function ParametersPage() {
  const { pack = '' } = useParams();
  const [params] = useSearchParams();
  const packs = useQuery(packsQuery);
  const proposals = useQuery({ ...proposalsQuery, refetchOnMount: 'always', refetchOnWindowFocus: false });
  const failed = packs.error ?? proposals.error;
  if (failed) return <ProblemState error={failed} retry={() => void packs.refetch()} />;
  // A draft is typed into from what the server has now, never from what was remembered.
  if (!packs.data || !proposals.data || !proposals.isFetchedAfterMount) return <LoadingState lines={10} />;
  const named = params.get('area');
  const place = packs.data.find((known) => known.pack === pack && (named === null || known.area === named));
  if (!place) return <NotFoundState />;
  const draft = proposals.data.find(({ status, mine, area }) => status === 'draft' && mine && area === place.area);
  return draft ? (
    <WithDraft key={draft.id} area={place.area} id={draft.id} />
  ) : (
    <Loaded key={place.area} area={place.area} proposal={undefined} />
  );
}

function WithDraft({ area, id }: { readonly area: string; readonly id: string }) {
  const { data, error, refetch, isFetchedAfterMount } = useQuery({
    ...proposalQuery(id),
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
  });
  if (error) return <ProblemState error={error} retry={() => void refetch()} />;
  if (!data || !isFetchedAfterMount) return <LoadingState lines={10} />;
  return <Loaded area={area} proposal={data} />;
}

function Loaded({ area, proposal }: { readonly area: string; readonly proposal: ProposalView | undefined }) {
  const { t } = useTranslation('designer');
  const text = useLocalized();
  const { data, error, refetch } = useQuery(parametersQuery(area, proposal?.effectiveFrom ?? ''));
  if (error) return <ProblemState error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingState lines={10} />;
  return (
    <div className="staff-page">
      <p>
        <Link to="/designer">‹ {t('parameters.back')}</Link>
      </p>
      <PageHeading>{t('parameters.title', { area: text(data.areaLabel) })}</PageHeading>
      {data.notice ? <p className="staff-muted">◆ {text(data.notice)}</p> : null}
      <ParametersEditor view={data} proposal={proposal} />
    </div>
  );
}
