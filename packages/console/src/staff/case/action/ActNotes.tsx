import { useTranslation } from 'react-i18next';
import { useLocalized } from '../../../i18n/index.js';
import { SheetFields } from '../../../sheet/SheetFields.js';
import { ActionButton, ErrorSummary, LoadingState, ProblemNote } from '../../../shared/index.js';
import type { Act } from './use-act.js';

/** What stands above an act: that somebody was faster, what must be mended, what the server refused. */
export function ActNotes({ act }: { readonly act: Act }) {
  const { stale, look, error } = act.sending;
  return (
    <>
      {stale ? <Stale since={stale.problem.since ?? stale.problem.detail} seen={stale.seen} look={() => void look()} /> : null}
      <ErrorSummary lines={act.lines} />
      {error ? <ProblemNote error={error} /> : null}
    </>
  );
}

function Stale({
  since,
  seen,
  look,
}: {
  readonly since: Parameters<ReturnType<typeof useLocalized>>[0];
  readonly seen: boolean;
  readonly look: () => void;
}) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  return (
    <div className="note tone-warning" role="alert">
      <p className="note-title">◆ {t('panel.staleTitle')}</p>
      <p>{text(since)}</p>
      <p>{t('panel.staleKept')}</p>
      {seen ? null : <ActionButton onClick={look}>{t('panel.staleShow')}</ActionButton>}
    </div>
  );
}

/** The form of the action, whole or some of its pages. */
export function ActSheet({ act, pages }: { readonly act: Act; readonly pages?: readonly string[] }) {
  const { form, judged } = act;
  if (form.error) return <ProblemNote error={form.error} retry={form.refetch} />;
  if (!form.sheet) return <LoadingState lines={6} />;
  return (
    <SheetFields
      sheet={form.sheet}
      caseId={judged.view.id}
      answers={form.answers}
      issues={act.sheetIssues}
      today={judged.today}
      {...(pages ? { pages } : {})}
      onChange={form.change}
      onSubmit={act.confirm}
    />
  );
}
