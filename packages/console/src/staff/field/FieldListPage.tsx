import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { type Page, request, type WorklistRow } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { ClockChip, EmptyState, groupNumber, LoadingState, PageHeading, ProblemState } from '../../shared/index.js';

const fieldQuery = {
  queryKey: ['worklist', 'field'],
  queryFn: () => request<Page<WorklistRow>>('/worklist', { query: { view: 'todo', limit: 100 } }),
};

/** Whom do I visit, and what is due? The forms that wait for this person. */
export function FieldListPage() {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const { state } = useLocation() as { state: { done?: boolean } | null };
  const { data, error, refetch } = useQuery(fieldQuery);
  if (error) return <ProblemState error={error} retry={() => void refetch()} />;
  const rows = data?.rows.filter(({ sheet }) => sheet);
  return (
    <div className="page">
      <PageHeading>{t('proc.field.title')}</PageHeading>
      <div role="status">{state?.done ? <p className="note tone-granted">✓ {t('proc.sheet.done')}</p> : null}</div>
      <p className="prose">{t('proc.field.intro')}</p>
      {rows ? null : <LoadingState />}
      {rows?.length === 0 ? <EmptyState>{t('proc.field.empty')}</EmptyState> : null}
      <ul className="plain-list">
        {rows?.map((row) => (
          <li key={`${row.caseId}${row.task}`} className="card">
            <h2>
              <Link to={`/field/${row.caseId}?step=${row.step}`}>
                {row.applicant}
                {t('comma')}
                {text(row.stepLabel)}
              </Link>
            </h2>
            <p>
              {row.clock ? <ClockChip clock={row.clock} /> : null} {text(row.service)}
            </p>
            <p className="field-hint">
              {text(row.area)}
              {row.number ? (
                <>
                  {t('comma')}
                  <span className="figure">{groupNumber(row.number)}</span>
                </>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
