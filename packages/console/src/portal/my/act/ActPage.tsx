import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { type ActionView, caseQuery, type CaseView, tenantQuery } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import {
  ActionButton,
  EmptyState,
  groupNumber,
  Icon,
  LoadingState,
  PageHeading,
  ProblemNote,
  ProblemState,
} from '../../../shared/index.js';
import { FormWalk } from '../../../sheet/FormWalk.js';
import { SheetFields } from '../../../sheet/SheetFields.js';
import { useFileAdapter } from '../../apply/use-adapters.js';
import { RequireLogIn } from '../../RequireLogIn.js';
import { BehalfLine } from '../BehalfLine.js';
import { ownActions } from '../own-actions.js';
import { ActCheck } from './ActCheck.js';
import { ActExtras } from './ActExtras.js';
import { ActNotes } from './ActNotes.js';
import { type OwnAct, useOwnAct } from './use-own-act.js';

/** One thing that a party does itself: a statement, an objection, an answer whether it is satisfied. */
export function ActPage() {
  return (
    <RequireLogIn>
      <Load />
    </RequireLogIn>
  );
}

function Load() {
  const { t } = useTranslation();
  const { case: id = '', step = '', action: wanted = '' } = useParams();
  const { data: view, error, refetch } = useQuery({ ...caseQuery(id), refetchOnWindowFocus: false });
  const { data: tenant } = useQuery(tenantQuery);
  if (error) return <ProblemState error={error} retry={() => void refetch()} />;
  if (!view || !tenant) return <LoadingState lines={8} />;
  const action = ownActions(view).find((known) => known.step === step && known.action === wanted);
  if (action?.available) return <Open key={`${step} ${wanted}`} view={view} action={action} today={tenant.now.slice(0, 10)} />;
  return <Gone caseId={id} action={action} title={t('own.goneTitle')} />;
}

function Gone({ caseId, action, title }: { readonly caseId: string; readonly action: ActionView | undefined; readonly title: string }) {
  const { t } = useTranslation();
  const text = useLocalized();
  return (
    <div className="page">
      <PageHeading>{title}</PageHeading>
      <EmptyState>
        <p>{text(action?.refusal?.message) || t('own.gone')}</p>
        <Link to={`/my/cases/${caseId}`}>{t('letter.backToCase')}</Link>
      </EmptyState>
    </div>
  );
}

function Open({ view, action, today }: { readonly view: CaseView; readonly action: ActionView; readonly today: string }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const navigate = useNavigate();
  const done = () => void navigate(`/my/cases/${view.id}`, { replace: true, state: { done: text(action.label) } });
  const act = useOwnAct({ view, action, today, done });
  return (
    <div className="page">
      <p className="no-print">
        <Link className="button-link" to={`/my/cases/${view.id}`}>
          <Icon name="back" />
          {t('letter.backToCase')}
        </Link>
      </p>
      <BehalfLine
        view={view}
        what={
          <>
            {text(view.service.label)} {view.number ? <span className="figure">{groupNumber(view.number)}</span> : null}
          </>
        }
      />
      <ActBody view={view} action={action} act={act} today={today} />
    </div>
  );
}

interface ActBodyProps {
  readonly view: CaseView;
  readonly action: ActionView;
  readonly act: OwnAct;
  readonly today: string;
}

function ActBody({ view, action, act, today }: ActBodyProps) {
  const text = useLocalized();
  const files = useFileAdapter({ case: view.id });
  const { sheet } = act;
  if (action.form && !sheet) return act.unread ? <ProblemNote error={act.unread} retry={act.refetch} /> : <LoadingState lines={6} />;
  if (sheet && sheet.form.pages.length > 1) {
    return (
      <FormWalk
        sheet={sheet}
        answers={act.answers}
        today={today}
        files={files}
        onChange={act.change}
        check={(walk) => <ActCheck caseId={view.id} action={action} act={act} walk={walk} />}
      />
    );
  }
  return (
    <>
      <PageHeading>{text(action.label)}</PageHeading>
      <ActNotes act={act} />
      {sheet ? (
        <SheetFields
          sheet={sheet}
          caseId={view.id}
          answers={act.answers}
          issues={act.issues}
          today={today}
          onChange={act.change}
          onSubmit={act.submit}
        />
      ) : null}
      <ActExtras caseId={view.id} act={act} />
      <div className="actions">
        <ActionButton kind="primary" busy={act.busy} onClick={act.submit}>
          {text(action.label)}
        </ActionButton>
      </div>
    </>
  );
}
