import type { Issue } from '@careway/definition';
import { answerText, computedText, ownIssues } from '@careway/form-react';
import { computeAnswers, type FormPage } from '@careway/forms';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { answeringOptions, type DraftContext } from './draft-context.js';

/** The answers of one page, each with a way to change it; an error stands beside its value, never instead of it. */
export function AnswerRows({
  context,
  page,
  issues,
}: {
  readonly context: DraftContext;
  readonly page: FormPage;
  readonly issues: readonly Issue[];
}) {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  const { draft, form, state } = context;
  const fields = page.fields.flatMap((id) => form.fields.find((field) => field.id === id && field.widget !== 'note') ?? []);
  return (
    <section className="page" aria-labelledby={`page-${page.id}`}>
      <h2 id={`page-${page.id}`}>{text(page.label)}</h2>
      <dl className="answers">
        {fields.map((field) => {
          const rowsWrong = new Set(issues.filter(({ path }) => path.startsWith(`/${field.id}/`)).map(({ path }) => path.split('/')[2]))
            .size;
          return (
            <div className="answer" key={field.id} id={`field_${field.id}`} tabIndex={-1}>
              <dt>{text(field.label)}</dt>
              <dd>
                {answerText(field, state.answers[field.id], locale) || t('apply.noAnswer')}
                {ownIssues(issues, field.id).map((issue) => (
                  <span className="field-error" key={issue.code}>
                    <span aria-hidden="true">✗</span>
                    <span>{text(issue.message)}</span>
                  </span>
                ))}
                {rowsWrong > 0 ? (
                  <span className="field-error">
                    <span aria-hidden="true">✗</span>
                    <span>{t('apply.rowsWrong', { count: rowsWrong })}</span>
                  </span>
                ) : null}
              </dd>
              <dd className="answer-change no-print">
                <Link className="button-link" to={`/apply/drafts/${draft.id}/${page.id}?return=check`}>
                  {t('apply.change')}
                  <span className="visually-hidden">{text(field.label)}</span>
                </Link>
              </dd>
            </div>
          );
        })}
        <ComputedRows context={context} page={page} />
      </dl>
    </section>
  );
}

/** What follows from the answers, at the last page that shows it; an error says itself there. */
function ComputedRows({ context, page }: { readonly context: DraftContext; readonly page: FormPage }) {
  const locale = useLocale();
  const { form, state } = context;
  const after = new Set(form.pages.slice(form.pages.findIndex(({ id }) => id === page.id) + 1).flatMap(({ shows = [] }) => shows));
  const shown = page.shows.filter((id) => !after.has(id));
  if (shown.length === 0) return null;
  const values = computeAnswers(form, state.answers, answeringOptions(context));
  return shown.map((id) => {
    const definition = form.computed?.find((candidate) => candidate.id === id);
    const value = values.find((candidate) => candidate.id === id);
    return definition && value ? (
      <div className="answer answer-computed" key={id} id={`field_${id}`} tabIndex={-1}>
        <dt>{definition.label[locale]}</dt>
        <dd>
          <strong>{computedText(definition, value, locale)}</strong>
        </dd>
      </div>
    ) : null;
  });
}
