import type { Issue } from '@careway/definition';
import { QuestionPage } from '@careway/form-react';
import { pagesOf } from '@careway/forms';
import type { ReactNode } from 'react';
import { useLocale, useLocalized } from '../i18n/index.js';
import { useFileAdapter } from '../portal/apply/use-adapters.js';
import { NO_TABLES } from './no-tables.js';
import type { Answers } from './sheet-backup.js';
import type { ActionSheet } from './use-sheet.js';

export interface SheetFieldsProps {
  readonly sheet: ActionSheet;
  readonly caseId: string;
  readonly answers: Answers;
  readonly issues: readonly Issue[];
  /** ISO date of the tenant's today. */
  readonly today: string;
  /** Only these pages; all of them when left out. */
  readonly pages?: readonly string[];
  readonly onChange: (answers: Answers) => void;
  readonly onSubmit: () => void;
  /** Buttons under the last page. */
  readonly children?: ReactNode;
}

/** The form of an action, its pages one under the other, each with what it comes to so far. */
export function SheetFields({ sheet, caseId, answers, issues, today, pages, onChange, onSubmit, children }: SheetFieldsProps) {
  const { form, rules } = sheet;
  const text = useLocalized();
  const locale = useLocale();
  const files = useFileAdapter({ case: caseId });
  const shown = pagesOf(form, answers, { today, rules }).filter(({ id }) => pages === undefined || pages.includes(id));
  return shown.map((page, index) => (
    <section key={page.id} className="sheet-fields-page" aria-label={text(page.label)}>
      {page.fields.length > 1 && shown.length > 1 ? <h3>{text(page.label)}</h3> : null}
      {page.help ? <p className="field-hint">{text(page.help)}</p> : null}
      <QuestionPage
        id={`sheet-${page.id}`}
        form={form}
        fields={page.fields}
        answers={answers}
        issues={issues}
        locale={locale}
        today={today}
        heading={asHeading}
        files={files}
        table={NO_TABLES}
        rules={rules}
        onChange={onChange}
        onSubmit={onSubmit}
      >
        {index === shown.length - 1 ? children : null}
      </QuestionPage>
    </section>
  ));
}

function asHeading(content: ReactNode): ReactNode {
  return <h3>{content}</h3>;
}
