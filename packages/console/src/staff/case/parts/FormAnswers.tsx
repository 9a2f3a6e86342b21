import { answerText, computedText } from '@careway/form-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CaseView, formQuery } from '../../../api/index.js';
import { useLocale } from '../../../i18n/index.js';
import { LoadingState, ProblemNote } from '../../../shared/index.js';

/** What was filed, in the form of its day; the roster and the files stand in sections of their own. */
export function FormAnswers({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('staff');
  const locale = useLocale();
  const { data: form, error, refetch } = useQuery(formQuery(view.form.hash));
  const computed = (form?.computed ?? []).filter(({ id }) => id in view.answers);
  const fields = (form?.fields ?? []).filter(({ id, widget }) => !['table', 'files', 'note'].includes(widget) && id in view.answers);
  return (
    <section className="staff-card" aria-labelledby="form-title">
      <h2 id="form-title">{t('case.form')}</h2>
      {error ? <ProblemNote error={error} retry={() => void refetch()} /> : null}
      {!form && !error ? <LoadingState lines={3} /> : null}
      {form && fields.length === 0 ? <p>{t('parts.formNone')}</p> : null}
      <dl className="staff-pairs">
        {fields.map((field) => (
          <div key={field.id} style={{ display: 'contents' }}>
            <dt>{field.label[locale]}</dt>
            <dd>{answerText(field, view.answers[field.id], locale) || t('dash')}</dd>
          </div>
        ))}
        {computed.map((definition) => (
          <div key={definition.id} style={{ display: 'contents' }}>
            <dt>{definition.label[locale]}</dt>
            <dd>
              {computedText(definition, { id: definition.id, status: 'known', value: view.answers[definition.id] as string }, locale)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
