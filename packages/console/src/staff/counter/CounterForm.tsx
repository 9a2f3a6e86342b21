import { QuestionPage } from '@careway/form-react';
import { isDateText, normalizeDateText, validateSubmission, visibleFields } from '@careway/forms';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReceiptView } from '../../api/index.js';
import { useSession } from '../../app/use-session.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { summaryLines } from '../../portal/apply/issues.js';
import { useFileAdapter, useTableAdapter } from '../../portal/apply/use-adapters.js';
import { useDraft } from '../../portal/apply/use-draft.js';
import { useEstimates } from '../../portal/apply/use-estimates.js';
import { ActionButton, ErrorSummary, formatMoney, PageHeading, ProblemNote, type SummaryLine } from '../../shared/index.js';
import type { CounterEntry } from './CounterFormPage.js';
import { emptyWhom, type Whom, WhomFields } from './WhomFields.js';
import { useFilePaper } from './use-file-paper.js';

/** For whom, since when, and the form as the applicant filled it in on paper. */
export function CounterForm({ draft, service, today, done }: CounterEntry & { readonly done: (receipt: ReceiptView) => void }) {
  const { t } = useTranslation('staff');
  const { t: portal } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  const { person } = useSession();
  const { saver, state } = useDraft(draft);
  const { form } = service;
  const [whom, setWhom] = useState<Whom>(() => emptyWhom(today, person?.roles ?? []));
  const [tried, setTried] = useState(0);
  const { notes, total, estimating } = useEstimates({ draft, state });
  const files = useFileAdapter({ draft: draft.id });
  const table = useTableAdapter(
    draft.id,
    service.formHash,
    useMemo(() => ({ notes, total, estimating }), [notes, total, estimating]),
  );
  const heading = useCallback((content: ReactNode) => <h2>{content}</h2>, []);
  const send = useFilePaper({ draft, saver, done });
  const whomLines = tried > 0 ? whomFaults(whom, today, t) : [];
  const options = { today, rules: service.formRules };
  const checked = validateSubmission(form, state.answers, options);
  const issues = useMemo(() => (tried > 0 && !checked.ok ? checked.issues : []), [tried, checked]);
  const submit = () => {
    setTried((count) => count + 1);
    const now = validateSubmission(form, saver.current().answers, options);
    if (!now.ok || whomFaults(whom, today, t).length > 0) return;
    send.mutate({ area: whom.area, onBehalfOf: whom.organisation, filedOn: normalizeDateText(whom.filedOn) });
  };
  const visible = new Set(visibleFields(form, state.answers));
  const fields = form.pages.flatMap((page) => page.fields.filter((id) => visible.has(id)));
  return (
    <div className="staff-page">
      <div className="staff-row">
        <PageHeading>
          {t('counter.title')}
          {t('colon')}
          {text(service.label)}
        </PageHeading>
        <Link to="/console/counter">{t('case.back')}</Link>
        <span className="staff-muted" aria-live="polite">
          {state.status === 'saved' ? `✓ ${t('counter.saved')}` : t('counter.saving')}
        </span>
      </div>
      <p className="note tone-running">
        {whom.organisation ? t('counter.behalf', { name: whom.name, clerk: person?.name ?? '' }) : t('counter.behalfNobody')}
      </p>
      <ErrorSummary key={tried} lines={[...whomLines, ...summaryLines(issues, locale, (count) => portal('apply.moreIssues', { count }))]} />
      {send.error ? <ProblemNote error={send.error} /> : null}
      <WhomFields
        whom={whom}
        change={(change) => setWhom((before) => ({ ...before, ...change }))}
        fill={(answers) => saver.change(answers)}
        form={form}
        lines={whomLines}
      />
      <section className="staff-card counter-form">
        <QuestionPage
          id="counter-questions"
          form={form}
          fields={fields}
          answers={state.answers}
          issues={issues}
          locale={locale}
          today={today}
          heading={heading}
          files={files}
          table={table}
          rules={service.formRules}
          onChange={(answers) => saver.change(answers)}
          onLeaveField={() => void saver.flush()}
          onSubmit={submit}
        >
          <div className="staff-row">
            <ActionButton kind="primary" type="submit" busy={send.isPending}>
              {t('counter.submit')}
            </ActionButton>
            {total && /[1-9]/.test(total) ? <span className="figure">{t('counter.estimate', { amount: formatMoney(total) })}</span> : null}
          </div>
        </QuestionPage>
      </section>
    </div>
  );
}

function whomFaults(whom: Whom, today: string, t: ReturnType<typeof useTranslation<'staff'>>['t']): SummaryLine[] {
  const date = normalizeDateText(whom.filedOn);
  const lines: SummaryLine[] = [];
  if (!whom.organisation) lines.push({ target: 'counter-organisation', message: t('counter.organisationMissing') });
  if (!isDateText(date)) lines.push({ target: 'counter-filed', message: t('panel.dateMissing') });
  else if (date > today) lines.push({ target: 'counter-filed', message: t('panel.dateFuture', { date: today }) });
  if (!whom.area) lines.push({ target: 'counter-area', message: t('counter.areaMissing') });
  return lines;
}
