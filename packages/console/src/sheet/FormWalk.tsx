import type { Issue } from '@careway/definition';
import { type FileAdapter, QuestionPage } from '@careway/form-react';
import { type FormPage, pagesOf } from '@careway/forms';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLocale, useLocalized } from '../i18n/index.js';
import { issuesOn, summaryLines } from '../portal/apply/issues.js';
import { ActionButton, ErrorSummary, PageHeading, ReadAloud } from '../shared/index.js';
import { NO_TABLES } from './no-tables.js';
import type { Answers } from './sheet-backup.js';
import { type ActionSheet, sheetIssues } from './use-sheet.js';

export interface FormWalkProps {
  readonly sheet: ActionSheet;
  readonly answers: Answers;
  /** ISO date of the tenant's today. */
  readonly today: string;
  readonly files: FileAdapter;
  readonly onChange: (answers: Answers) => void;
  /** Above the questions of a page. */
  readonly above?: (page: FormPage) => ReactNode;
  /** Fields that are not asked here, such as files where nobody is logged in. */
  readonly without?: (field: string) => boolean;
  /** The last page: what was answered, and the button that sends it. */
  readonly check: (walk: Walk) => ReactNode;
}

/** What the last page knows of the others. */
export interface Walk {
  readonly pages: readonly FormPage[];
  readonly issues: readonly Issue[];
  readonly go: (page: string) => void;
}

const CHECK = 'check';
const NONE: readonly Issue[] = [];
/** What a voice reads of a page of questions. */
const QUESTION = '#main h1, #main .prose, .field-label, .field-intro, .field-why, .field-hint, .field-error, .choice, .note';

/** A form one page of questions after the other, each checked on "continue"; the last page shows all of it before it is sent. */
export function FormWalk(props: FormWalkProps) {
  const { sheet, answers, today, without = () => false } = props;
  const [params, setParams] = useSearchParams();
  const pages = pagesOf(sheet.form, answers, { today, rules: sheet.rules })
    .map((page) => ({ ...page, fields: page.fields.filter((id) => !without(id)) }))
    .filter(({ fields }) => fields.length > 0);
  const ids = [...pages.map(({ id }) => id), CHECK];
  const index = Math.max(0, ids.indexOf(params.get('page') ?? ''));
  const go = (id: string | undefined) => {
    setParams((before) => {
      const after = new URLSearchParams(before);
      after.set('page', id ?? CHECK);
      return after;
    });
    window.scrollTo({ top: 0 });
  };
  const page = pages[index];
  if (!page) return props.check({ pages, issues: sheetIssues(sheet, answers, today), go });
  return <WalkPage key={page.id} {...props} page={page} place={[index + 1, ids.length]} next={() => go(ids[index + 1])} back={backTo()} />;

  function backTo(): (() => void) | undefined {
    const before = ids[index - 1];
    return index > 0 ? () => go(before) : undefined;
  }
}

interface WalkPageProps extends FormWalkProps {
  readonly page: FormPage;
  readonly place: readonly [number, number];
  readonly next: () => void;
  readonly back: (() => void) | undefined;
}

function WalkPage({ sheet, answers, today, files, onChange, above, page, place, next, back }: WalkPageProps) {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  const [found, setFound] = useState(NONE);
  const now = () => issuesOn(sheetIssues(sheet, answers, today), page.fields);
  // What was found stands until the next "continue", and goes once nothing is left to mend.
  if (found.length > 0 && now().length === 0) setFound(NONE);
  const lines = useMemo(() => summaryLines(found, locale, (count) => t('apply.moreIssues', { count })), [found, locale, t]);
  const heading = useCallback((content: ReactNode) => <PageHeading>{content}</PageHeading>, []);
  const submit = () => {
    const wrong = now();
    setFound(wrong);
    if (wrong.length === 0) next();
  };
  return (
    <>
      <p className="step-line">
        <span>{t('apply.step', { step: place[0], total: place[1] })}</span>
        <ReadAloud selector={QUESTION} />
      </p>
      <ErrorSummary lines={lines} />
      {page.fields.length > 1 ? <PageHeading>{text(page.label)}</PageHeading> : null}
      {page.help && page.fields.length > 1 ? <p className="prose">{text(page.help)}</p> : null}
      {above?.(page)}
      <QuestionPage
        id="walk"
        form={sheet.form}
        fields={page.fields}
        answers={answers}
        issues={found}
        locale={locale}
        today={today}
        heading={heading}
        intro={page.help ? text(page.help) : undefined}
        files={files}
        table={NO_TABLES}
        rules={sheet.rules}
        onChange={onChange}
        onSubmit={submit}
      >
        <div className="actions">
          <ActionButton kind="primary" type="submit">
            {t('apply.continue')}
          </ActionButton>
          {back ? <ActionButton onClick={back}>{t('walk.back')}</ActionButton> : null}
        </div>
      </QuestionPage>
    </>
  );
}
