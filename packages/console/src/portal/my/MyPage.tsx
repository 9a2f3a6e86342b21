import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type CaseRow, draftsQuery, myCasesQuery } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ClockChip, EmptyState, groupNumber, LoadingState, Money, PageHeading, ProblemState, sentenceDate } from '../../shared/index.js';
import { RequireLogIn } from '../RequireLogIn.js';
import { Inbox } from './Inbox.js';
import { MustDo } from './MustDo.js';

/** What I must do first, then my cases, then what was sent to me. */
export function MyPage() {
  return (
    <RequireLogIn>
      <Mine />
    </RequireLogIn>
  );
}

function Mine() {
  const { t } = useTranslation();
  const cases = useQuery(myCasesQuery);
  const drafts = useQuery(draftsQuery);
  if (cases.error) return <ProblemState error={cases.error} retry={() => void cases.refetch()} />;
  const rows = cases.data?.rows;
  return (
    <div className="page">
      <PageHeading>{t('my.title')}</PageHeading>
      <MustDo cases={rows ?? []} drafts={drafts.data ?? []} />
      <section className="page" aria-labelledby="my-cases">
        <h2 id="my-cases">{t('my.cases')}</h2>
        {rows ? null : <LoadingState />}
        {rows?.length === 0 ? (
          <EmptyState>
            <p>{t('my.none')}</p>
            <Link to="/services">{t('app.services')}</Link>
          </EmptyState>
        ) : null}
        <ul className="plain-list">
          {rows?.map((row) => (
            <CaseLine key={row.caseId} row={row} />
          ))}
        </ul>
      </section>
      <Inbox />
    </div>
  );
}

function CaseLine({ row }: { readonly row: CaseRow }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  const state = row.status === 'closed' ? t(`case.ending.${row.ending ?? 'completed'}`) : text(row.stepLabel);
  return (
    <li className="card">
      <h3>
        <Link to={`/my/cases/${row.caseId}`}>{text(row.service)}</Link>
      </h3>
      <p>
        <span className={`chip tone-${row.status === 'closed' ? 'ended' : 'running'}`}>
          <span aria-hidden="true">{row.status === 'closed' ? '–' : '●'}</span>
          {state}
        </span>{' '}
        {row.clock && row.status === 'open' ? <ClockChip clock={row.clock} /> : null}
      </p>
      <p>
        {row.number ? <span className="figure">{groupNumber(row.number)}</span> : t('my.numberComing')}
        {t('my.comma')}
        {t('my.filedOn', { date: sentenceDate(row.filedOn, locale) })}
        {row.items > 1 ? `${t('my.comma')}${t('my.people', { count: row.items })}` : null}
        {row.amount === undefined ? null : (
          <>
            {t('my.comma')}
            <Money amount={row.amount} />
          </>
        )}
      </p>
    </li>
  );
}
