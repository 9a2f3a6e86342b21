import { computedScale, computedText } from '@careway/form-react';
import { computeAnswers, type FormPage } from '@careway/forms';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/use-session.js';
import { useLocale } from '../../i18n/index.js';
import { AnswersOfPage } from '../../sheet/AnswersOfPage.js';
import { sheetIssues } from '../../sheet/use-sheet.js';
import { ActionButton, ErrorSummary, PageHeading, ProblemNote } from '../../shared/index.js';
import type { Act } from '../case/action/use-act.js';

interface SheetCheckProps {
  readonly act: Act;
  readonly pages: readonly FormPage[];
  readonly go: (page: string) => void;
}

/** Everything that was filled in with a way to change it, what it comes to, then one's own name under it. */
export function SheetCheck({ act, pages, go }: SheetCheckProps) {
  const { t } = useTranslation('staff');
  const { sheet, answers } = act.form;
  const { today } = act.judged;
  const issues = useMemo(() => (sheet ? sheetIssues(sheet, answers, today) : []), [sheet, answers, today]);
  // The fields stand on other pages: a line leads there by the buttons below.
  const lines = useMemo(() => act.lines.map(({ message }) => ({ message })), [act.lines]);
  if (!sheet) return null;
  return (
    <>
      <PageHeading>{t('proc.sheet.checkTitle')}</PageHeading>
      <ErrorSummary lines={lines} />
      {act.sending.error ? <ProblemNote error={act.sending.error} /> : null}
      <Totals act={act} />
      {pages.map((page) => (
        <AnswersOfPage key={page.id} form={sheet.form} page={page} answers={answers} issues={issues} go={go} />
      ))}
      <Signature act={act} />
    </>
  );
}

function Totals({ act }: { readonly act: Act }) {
  const locale = useLocale();
  const { sheet, answers } = act.form;
  const shown = new Set(sheet?.form.pages.flatMap(({ shows = [] }) => shows));
  const values = sheet ? computeAnswers(sheet.form, answers, { rules: sheet.rules, today: act.judged.today }) : [];
  const definitions = (sheet?.form.computed ?? []).filter(({ id }) => shown.has(id));
  if (definitions.length === 0) return null;
  return (
    <dl className="facts">
      {definitions.map((definition) => {
        const value = values.find(({ id }) => id === definition.id);
        const scale = computedScale(definition, locale);
        return value ? (
          <div className="facts-row" key={definition.id}>
            <dt>{definition.label[locale]}</dt>
            <dd>
              <strong>{computedText(definition, value, locale)}</strong> {scale ? <span className="field-hint">{scale}</span> : null}
            </dd>
          </div>
        ) : null;
      })}
    </dl>
  );
}

/** Each files only the own sheet and answers for it by name; never ticked beforehand. */
export function Signature({ act }: { readonly act: Act }) {
  const { t } = useTranslation('staff');
  const { person } = useSession();
  const [signed, setSigned] = useState(false);
  const [missing, setMissing] = useState(false);
  const submit = () => {
    setMissing(!signed);
    if (signed) act.confirm();
  };
  return (
    <section className="page" aria-label={t('proc.sheet.submit')}>
      <p>{t('proc.sheet.others')}</p>
      {missing && !signed ? (
        <p className="field-error" id="sign-missing" role="alert">
          <span aria-hidden="true">✗</span>
          <span>{t('proc.sheet.signMissing')}</span>
        </p>
      ) : null}
      <label className="choice">
        <input
          type="checkbox"
          checked={signed}
          aria-describedby={missing && !signed ? 'sign-missing' : undefined}
          onChange={(event) => setSigned(event.target.checked)}
        />
        <span>{t('proc.sheet.sign', { name: person?.name ?? '' })}</span>
      </label>
      <div className="actions">
        <ActionButton kind="primary" busy={act.sending.busy} unavailable={act.shut} onClick={submit}>
          {t('proc.sheet.submit')}
        </ActionButton>
      </div>
    </section>
  );
}
