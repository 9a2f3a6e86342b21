import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import type { RegisterView } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { ActionButton, EmptyState, LoadingState, NotFoundState, PageHeading, ProblemState } from '../../../shared/index.js';
import { type RecordFilter, recordsQuery } from '../register-queries.js';
import { useRegister } from '../use-register.js';
import { changedParams, filterOf, isFiltered, isIdentityText } from './record-filter.js';
import { ExportButton } from './ExportButton.js';
import { RecordFilters } from './RecordFilters.js';
import { RecordTable } from './RecordTable.js';

/** One register: find, filter, open, add, import, export. */
export function RecordsPage() {
  const { register, missing, error } = useRegister(useParams()['register'] ?? '');
  if (missing) return <NotFoundState />;
  if (error) return <ProblemState error={error} />;
  return register ? <Records register={register} /> : <LoadingState lines={12} />;
}

function Records({ register }: { readonly register: RegisterView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const [params, setParams] = useSearchParams();
  const { state } = useLocation();
  const number = (state as { readonly number?: string } | null)?.number;
  const filter = { ...filterOf(params), ...(number ? { text: number } : {}) };
  const { data, error, refetch } = useQuery(recordsQuery(register.id, filter));
  // A whole number of a person is found by, but stands in no address and no history.
  const change = (changes: Readonly<Record<string, string>>) => {
    const secret = isIdentityText(changes['text'] ?? '');
    const kept = changes['text'] === undefined ? number : secret ? changes['text'] : undefined;
    setParams(changedParams(params, secret ? { ...changes, text: '' } : changes), { state: kept ? { number: kept } : null });
  };
  return (
    <div className="staff-page">
      <nav aria-label={t('registers.title')}>
        <Link to="/console/registers">‹ {t('registers.title')}</Link>
      </nav>
      <div className="staff-row top">
        <PageHeading>{text(register.label)}</PageHeading>
        <Actions register={register} filter={filter} />
      </div>
      <RecordFilters register={register} filter={filter} change={change} />
      <p className="staff-muted" role="status">
        {data ? t('registers.count', { count: data.total }) : null} {t('registers.masked')}
      </p>
      {error ? <ProblemState error={error} retry={() => void refetch()} /> : null}
      {data || error ? null : <LoadingState lines={10} />}
      {data?.rows.length === 0 ? <EmptyState>{isFiltered(filter) ? t('registers.empty') : t('registers.emptyAll')}</EmptyState> : null}
      {data && data.rows.length > 0 ? (
        <>
          <RecordTable register={register} rows={data.rows} />
          <div className="staff-row">
            <span className="staff-muted">{t('registers.page', { shown: data.rows.length, total: data.total })}</span>
            {filter.cursor ? <ActionButton onClick={() => change({})}>{t('tasks.first')}</ActionButton> : null}
            {data.next ? <ActionButton onClick={() => change({ cursor: data.next ?? '' })}>{t('tasks.next')}</ActionButton> : null}
          </div>
        </>
      ) : null}
    </div>
  );
}

/** What one may do with the register, and why one may not. */
function Actions({ register, filter }: { readonly register: RegisterView; readonly filter: RecordFilter }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const navigate = useNavigate();
  const { cursor: _cursor, limit: _limit, ...filters } = filter;
  const why = register.mayEdit
    ? undefined
    : register.editors
      ? t('registers.notKeeper', { editors: text(register.editors) })
      : t('registers.onlyCases');
  return (
    <span className="staff-row top staff-push">
      <ActionButton kind="primary" unavailable={why} onClick={() => void navigate(`/console/registers/${register.id}/new`)}>
        {t('registers.add')}
      </ActionButton>
      {register.mayImport ? (
        <Link className="button" to={`/console/registers/${register.id}/import`}>
          {t('registers.bring')}
        </Link>
      ) : null}
      <ExportButton register={register} filter={filters} />
    </span>
  );
}
