import type { Issue } from '@careway/definition';
import { QuestionPage } from '@careway/form-react';
import { validateSubmission } from '@careway/forms';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiProblem } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, ErrorSummary, Icon, PageHeading, ProblemNote } from '../../shared/index.js';
import { AnswerRows } from './AnswerRows.js';
import { answeringOptions, consentFields, type DraftContext, questionPages, useDraftContext } from './draft-context.js';
import { EstimateLine } from './EstimateLine.js';
import { issuesOn, summaryLines } from './issues.js';
import { RosterEstimate } from './RosterEstimate.js';
import { useFileAdapter, useTableAdapter } from './use-adapters.js';
import { useEstimates } from './use-estimates.js';
import { useSubmit } from './use-submit.js';

/** Is all this right? Every answer with a way to change it, the estimate, then the declaration and the button. */
export function CheckPage() {
  const context = useDraftContext();
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  const { draft, form, service, state, today } = context;
  const pages = questionPages(context);
  const consents = consentFields(context);
  const [reported, setReported] = useState<readonly Issue[]>(NO_ISSUES);
  const submit = useSubmit(context);
  const estimate = useEstimates(context, { why: true });
  const issues = useMemo(() => {
    const result = validateSubmission(form, state.answers, answeringOptions({ service, today }));
    return result.ok ? [] : result.issues.filter(({ severity }) => severity === 'error');
  }, [form, service, state.answers, today]);
  const answered = pages.flatMap(({ fields }) => fields);
  const refused = submit.error instanceof ApiProblem ? submit.error.issues : NO_ISSUES;
  const lines = useMemo(
    () => summaryLines([...reported, ...refused], locale, (count) => t('apply.moreIssues', { count })),
    [reported, refused, locale, t],
  );
  const last = pages.at(-1);
  const send = () => {
    setReported(issues);
    if (issues.length === 0) submit.mutate();
  };
  return (
    <>
      <p className="step-line">
        <Link className="button-link" to={`/apply/drafts/${draft.id}/${last?.id ?? ''}`}>
          <Icon name="back" />
          {t('app.back')}
        </Link>
        <span>{t('apply.step', { step: pages.length + 1, total: pages.length + 1 })}</span>
      </p>
      <ErrorSummary lines={lines} />
      <PageHeading>{t('apply.checkTitle')}</PageHeading>
      {estimate.check && service.pays ? <EstimateLine check={estimate.check} /> : null}
      {pages.map((page) => (
        <AnswerRows key={page.id} context={context} page={page} issues={issuesOn(issues, answered)} />
      ))}
      {estimate.check && service.pays ? <RosterEstimate context={context} check={estimate.check} /> : null}
      <section className="page" aria-labelledby="declare">
        <h2 id="declare">{t('apply.declare')}</h2>
        <Consent context={context} fields={consents} issues={issuesOn(reported, consents)} onSubmit={send}>
          <div className="actions">
            <ActionButton kind="primary" type="submit" busy={submit.isPending}>
              {t('apply.submit')}
            </ActionButton>
            <ActionButton onClick={() => window.print()}>{t('apply.printPaper')}</ActionButton>
          </div>
        </Consent>
        {submit.error && refused.length === 0 ? <ProblemNote error={submit.error} retry={() => submit.mutate()} /> : null}
        {state.status === 'saved' ? null : <p>{t('apply.savedFirst')}</p>}
      </section>
      <p className="print-only">{text(form.label)}</p>
    </>
  );
}

interface ConsentProps {
  readonly context: DraftContext;
  readonly fields: readonly string[];
  readonly issues: ReturnType<typeof issuesOn>;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

const NO_ESTIMATES = {};
const NO_ISSUES: readonly Issue[] = [];

function Consent({ context, fields, issues, onSubmit, children }: ConsentProps) {
  const locale = useLocale();
  const { draft, service, form, state, saver, today } = context;
  const files = useFileAdapter({ draft: draft.id });
  const table = useTableAdapter(draft.id, service.formHash, NO_ESTIMATES);
  const heading = useCallback((content: ReactNode) => content, []);
  return (
    <QuestionPage
      id="consent"
      form={form}
      fields={fields}
      answers={state.answers}
      issues={issues}
      locale={locale}
      today={today}
      heading={heading}
      files={files}
      table={table}
      onChange={(answers) => saver.change(answers)}
      onSubmit={onSubmit}
    >
      {children}
    </QuestionPage>
  );
}
