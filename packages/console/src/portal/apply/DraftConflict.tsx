import type { FormDefinition } from '@careway/definition';
import { answerText } from '@careway/form-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { draftQuery } from '../../api/index.js';
import { useLocale } from '../../i18n/index.js';
import { ActionButton, LoadingState, PageHeading, ProblemState } from '../../shared/index.js';
import type { DraftSaver, DraftState } from './draft-saver.js';

export interface DraftConflictProps {
  readonly draft: string;
  readonly form: FormDefinition;
  readonly saver: DraftSaver;
  readonly state: DraftState;
}

/** The same application was changed on another device: both answers are shown, and the person says which one stays. */
export function DraftConflict({ draft, form, saver, state }: DraftConflictProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { data, error, refetch } = useQuery({
    ...draftQuery(draft),
    queryKey: ['draft-elsewhere', draft, String(state.version)],
    staleTime: 0,
  });
  if (error) return <ProblemState error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  const different = form.fields.filter(({ id }) => JSON.stringify(state.answers[id]) !== JSON.stringify(data.data[id]));
  return (
    <div className="page">
      <PageHeading>{t('apply.conflictTitle')}</PageHeading>
      <p>{t('apply.conflict')}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('apply.question')}</th>
            <th scope="col">{t('apply.here')}</th>
            <th scope="col">{t('apply.there')}</th>
          </tr>
        </thead>
        <tbody>
          {different.map((field) => (
            <tr key={field.id}>
              <th scope="row">{field.label[locale]}</th>
              <td data-label={t('apply.here')}>{answerText(field, state.answers[field.id], locale) || t('app.dash')}</td>
              <td data-label={t('apply.there')}>{answerText(field, data.data[field.id], locale) || t('app.dash')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="actions">
        <ActionButton kind="primary" onClick={() => void saver.resolve(state.answers, data.version)}>
          {t('apply.keepHere')}
        </ActionButton>
        <ActionButton onClick={() => void saver.resolve(data.data, data.version)}>{t('apply.keepThere')}</ActionButton>
      </div>
    </div>
  );
}
