import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PackInForceView, ProposalRow } from '../api/index.js';
import { useLocale, useLocalized } from '../i18n/index.js';
import { EmptyState, LoadingState, PageHeading, ProblemState, sentenceDate, tableInstant } from '../shared/index.js';
import { packsQuery, proposalsQuery, publicationsQuery } from './api/designer-queries.js';
import { PublicationsTable } from './PublicationsTable.js';
import { StatusChip } from './StatusChip.js';

/** Which packs are in force where, what waits for a second person, and who published what. */
export function DesignerHome() {
  const { t } = useTranslation('designer');
  const packs = useQuery(packsQuery);
  const proposals = useQuery(proposalsQuery);
  const history = useQuery(publicationsQuery);
  const failed = packs.error ?? proposals.error ?? history.error;
  if (failed) return <ProblemState error={failed} retry={() => void packs.refetch()} />;
  return (
    <div className="staff-page">
      <PageHeading>{t('home.title')}</PageHeading>
      {packs.data ? <Packs packs={packs.data} /> : <LoadingState lines={6} />}
      {proposals.data ? <Proposals rows={proposals.data} /> : null}
      {history.data ? <PublicationsTable rows={history.data} /> : null}
    </div>
  );
}

function Packs({ packs }: { readonly packs: readonly PackInForceView[] }) {
  const { t } = useTranslation('designer');
  const text = useLocalized();
  const locale = useLocale();
  if (packs.length === 0) return <EmptyState>{t('home.noPacks')}</EmptyState>;
  return (
    <div className="staff-scroll" tabIndex={0} role="group" aria-label={t('home.packs')}>
      <table className="staff-table designer-table">
        <caption className="visually-hidden">{t('home.packs')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('home.area')}</th>
            <th scope="col">{t('home.pack')}</th>
            <th scope="col">{t('home.chain')}</th>
            <th scope="col">{t('home.since')}</th>
            <th scope="col">{t('home.todo')}</th>
          </tr>
        </thead>
        <tbody>
          {packs.map((pack) => (
            <tr key={pack.area}>
              <th scope="row">{text(pack.areaLabel)}</th>
              <td data-label={t('home.pack')}>
                {text(pack.label)} {pack.version}
                {pack.notice ? <p className="staff-muted">◆ {text(pack.notice)}</p> : null}
              </td>
              <td data-label={t('home.chain')}>{pack.chain.map(text).join(' → ')}</td>
              <td data-label={t('home.since')}>
                {sentenceDate(pack.effectiveFrom, locale)}
                {pack.next ? <p className="staff-muted">{t('home.next', { date: sentenceDate(pack.next, locale) })}</p> : null}
              </td>
              <td>
                <Link className="button button-primary" to={`/designer/${pack.pack}/parameters?area=${pack.area}`}>
                  {t('home.change')}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Proposals({ rows }: { readonly rows: readonly ProposalRow[] }) {
  const { t } = useTranslation('designer');
  const waiting = rows.filter(({ status, mine }) => status === 'submitted' && !mine);
  const mine = rows.filter(({ status, mine: own }) => own && ['draft', 'submitted', 'rejected'].includes(status));
  const settled = rows.filter((row) => !waiting.includes(row) && !mine.includes(row));
  return (
    <>
      <ProposalList title={t('home.waiting')} empty={t('home.waitingNone')} rows={waiting} />
      {mine.length > 0 ? <ProposalList title={t('home.mine')} rows={mine} /> : null}
      {settled.length > 0 ? <ProposalList title={t('home.settled')} rows={settled.slice(0, 20)} /> : null}
    </>
  );
}

function ProposalList({ title, empty, rows }: { readonly title: string; readonly empty?: string; readonly rows: readonly ProposalRow[] }) {
  const { t } = useTranslation('designer');
  const text = useLocalized();
  const locale = useLocale();
  return (
    <section className="staff-card">
      <h2>{title}</h2>
      {rows.length === 0 && empty ? <p>{empty}</p> : null}
      <ul className="designer-list">
        {rows.map((row) => (
          <li key={row.id}>
            <div className="staff-row">
              <StatusChip status={row.status} />
              <Link to={proposalAddress(row)}>
                {row.changes.length > 0 ? row.changes.map(text).join(t('semicolon')) : t('home.emptyDraft')}
              </Link>
            </div>
            <p className="staff-muted">
              {row.effectiveFrom ? `${t('home.from', { date: sentenceDate(row.effectiveFrom, locale) })} · ` : null}
              {t('home.by', { name: row.by.name })} · {tableInstant(row.updatedAt)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A draft of one's own goes on where it was left; everything else is looked at. */
function proposalAddress(row: ProposalRow): string {
  return row.status === 'draft' ? `/designer/${row.pack}/parameters?area=${row.area}` : `/designer/${row.pack}/proposals/${row.id}`;
}
