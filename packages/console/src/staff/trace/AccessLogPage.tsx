import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiProblem } from '../../api/index.js';
import { ActionButton, EmptyState, LoadingState, NotFoundState, PageHeading, ProblemNote, tableInstant } from '../../shared/index.js';
import type { LogRow } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { accessLogQuery } from '../api/staff-queries.js';

/** What is asked of the log. It stays out of the address: names and numbers do not belong in a browser's history. */
interface Asked {
  readonly text: string;
  readonly cursor: string;
}

/** Who looked at whose file, when and why; of everybody, or of one person. */
export function AccessLogPage() {
  const { t } = useTranslation('staff');
  const [{ text, cursor }, ask] = useState<Asked>({ text: '', cursor: '' });
  const { data, error, refetch } = useQuery(accessLogQuery({ ...(text ? { text } : {}), ...(cursor ? { cursor } : {}) }));
  if (error instanceof ApiProblem && error.status === 404) return <NotFoundState />;
  return (
    <div className="staff-page">
      <PageHeading>{t('log.title')}</PageHeading>
      <p>{t('log.intro')}</p>
      <WhoseForm find={(typed) => ask({ text: typed, cursor: '' })} />
      {error ? <ProblemNote error={error} retry={() => void refetch()} /> : null}
      {data || error ? null : <LoadingState lines={10} />}
      {data?.rows.length === 0 ? <EmptyState>{text ? t('log.nobody', { text }) : t('log.empty')}</EmptyState> : null}
      {data && text && data.rows.length > 0 ? <p role="status">{t('log.about', { text, total: data.total })}</p> : null}
      {data && data.rows.length > 0 ? (
        <div className="staff-scroll" tabIndex={0} role="group" aria-label={t('log.title')}>
          <table className="staff-table">
            <thead>
              <tr>
                <th scope="col">{t('log.at')}</th>
                <th scope="col">{t('log.person')}</th>
                <th scope="col">{t('log.what')}</th>
                <th scope="col">{t('log.why')}</th>
                <th scope="col">{t('log.where')}</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row, index) => (
                <tr key={`${row.at}${index}`}>
                  <td className="keep figure">{tableInstant(row.at)}</td>
                  <td className="keep">{row.person}</td>
                  <td>{t(`log.kinds.${row.what as 'reveal'}`, { defaultValue: row.what })}</td>
                  <td>{row.why ?? t('dash')}</td>
                  <td className="keep">
                    <Place row={row} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <div className="staff-row">
        {cursor ? <ActionButton onClick={() => ask({ text, cursor: '' })}>{t('tasks.first')}</ActionButton> : null}
        {data?.next ? <ActionButton onClick={() => ask({ text, cursor: data.next ?? '' })}>{t('tasks.next')}</ActionButton> : null}
      </div>
    </div>
  );
}

function WhoseForm({ find }: { readonly find: (text: string) => void }) {
  const { t } = useTranslation('staff');
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    find(typed.trim());
  };
  const all = () => {
    setTyped('');
    find('');
  };
  return (
    <form className="staff-row" role="search" onSubmit={submit}>
      <span className="staff-filter">
        <label htmlFor="log-text">{t('log.text')}</label>
        <input
          className="input"
          id="log-text"
          type="search"
          autoComplete="off"
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </span>
      <ActionButton kind="primary" type="submit">
        {t('trace.find')}
      </ActionButton>
      <ActionButton onClick={all}>{t('log.all')}</ActionButton>
    </form>
  );
}

/** The case or record that was looked at. */
function Place({ row }: { readonly row: LogRow }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  if (row.caseId) return <Link to={`/trace/cases/${row.caseId}`}>{t('log.openTrace')}</Link>;
  if (!row.record) return <>{t('dash')}</>;
  const { register, label, id } = row.record;
  return <Link to={`/console/registers/${register}${id ? `/${id}` : ''}`}>{text(label)}</Link>;
}
