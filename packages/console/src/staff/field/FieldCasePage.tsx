import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { type ActionView, caseQuery, type CaseView, tenantQuery } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { EmptyState, groupNumber, LoadingState, PageHeading, ProblemState } from '../../shared/index.js';
import { useAct } from '../case/action/use-act.js';
import { SheetWalk } from '../sheet/SheetWalk.js';
import { sheetAction } from '../sheet/sheet-action.js';

/** What is the score? One form on a telephone at somebody's home; a network is needed only to open it and to submit. */
export function FieldCasePage() {
  const { t } = useTranslation('staff');
  const { case: id = '' } = useParams();
  const [params] = useSearchParams();
  const { data: view, error, refetch } = useQuery({ ...caseQuery(id), refetchOnWindowFocus: false, refetchOnReconnect: false });
  const { data: tenant } = useQuery(tenantQuery);
  if (error && !view) return <ProblemState error={error} retry={() => void refetch()} />;
  if (!view || !tenant) return <LoadingState lines={10} />;
  const step = params.get('step') ?? undefined;
  const action = sheetAction(view, { step });
  if (!action) {
    return (
      <div className="page">
        <PageHeading>{t('proc.field.title')}</PageHeading>
        <EmptyState>
          <p>{t('proc.sheet.notMine')}</p>
          <Link to="/field">{t('proc.field.title')}</Link>
        </EmptyState>
      </div>
    );
  }
  return <OpenField key={action.action} view={view} action={action} today={tenant.now.slice(0, 10)} />;
}

function OpenField({ view, action, today }: { readonly view: CaseView; readonly action: ActionView; readonly today: string }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const navigate = useNavigate();
  const done = () => void navigate('/field', { replace: true, state: { done: true } });
  const act = useAct({ view, intent: { kind: 'action', action }, today, done });
  return (
    <div className="page">
      <p className="behalf">
        <strong>{view.items[0]?.name ?? view.applicant.name}</strong>
        <span>
          {text(view.service.label)} {view.number ? <span className="figure">{groupNumber(view.number)}</span> : t('notYet')}
        </span>
      </p>
      <SheetWalk act={act} />
    </div>
  );
}
