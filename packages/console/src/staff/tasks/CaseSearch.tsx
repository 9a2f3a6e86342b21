import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'react-router';
import type { CaseQuery, CaseRow } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { ActionButton, ClockChip, EmptyState, LoadingState, Money, ProblemNote, tableDate } from '../../shared/index.js';
import { casesQuery } from '../api/staff-queries.js';
import { useNarrow } from '../layout/use-narrow.js';
import { rememberList } from './neighbours.js';

/** Search by number, name or whole identity number, with its results; what was searched stands in the address. */
export function CaseSearch({ to }: { readonly to: (caseId: string) => string }) {
  const { t } = useTranslation('staff');
  const [params, setParams] = useSearchParams();
  const { pathname, search } = useLocation();
  const text = params.get('text') ?? '';
  const cursor = params.get('cursor') ?? '';
  const status = params.get('status');
  const query: CaseQuery = {
    ...(text ? { text } : {}),
    ...(cursor ? { cursor } : {}),
    ...(status === 'open' || status === 'closed' ? { status } : {}),
  };
  const found = useQuery(casesQuery(query));
  useEffect(() => {
    if (found.data) rememberList({ list: `${pathname}${search}`, cases: found.data.rows.map(({ caseId }) => caseId) });
  }, [found.data, pathname, search]);
  const go = (changes: Record<string, string>) => {
    const after = new URLSearchParams(params);
    after.delete('cursor');
    for (const [name, value] of Object.entries(changes)) {
      if (value) after.set(name, value);
      else after.delete(name);
    }
    setParams(after);
  };
  return (
    <>
      <SearchForm key={text} text={text} status={status ?? ''} go={go} />
      {found.error ? <ProblemNote error={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <LoadingState lines={8} /> : null}
      {found.data?.rows.length === 0 ? (
        <EmptyState>
          <p>{t('cases.empty')}</p>
        </EmptyState>
      ) : null}
      {found.data && found.data.rows.length > 0 ? (
        <>
          <CaseRows rows={found.data.rows} to={to} />
          <div className="staff-row">
            <span className="staff-muted">{t('tasks.shown', { shown: found.data.rows.length, total: found.data.total })}</span>
            {cursor ? <ActionButton onClick={() => go({})}>{t('tasks.first')}</ActionButton> : null}
            {found.data.next ? <ActionButton onClick={() => go({ cursor: found.data.next ?? '' })}>{t('tasks.next')}</ActionButton> : null}
          </div>
        </>
      ) : null}
    </>
  );
}

function SearchForm({
  text,
  status,
  go,
}: {
  readonly text: string;
  readonly status: string;
  readonly go: (changes: Record<string, string>) => void;
}) {
  const { t } = useTranslation('staff');
  const [typed, setTyped] = useState(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go({ text: typed.trim() });
  };
  return (
    <form className="staff-row" role="search" onSubmit={submit}>
      <span className="staff-filter">
        <label htmlFor="case-text">{t('cases.text')}</label>
        <input className="input" id="case-text" type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </span>
      <span className="staff-filter">
        <label htmlFor="case-status">{t('cases.status')}</label>
        <select
          className="input"
          id="case-status"
          value={status}
          onChange={(event) => go({ text: typed.trim(), status: event.target.value })}
        >
          <option value="">{t('tasks.all')}</option>
          <option value="open">{t('cases.open')}</option>
          <option value="closed">{t('cases.closed')}</option>
        </select>
      </span>
      <ActionButton kind="primary" type="submit">
        {t('trace.find')}
      </ActionButton>
    </form>
  );
}

function CaseRows({ rows, to }: { readonly rows: readonly CaseRow[]; readonly to: (caseId: string) => string }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const narrow = useNarrow();
  const state = (row: CaseRow) => (row.ending ? t(`cases.endings.${row.ending}`) : text(row.stepLabel));
  if (narrow) {
    return (
      <ul className="staff-cards">
        {rows.map((row) => (
          <li key={row.caseId}>
            <Link className="button-link" to={to(row.caseId)}>
              {row.applicant || t('tasks.anonymous')} {row.number ?? t('notYet')}
            </Link>
            <span>
              {text(row.service)} · {state(row)} · <Money amount={row.items > 0 ? row.amount : undefined} />
            </span>
            {row.clock ? <ClockChip clock={row.clock} /> : null}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <table className="staff-table">
      <caption className="visually-hidden">{t('cases.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('tasks.columns.number')}</th>
          <th scope="col">{t('tasks.columns.applicant')}</th>
          <th scope="col">{t('tasks.columns.service')}</th>
          <th scope="col">{t('cases.step')}</th>
          <th scope="col">{t('tasks.columns.clock')}</th>
          <th scope="col">{t('tasks.columns.area')}</th>
          <th scope="col">{t('cases.filedOn')}</th>
          <th scope="col" className="number">
            {t('tasks.columns.rows')}
          </th>
          <th scope="col" className="number">
            {t('tasks.columns.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.caseId}>
            <th scope="row" className="keep figure">
              <Link to={to(row.caseId)}>{row.number ?? t('notYet')}</Link>
            </th>
            <td>{row.applicant || t('tasks.anonymous')}</td>
            <td>{text(row.service)}</td>
            <td>{state(row)}</td>
            <td className="keep">{row.clock ? <ClockChip clock={row.clock} /> : t('dash')}</td>
            <td>{text(row.area)}</td>
            <td className="keep figure">{tableDate(row.filedOn)}</td>
            <td className="number">{row.items}</td>
            <td className="number">
              <Money amount={row.items > 0 ? row.amount : undefined} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
