import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { ApiProblem } from '../../api/index.js';
import { ActionButton, EmptyState, LoadingState, Money, NotFoundState, PageHeading, ProblemNote } from '../../shared/index.js';
import { type RegisterRecord, registerQuery } from '../api/staff-queries.js';
import { useRecordWords, valuesOf } from './record-words.js';

const REGISTERS = ['facilities', 'elders', 'entitlements'] as const;

/** A register to look things up in: masked, read only. */
export function RegisterPage() {
  const { t } = useTranslation('staff');
  const { register = 'facilities' } = useParams();
  const [params, setParams] = useSearchParams();
  const text = params.get('text') ?? '';
  const cursor = params.get('cursor') ?? '';
  const { data, error, refetch } = useQuery(registerQuery(register, { ...(text ? { text } : {}), ...(cursor ? { cursor } : {}) }));
  if (error instanceof ApiProblem && error.status === 404) return <NotFoundState />;
  return (
    <div className="staff-page">
      <PageHeading>{t('registers.title')}</PageHeading>
      <nav aria-label={t('registers.title')}>
        <ul className="staff-tabs">
          {REGISTERS.map((id) => (
            <li key={id}>
              <Link to={`/console/registers/${id}`} aria-current={id === register ? 'page' : undefined}>
                {t(`registers.names.${id}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <RegisterSearch key={`${register}${text}`} text={text} find={(next) => setParams(next ? { text: next } : {})} />
      <p className="staff-muted">
        {data ? t('registers.count', { count: data.total }) : null} {t('registers.masked')}
      </p>
      {error ? <ProblemNote error={error} retry={() => void refetch()} /> : null}
      {data || error ? null : <LoadingState lines={10} />}
      {data?.rows.length === 0 ? <EmptyState>{t('registers.empty')}</EmptyState> : null}
      {data && data.rows.length > 0 ? <Records rows={data.rows} label={t('registers.title')} /> : null}
      <div className="staff-row">
        {cursor ? <ActionButton onClick={() => setParams(text ? { text } : {})}>{t('tasks.first')}</ActionButton> : null}
        {data?.next ? (
          <ActionButton onClick={() => setParams({ ...(text ? { text } : {}), cursor: data.next ?? '' })}>{t('tasks.next')}</ActionButton>
        ) : null}
      </div>
    </div>
  );
}

function RegisterSearch({ text, find }: { readonly text: string; readonly find: (text: string) => void }) {
  const { t } = useTranslation('staff');
  const [typed, setTyped] = useState(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    find(typed.trim());
  };
  return (
    <form className="staff-row" role="search" onSubmit={submit}>
      <span className="staff-filter">
        <label htmlFor="register-text">{t('registers.search')}</label>
        <input className="input" id="register-text" type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </span>
      <ActionButton kind="primary" type="submit">
        {t('registers.find')}
      </ActionButton>
    </form>
  );
}

function Cell({ id, given }: { readonly id: string; readonly given: unknown }) {
  const { t } = useTranslation('staff');
  const { value } = useRecordWords();
  if (id === 'case' && typeof given === 'string') return <Link to={`/console/cases/${given}`}>{t('trace.openCase')}</Link>;
  if (id === 'amount' && typeof given === 'string') return <Money amount={given} />;
  return <>{value(given)}</>;
}

function Records({ rows, label }: { readonly rows: readonly RegisterRecord[]; readonly label: string }) {
  const { field, value } = useRecordWords();
  const { t } = useTranslation('staff');
  const empty = (id: string) => rows.every((row) => value(valuesOf(row)[id]) === t('dash'));
  const ids = [...new Set(rows.flatMap((row) => Object.keys(valuesOf(row))))].filter(
    (id) => field(id) !== undefined && id !== 'version' && !empty(id),
  );
  return (
    <div className="staff-scroll" tabIndex={0} role="group" aria-label={label}>
      <table className="staff-table">
        <thead>
          <tr>
            {ids.map((id) => (
              <th key={id} scope="col">
                {field(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {ids.map((id) => (
                <td key={id} className={id === 'amount' ? 'number' : undefined}>
                  <Cell id={id} given={valuesOf(row)[id]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
