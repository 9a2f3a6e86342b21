import type { FormDefinition, Issue } from '@careway/definition';
import { answerText } from '@careway/form-react';
import type { FormPage } from '@careway/forms';
import { useTranslation } from 'react-i18next';
import { useLocale, useLocalized } from '../i18n/index.js';
import { issuesOn } from '../portal/apply/issues.js';
import { ActionButton } from '../shared/index.js';
import type { Answers } from './sheet-backup.js';

export interface AnswersOfPageProps {
  readonly form: FormDefinition;
  readonly page: FormPage;
  readonly answers: Answers;
  /** Of the whole form. */
  readonly issues: readonly Issue[];
  readonly go: (page: string) => void;
}

/** What was answered on one page, with a way back to it; whether something is still missing is told in words. */
export function AnswersOfPage({ form, page, answers, issues, go }: AnswersOfPageProps) {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  const fields = page.fields.flatMap((id) => form.fields.find((field) => field.id === id && field.widget !== 'note') ?? []);
  const undone = issuesOn(issues, page.fields).length;
  return (
    <section className="page" aria-labelledby={`check-${page.id}`}>
      <h2 id={`check-${page.id}`}>
        {text(page.label)}{' '}
        <span className={`chip tone-${undone > 0 ? 'warning' : 'granted'}`}>
          {undone > 0 ? `◆ ${t('walk.undone', { count: undone })}` : `✓ ${t('walk.complete')}`}
        </span>
      </h2>
      <dl className="answers">
        {fields.map((field) => (
          <div className="answer" key={field.id}>
            <dt>{text(field.label)}</dt>
            <dd>{answerText(field, answers[field.id], locale) || t('apply.noAnswer')}</dd>
          </div>
        ))}
      </dl>
      <div>
        <ActionButton kind="link" onClick={() => go(page.id)}>
          {t('apply.change')}
          <span className="visually-hidden">{text(page.label)}</span>
        </ActionButton>
      </div>
    </section>
  );
}
