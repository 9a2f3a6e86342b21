import type { Issue } from '@careway/definition';
import { QuestionPage } from '@careway/form-react';
import { normalizeDateText, validateSubmission, visibleFields } from '@careway/forms';
import { useQuery } from '@tanstack/react-query';
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
import { registersQuery } from '../registers/register-queries.js';
import { ActionButton, ErrorSummary, formatMoney, PageHeading, ProblemNote, type SummaryLine } from '../../shared/index.js';
import type { CounterEntry } from './CounterFormPage.js';
import { asksName, emptyWhom, type Whom, whomFaults } from './whom.js';
import { WhomFields } from './WhomFields.js';
import { useFilePaper } from './use-file-paper.js';

interface Found {
  readonly issues: readonly Issue[];
  readonly missing: readonly SummaryLine[];
  readonly lines: readonly SummaryLine[];
}

const NOTHING: Found = { issues: [], missing: [], lines: [] };

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
  const [found, setFound] = useState(NOTHING);
  const { notes, total, estimating } = useEstimates({ draft, state });
  const files = useFileAdapter({ draft: draft.id });
  const table = useTableAdapter(
    draft.id,
    service.formHash,
    useMemo(() => ({ notes, total, estimating }), [notes, total, estimating]),
  );
  const heading = useCallback((content: ReactNode) => <h2>{content}</h2>, []);
  const send = useFilePaper({ draft, saver, done });
  const registers = useQuery(registersQuery).data ?? [];
  const submit = () => {
    const answers = saver.current().answers;
    const checked = validateSubmission(form, answers, { today, rules: service.formRules });
    const issues = checked.ok ? NOTHING.issues : checked.issues;
    const missing = whomFaults({ whom, service, today, registers, answers }, t);
    setFound({ issues, missing, lines: [...missing, ...summaryLines(issues, locale, (count) => portal('apply.moreIssues', { count }))] });
    if (issues.length + missing.length > 0) return;
    const given = asksName(service) ? whom.name.trim() : '';
    const { area, channel } = whom;
    send.mutate({ area, channel, filedOn: normalizeDateText(whom.filedOn), ...(given === '' ? {} : { onBehalfOf: given }) });
  };
  const typedName = state.answers[service.nameField ?? ''];
  const name = typeof typedName === 'string' && typedName.trim() !== '' ? typedName.trim() : whom.name;
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
        {name
          ? t('counter.behalf', { name, channel: t(`counter.channels.${whom.channel}`), clerk: person?.name ?? '' })
          : t('counter.behalfNobody')}
      </p>
      <ErrorSummary lines={found.lines} />
      {send.error ? <ProblemNote error={send.error} /> : null}
      <WhomFields
        whom={whom}
        change={(change) => setWhom((before) => ({ ...before, ...change }))}
        fill={(answers) => saver.change(answers)}
        service={service}
        answers={state.answers}
        lines={found.missing}
      />
      <section className="staff-card counter-form">
        <QuestionPage
          id="counter-questions"
          form={form}
          fields={fields}
          answers={state.answers}
          issues={found.issues}
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
