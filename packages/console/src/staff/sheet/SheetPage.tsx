import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { type ActionView, caseQuery, type CaseView, tenantQuery } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { ActionButton, EmptyState, groupNumber, LoadingState, PageHeading, ProblemState } from '../../shared/index.js';
import { ActNotes, ActSheet } from '../case/action/ActNotes.js';
import { PanelForm } from '../case/action/PanelForm.js';
import { type Act, useAct } from '../case/action/use-act.js';
import { FormAnswers } from '../case/parts/FormAnswers.js';
import { useNarrow } from '../layout/use-narrow.js';
import { Signature } from './SheetCheck.js';
import { SheetWalk } from './SheetWalk.js';
import { sheetAction } from './sheet-action.js';

/** The form of an action on a page of its own: wide beside what the case says, narrow page by page. */
export function SheetPage() {
  const { t } = useTranslation('staff');
  const { case: id = '', step = '' } = useParams();
  const [params] = useSearchParams();
  const { data: view, error, refetch } = useQuery({ ...caseQuery(id), refetchOnWindowFocus: false });
  const { data: tenant } = useQuery(tenantQuery);
  if (error && !view) return <ProblemState error={error} retry={() => void refetch()} />;
  if (!view || !tenant) return <LoadingState lines={12} />;
  const action = sheetAction(view, { step, action: params.get('action') ?? undefined });
  if (!action) {
    return (
      <div className="staff-page">
        <PageHeading>{t('proc.sheet.title')}</PageHeading>
        <EmptyState>
          <p>{t('proc.sheet.notMine')}</p>
          <Link to={`/console/cases/${id}`}>{t('proc.sheet.back')}</Link>
        </EmptyState>
      </div>
    );
  }
  return <OpenSheet key={`${step} ${action.action}`} view={view} action={action} today={tenant.now.slice(0, 10)} />;
}

function OpenSheet({ view, action, today }: { readonly view: CaseView; readonly action: ActionView; readonly today: string }) {
  const { t } = useTranslation('staff');
  const narrow = useNarrow();
  const navigate = useNavigate();
  const act = useAct({ view, intent: { kind: 'action', action }, today, done: () => void navigate(`/console/cases/${view.id}`) });
  return (
    <div className="staff-page">
      <div className="staff-row">
        <Link to={`/console/cases/${view.id}`}>‹ {t('proc.sheet.back')}</Link>
        <span>
          <strong>{view.items[0]?.name ?? view.applicant.name}</strong> {view.number ? groupNumber(view.number) : t('notYet')}
        </span>
      </div>
      {narrow ? <SheetWalk act={act} /> : <WideSheet act={act} />}
    </div>
  );
}

function WideSheet({ act }: { readonly act: Act }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const { form, judged } = act;
  const seat = judged.intent.kind === 'action' && judged.intent.action.seat !== undefined;
  return (
    <>
      <PageHeading>{form.sheet ? text(form.sheet.form.label) : t('proc.sheet.title')}</PageHeading>
      <div className="staff-case">
        <div className="staff-case-main">
          <ActNotes act={act} />
          <section className="staff-card sheet-dense" aria-label={t('proc.sheet.title')}>
            <ActSheet act={act} />
          </section>
          <section className="staff-card" aria-labelledby="sheet-extra">
            <h2 id="sheet-extra">{t('proc.sheet.extra')}</h2>
            <PanelForm judged={judged} clauses={act.clauses} change={act.change} error={act.error} />
            {seat ? (
              <Signature act={act} />
            ) : (
              <div className="staff-row">
                <ActionButton kind="primary" busy={act.sending.busy} unavailable={act.shut} onClick={act.confirm}>
                  {act.verb}
                </ActionButton>
              </div>
            )}
            <p className="staff-muted">{t('proc.sheet.saved')}</p>
          </section>
        </div>
        <aside className="staff-aside" aria-label={t('proc.sheet.contents')} tabIndex={0}>
          <FormAnswers view={judged.view} />
        </aside>
      </div>
    </>
  );
}
