import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { caseQuery, type CaseView, historyQuery, type HistoryView } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { ActionButton, LoadingState, PageHeading, PartyName, ProblemNote, ProblemState } from '../../shared/index.js';
import { ActEntry } from './ActEntry.js';
import { mainActs } from './main-acts.js';
import { TraceLetters } from './TraceLetters.js';
import { TraceWhy } from './TraceWhy.js';

/** What happened, under which rule, is it whole? */
export function TraceCasePage() {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const { case: id = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const all = params.get('acts') === 'all';
  const wanted = params.get('item') ?? '';
  const { data: view, error, refetch } = useQuery(caseQuery(id));
  if (error) return <ProblemState error={error} retry={() => void refetch()} />;
  if (!view) return <LoadingState lines={10} />;
  const item = view.items.find((row) => row.id === wanted);
  const choose = (next: string) => setParams(next ? { item: next } : {});
  return (
    <div className="staff-page">
      <div className="staff-row">
        <PageHeading>
          {t('trace.caseTitle', { service: text(view.service.label) })} <span className="figure">{view.number ?? t('notYet')}</span>
        </PageHeading>
        <span>
          <PartyName party={view.applicant} />
        </span>
        <Link to={`/console/cases/${id}`}>{t('trace.openCase')}</Link>
      </div>
      <div className="staff-case">
        <div className="staff-case-main">
          <RowChoice view={view} item={item?.id ?? ''} choose={choose} />
          {item ? <p className="note tone-running">{t('trace.itemNote', { row: item.row })}</p> : null}
          <History caseId={id} item={item?.id} all={all || item !== undefined} showAll={() => setParams({ acts: 'all' })} />
        </div>
        <div className="staff-aside">
          {item ? <TraceWhy view={view} item={item} /> : null}
          <TraceLetters view={view} choose={choose} />
        </div>
      </div>
    </div>
  );
}

function RowChoice({ view, item, choose }: { readonly view: CaseView; readonly item: string; readonly choose: (item: string) => void }) {
  const { t } = useTranslation('staff');
  if (view.items.length === 0) return null;
  return (
    <span className="staff-filter">
      <label htmlFor="trace-item">{t('trace.item')}</label>
      <select className="input" id="trace-item" value={item} onChange={(event) => choose(event.target.value)}>
        <option value="">{t('trace.itemAll')}</option>
        {view.items.map((row) => (
          <option key={row.id} value={row.id}>
            {t('why.row', { row: row.row, name: row.name })}
          </option>
        ))}
      </select>
    </span>
  );
}

interface HistoryProps {
  readonly caseId: string;
  readonly item: string | undefined;
  readonly all: boolean;
  readonly showAll: () => void;
}

function History({ caseId, item, all, showAll }: HistoryProps) {
  const { t } = useTranslation('staff');
  const { data, error, refetch } = useQuery(historyQuery(caseId, item));
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingState lines={8} />;
  const acts = all ? data.acts : mainActs(data.acts);
  return (
    <section className="staff-card" aria-label={t('case.history')}>
      <div className="staff-row top">
        <Chain chain={data.chain} />
        {acts.length < data.acts.length ? (
          <ActionButton kind="link" onClick={showAll}>
            {t('trace.showAll', { shown: acts.length, count: data.acts.length })}
          </ActionButton>
        ) : null}
      </div>
      {data.acts.length === 0 ? <p>{t('trace.none')}</p> : null}
      <ol className="staff-acts">
        {acts.map((act) => (
          <ActEntry key={act.seq} act={act} />
        ))}
      </ol>
    </section>
  );
}

function Chain({ chain }: { readonly chain: HistoryView['chain'] }) {
  const { t } = useTranslation('staff');
  return (
    <details>
      <summary>
        <span className={`chip tone-${chain.ok ? 'granted' : 'error'}`}>
          <span aria-hidden="true">{chain.ok ? '✓' : '✗'}</span>
          {chain.ok
            ? t('trace.chainOk', { count: chain.length })
            : t('trace.chainBroken', { at: chain.brokenAt ?? 0, count: chain.length })}
        </span>
      </summary>
      <p>{t('trace.chainHelp')}</p>
      <p>
        {t('trace.head')}
        {t('colon')}
        <span className="staff-hash">{chain.head}</span>
      </p>
    </details>
  );
}
