import { QuestionPage } from '@careway/form-react';
import { validateSubmission } from '@careway/forms';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, ErrorSummary, Icon, PageHeading, ReadAloud } from '../../shared/index.js';
import { type Answering, answeringOptions, type DraftContext, questionPages, useDraftContext } from './draft-context.js';
import { issuesOn, summaryLines } from './issues.js';
import { useFileAdapter, useTableAdapter } from './use-adapters.js';
import { useEstimates } from './use-estimates.js';

/** One group of questions. Checked on "continue", never while typing; leaving saves. */
export function QuestionsPage() {
  const context = useDraftContext();
  const { page: wanted } = useParams();
  const pages = questionPages(context);
  const index = pages.findIndex(({ id }) => id === (wanted ?? context.draft.page));
  const first = pages[0];
  if (index < 0) return first ? <Navigate to={`/apply/drafts/${context.draft.id}/${first.id}`} replace /> : null;
  return <Questions key={pages[index]?.id} context={context} index={index} />;
}

function Questions({ context, index }: { readonly context: DraftContext; readonly index: number }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { draft, form, service, saver, state, today } = context;
  const pages = questionPages(context);
  const page = pages[index] as (typeof pages)[number];
  // What was found on "continue" stands until the next one: nothing changes under the hands of somebody typing.
  const [issues, setIssues] = useState(() => (search.get('return') === 'check' ? currentIssues(context, page.fields) : NO_ISSUES));
  // Once nothing is left to mend the summary goes, and only then.
  const mended = useMemo(
    () => issues.length > 0 && currentIssues({ form, service, today, state }, page.fields).length === 0,
    [issues, form, service, today, state, page.fields],
  );
  if (mended) setIssues(NO_ISSUES);
  const back = index > 0 ? `/apply/drafts/${draft.id}/${pages[index - 1]?.id}` : `/services/${draft.service}`;
  useEffect(() => saver.visit(page.id), [saver, page.id]);

  const hasTable = page.fields.some((id) => form.fields.find((field) => field.id === id)?.widget === 'table');
  const lines = useMemo(() => summaryLines(issues, locale, (count) => t('apply.moreIssues', { count })), [issues, locale, t]);
  const heading = useCallback((content: ReactNode) => <PageHeading>{content}</PageHeading>, []);
  const files = useFileAdapter({ draft: draft.id });
  const sources = useKnownSources(context);

  const submit = () => {
    const wrong = currentIssues({ ...context, state: saver.current() }, page.fields);
    setIssues(wrong);
    if (wrong.length > 0) return;
    void saver.flush();
    const next = questionPages({ ...context, state: saver.current() })[index + 1];
    void navigate(search.get('return') === 'check' || !next ? `/apply/drafts/${draft.id}/check` : `/apply/drafts/${draft.id}/${next.id}`);
  };
  const shared = {
    context,
    page: page.fields,
    intro: page.help ? text(page.help) : undefined,
    issues,
    heading,
    files,
    sources,
    onSubmit: submit,
  };
  return (
    <>
      <p className="step-line">
        <Link className="button-link" to={back} onClick={() => void saver.flush()}>
          <Icon name="back" />
          {t('app.back')}
        </Link>
        <span>{t('apply.step', { step: index + 1, total: pages.length + 1 })}</span>
        <ReadAloud selector={QUESTION} />
      </p>
      <ErrorSummary lines={lines} />
      {page.fields.length > 1 ? <PageHeading>{text(page.label)}</PageHeading> : null}
      {page.help && page.fields.length > 1 ? <p className="prose">{text(page.help)}</p> : null}
      {hasTable ? <EstimatedQuestions {...shared} /> : <PlainQuestions {...shared} />}
    </>
  );
}

interface QuestionsProps {
  readonly context: DraftContext;
  readonly page: readonly string[];
  readonly intro: string | undefined;
  readonly issues: ReturnType<typeof currentIssues>;
  readonly heading: (content: ReactNode) => ReactNode;
  readonly files: ReturnType<typeof useFileAdapter>;
  readonly sources: ReturnType<typeof useKnownSources>;
  readonly onSubmit: () => void;
}

const NO_ESTIMATES = {};
/** What a voice reads of a page of questions: words, not answers or rows of a table. */
const QUESTION = '#main h1, #main .prose, .field-label, .field-intro, .field-why, .field-hint, .field-source, .field-error, .choice, .note';
const NO_ISSUES: ReturnType<typeof currentIssues> = [];

function PlainQuestions(props: QuestionsProps) {
  return <QuestionForm {...props} estimates={NO_ESTIMATES} />;
}

function EstimatedQuestions(props: QuestionsProps) {
  const { notes, total, estimating } = useEstimates(props.context);
  return <QuestionForm {...props} estimates={{ notes, total, estimating }} />;
}

function QuestionForm({
  context,
  page,
  intro,
  issues,
  heading,
  files,
  sources,
  onSubmit,
  estimates,
}: QuestionsProps & { readonly estimates: Parameters<typeof useTableAdapter>[2] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const navigate = useNavigate();
  const { draft, service, form, state, saver, today } = context;
  const table = useTableAdapter(draft.id, service.formHash, estimates);
  return (
    <QuestionPage
      id="questions"
      form={form}
      fields={page}
      answers={state.answers}
      issues={issues}
      locale={locale}
      today={today}
      heading={heading}
      intro={intro}
      sources={sources}
      files={files}
      table={table}
      rules={service.formRules}
      onChange={(answers) => saver.change(answers)}
      onLeaveField={() => void saver.flush()}
      onSubmit={onSubmit}
    >
      <div className="actions">
        <ActionButton kind="primary" type="submit">
          {t('apply.continue')}
        </ActionButton>
        <ActionButton kind="link" onClick={() => void saver.flush().then(() => navigate('/my'))}>
          {t('apply.saveAndLeave')}
        </ActionButton>
      </div>
    </QuestionPage>
  );
}

function currentIssues(context: Answering, fields: readonly string[]) {
  const result = validateSubmission(context.form, context.state.answers, answeringOptions(context));
  return result.ok ? [] : issuesOn(result.issues, fields);
}

/** Sources of the answers that still are what was known beforehand. */
function useKnownSources({ prefill, state }: DraftContext) {
  return useMemo(
    () =>
      Object.fromEntries(
        Object.entries(prefill).flatMap(([field, known]) => (state.answers[field] === known.value ? [[field, known.source]] : [])),
      ),
    [prefill, state.answers],
  );
}
