import type { Issue } from '@careway/definition';
import { QuestionPage } from '@careway/form-react';
import { visibleFields } from '@careway/forms';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ActionView, ApiProblem, tenantQuery } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, ErrorSummary, LoadingState, ProblemNote, type SummaryLine } from '../../shared/index.js';
import { NO_FILES } from '../../sheet/no-files.js';
import { NO_TABLES } from '../../sheet/no-tables.js';
import type { Answers } from '../../sheet/sheet-backup.js';
import { type ActionSheet, answerIssues, sheetIssues, useActionForm } from '../../sheet/use-sheet.js';
import { summaryLines } from '../apply/issues.js';
import type { TrackedAnswer } from './TrackedActions.js';

interface TrackedActionFormProps {
  readonly action: ActionView;
  readonly send: (answer: TrackedAnswer) => void;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly close: () => void;
}

const NONE: readonly Issue[] = [];

/** Its questions, why, the button. Files need an account and are not asked. */
export function TrackedActionForm({ action, send, busy, error, close }: TrackedActionFormProps) {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  const today = useQuery(tenantQuery).data?.now.slice(0, 10) ?? '';
  const { sheet, error: unread, refetch } = useActionForm(action.form?.hash);
  const [answers, setAnswers] = useState<Answers>({});
  const [reason, setReason] = useState('');
  const [found, setFound] = useState<{ readonly issues: readonly Issue[]; readonly missing: readonly SummaryLine[] }>({
    issues: NONE,
    missing: [],
  });
  const problem = error instanceof ApiProblem ? error : undefined;
  const refused = useMemo(() => answerIssues(problem?.issues ?? NONE), [problem]);
  const lines = useMemo(
    () => [...found.missing, ...summaryLines([...found.issues, ...refused], locale, (count) => t('apply.moreIssues', { count }))],
    [found, refused, locale, t],
  );
  if (action.form && !sheet) return unread ? <ProblemNote error={unread} retry={refetch} /> : <LoadingState lines={3} />;
  const wantsReason = action.requires.includes('reason');
  const submit = () => {
    const issues = sheet ? sheetIssues(sheet, answers, today) : NONE;
    const missing = wantsReason && reason.trim() === '' ? [{ target: 'tracked-reason', message: t('own.reasonMissing') }] : [];
    setFound({ issues, missing });
    if (issues.length + missing.length > 0) return;
    send({ action, ...(wantsReason ? { reason: reason.trim() } : {}), ...(sheet ? { answers } : {}) });
  };
  const buttons = (
    <>
      {wantsReason ? <ReasonField reason={reason} change={setReason} /> : null}
      {error && refused.length === 0 ? <ProblemNote error={error} retry={submit} /> : null}
      <div className="actions">
        <ActionButton kind="primary" type="submit" busy={busy}>
          {text(action.label)}
        </ActionButton>
        <ActionButton onClick={close}>{t('tracked.cancel')}</ActionButton>
      </div>
    </>
  );
  return (
    <div className="page">
      <ErrorSummary lines={lines} />
      {sheet ? (
        <Questions
          sheet={sheet}
          answers={answers}
          issues={[...found.issues, ...refused]}
          today={today}
          change={(next) => setAnswers({ ...answers, ...next })}
          submit={submit}
        >
          {buttons}
        </Questions>
      ) : (
        <form
          className="page"
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            submit();
          }}
        >
          {buttons}
        </form>
      )}
    </div>
  );
}

interface QuestionsProps {
  readonly sheet: ActionSheet;
  readonly answers: Answers;
  readonly issues: readonly Issue[];
  readonly today: string;
  readonly change: (answers: Answers) => void;
  readonly submit: () => void;
  readonly children: ReactNode;
}

function Questions({ sheet: { form, rules }, answers, issues, today, change, submit, children }: QuestionsProps) {
  const locale = useLocale();
  const visible = new Set(visibleFields(form, answers));
  const asked = form.fields.filter(({ id, widget }) => visible.has(id) && widget !== 'files').map(({ id }) => id);
  return (
    <QuestionPage
      id="tracked"
      form={form}
      fields={asked}
      answers={answers}
      issues={issues}
      locale={locale}
      today={today}
      heading={asHeading}
      files={NO_FILES}
      table={NO_TABLES}
      rules={rules}
      onChange={change}
      onSubmit={submit}
    >
      {children}
    </QuestionPage>
  );
}

function asHeading(content: ReactNode): ReactNode {
  return <h4>{content}</h4>;
}

function ReasonField({ reason, change }: { readonly reason: string; readonly change: (reason: string) => void }) {
  const { t } = useTranslation();
  return (
    <div className="field">
      <label className="field-label" htmlFor="tracked-reason">
        {t('own.reason')}
      </label>
      <p className="field-hint" id="tracked-reason-hint">
        {t('own.reasonHint')}
      </p>
      <textarea
        className="input"
        id="tracked-reason"
        rows={4}
        aria-describedby="tracked-reason-hint"
        value={reason}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  );
}
