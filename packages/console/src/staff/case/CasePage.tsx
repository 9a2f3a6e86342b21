import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { caseQuery, type CaseView, tenantQuery } from '../../api/index.js';
import { LoadingState, PageHeading, ProblemState } from '../../shared/index.js';
import { useNarrow } from '../layout/use-narrow.js';
import { useShortcuts } from '../layout/shortcuts.js';
import { neighboursOf } from '../tasks/neighbours.js';
import { ActionPanel } from './action/ActionPanel.js';
import type { Intent } from './action/intent.js';
import { ActionBar } from './ActionBar.js';
import { CaseHeader } from './CaseHeader.js';
import { CaseNotes } from './CaseNotes.js';
import { isDoubtful, isFree } from './item-state.js';
import { ItemsSection } from './ItemsSection.js';
import { CaseFiles } from './parts/CaseFiles.js';
import { DecisionCard } from './parts/DecisionCard.js';
import { CaseLetters } from './parts/CaseLetters.js';
import { FormAnswers } from './parts/FormAnswers.js';
import { PartiesSection, RecordsSection } from './parts/PartiesSection.js';
import { SeatsSection } from './parts/SeatsSection.js';
import { SheetsSection } from './parts/SheetsSection.js';
import { ProgressCard } from './ProgressCard.js';
import { useSheetPages } from './use-sheet-pages.js';
import { WhyPanel } from './WhyPanel.js';

/** One case: may I decide, on what ground, by when? */
export function CasePage() {
  const { t } = useTranslation('staff');
  const { case: id = '' } = useParams();
  const { data, error, refetch } = useQuery({ ...caseQuery(id), refetchOnWindowFocus: false });
  const { data: tenant } = useQuery(tenantQuery);
  if (error && !data) return <ProblemState error={error} retry={() => void refetch()} />;
  if (!data || !tenant) {
    return (
      <div className="staff-page">
        <PageHeading>{t('case.loadingTitle')}</PageHeading>
        <LoadingState lines={12} />
      </div>
    );
  }
  return <OpenCase key={id} view={data} today={tenant.now.slice(0, 10)} />;
}

function OpenCase({ view, today }: { readonly view: CaseView; readonly today: string }) {
  const { t } = useTranslation('staff');
  const [params, setParams] = useSearchParams();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [intent, setIntent] = useState<Intent>();
  const [done, setDone] = useState<string>();
  const opener = useRef<HTMLElement>(null);
  const narrow = useNarrow();
  const selected = view.items.find(({ id }) => id === params.get('item')) ?? (narrow && view.rows !== 'one' ? undefined : worthALook(view));
  const neighbours = useMemo(() => neighboursOf(view.id), [view.id]);
  const select = (item: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        after.set('item', item);
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  const show = (item: string) => {
    select(item);
    // On narrow screens the why stands above the rows.
    if (narrow) setTimeout(() => document.getElementById('why-title')?.focus(), 0);
  };
  const pages = useSheetPages(view);
  const navigate = useNavigate();
  const open = (next: Intent) => {
    if (next.kind === 'action' && next.action.form && pages(next.action.form.hash) > 1) {
      void navigate(`/console/cases/${view.id}/sheet/${next.action.step}?action=${next.action.action}`);
      return;
    }
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setDone(undefined);
    const rows = next.kind === 'action' || next.kind === 'public-objection' ? (next.items ?? []) : [];
    if (rows[0] && !(selected && rows.includes(selected.id))) select(rows[0]);
    setIntent(next);
  };
  const close = () => {
    setIntent(undefined);
    setTimeout(() => opener.current?.focus(), 0);
  };
  const finish = (words: string) => {
    setIntent(undefined);
    setTicked(new Set());
    setDone(words);
  };
  useCaseKeys(neighbours);
  return (
    <div className="staff-page">
      <CaseHeader view={view} neighbours={neighbours} request={(request) => open({ kind: 'request', request })} />
      <div role="status" className="staff-status">
        {done ? (
          <p className="note tone-granted">
            ✓ {t('panel.done', { label: done })}{' '}
            {neighbours.next ? <Link to={`/console/cases/${neighbours.next}`}>{t('panel.nextCase')}</Link> : null}
          </p>
        ) : null}
      </div>
      <div className="staff-case">
        <div className="staff-case-main">
          <CaseNotes view={view} vote={(procedure) => open({ kind: 'vote', procedure })} />
          <ItemsSection view={view} ticked={ticked} tick={setTicked} selected={selected?.id} select={show} open={open} />
          <SeatsSection view={view} />
          <DecisionCard view={view} />
          {view.rows === 'none' ? <Filed view={view} /> : null}
          <SheetsSection view={view} />
          {view.rows === 'none' ? null : <Filed view={view} />}
          <RecordsSection view={view} />
          <CaseFiles view={view} />
          <CaseLetters view={view} />
          {intent ? (
            <ActionPanel key={JSON.stringify([intent])} view={view} intent={intent} today={today} close={close} done={finish} />
          ) : (
            <ActionBar view={view} ticked={ticked} open={open} />
          )}
        </div>
        <aside className="staff-aside" aria-label={t('case.why')} tabIndex={0}>
          {view.rows === 'none' ? null : <WhyPanel view={view} item={selected} />}
          <ProgressCard view={view} />
        </aside>
      </div>
    </div>
  );
}

/** Whom it concerns and what was filed: where there are no rows this is what one reads first. */
function Filed({ view }: { readonly view: CaseView }) {
  return (
    <>
      <PartiesSection view={view} />
      <FormAnswers view={view} />
    </>
  );
}

/** The row whose why stands open before anybody has chosen one: the first doubtful one, else the first. */
function worthALook({ items }: CaseView) {
  return items.find((item) => isFree(item) && isDoubtful(item)) ?? items[0];
}

/** [ and ] go to the neighbours, w to the why, a to the actions. */
function useCaseKeys(neighbours: ReturnType<typeof neighboursOf>) {
  const navigate = useNavigate();
  const keys = useMemo(() => {
    const go = (id: string | undefined) => {
      if (id) void navigate(`/console/cases/${id}`);
    };
    const focus = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus();
    return {
      '[': () => go(neighbours.previous),
      ']': () => go(neighbours.next),
      w: () => focus('#why-title'),
      a: () => focus('.staff-bar button'),
    };
  }, [neighbours, navigate]);
  useShortcuts(keys);
}
