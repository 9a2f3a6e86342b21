import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { apiUrl } from '../../api/index.js';
import { useLocale } from '../../i18n/index.js';
import { ActionButton, EmptyState, LoadingState, PageHeading, ProblemNote } from '../../shared/index.js';
import { worklistCountsQuery, worklistQuery } from '../api/staff-queries.js';
import { ShortcutHelp } from '../layout/ShortcutHelp.js';
import { useShortcuts } from '../layout/shortcuts.js';
import { rememberList } from './neighbours.js';
import { TaskFilters } from './TaskFilters.js';
import { TaskTable } from './TaskTable.js';
import { useTake } from './use-take.js';
import { useWorklistFilters, VIEWS } from './worklist-filters.js';

/** The worklist: what must be done first. */
export function TasksPage() {
  const { t } = useTranslation('staff');
  const locale = useLocale();
  const { query, change, filtered } = useWorklistFilters();
  const list = useQuery(worklistQuery(query));
  const { pathname, search } = useLocation();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [help, setHelp] = useState(false);
  const take = useTake();
  const rows = list.data?.rows ?? [];
  useEffect(() => {
    if (list.data) rememberList({ list: `${pathname}${search}`, cases: list.data.rows.map(({ caseId }) => caseId) });
  }, [list.data, pathname, search]);
  useListKeys(() => setHelp(true));
  const chosen = rows.filter(({ task }) => ticked.has(task));
  const exported = { ...query, limit: undefined, cursor: undefined };
  return (
    <div className="staff-page">
      <div className="staff-row">
        <PageHeading>{t(`tasks.title.${query.view}`)}</PageHeading>
        <Counts total={list.data?.total} label={t(`tasks.title.${query.view}`)} late={query.view === 'todo'} />
        <Fresh shownAt={list.dataUpdatedAt} show={() => void list.refetch()} />
      </div>
      <Views view={query.view} />
      <TaskFilters query={query} change={change} filtered={filtered} rows={rows} />
      <div className="staff-row">
        {chosen.length > 0 ? (
          <ActionButton
            busy={take.isPending}
            onClick={() => take.mutate({ rows: chosen, type: 'TakeTask' }, { onSuccess: () => setTicked(new Set()) })}
          >
            {t('tasks.takeSelected', { count: chosen.length })}
          </ActionButton>
        ) : null}
        <a className="button" href={apiUrl('/export/worklist', { ...exported, lang: locale })} download>
          {t('tasks.export')}
        </a>
        <ActionButton kind="link" onClick={() => setHelp(true)}>
          {t('tasks.keysHelp')}
        </ActionButton>
        <span role="status">{take.data ? t('tasks.bulkDone', take.data) : null}</span>
      </div>
      {take.error ? <ProblemNote error={take.error} /> : null}
      {list.error ? <ProblemNote error={list.error} retry={() => void list.refetch()} /> : null}
      {list.isPending ? <LoadingState lines={12} /> : null}
      {list.data && rows.length === 0 ? <Empty view={query.view} filtered={filtered} clear={() => change(NO_FILTERS)} /> : null}
      {rows.length > 0 ? <TaskTable rows={rows} view={query.view} ticked={ticked} tick={setTicked} take={take} /> : null}
      {list.data && rows.length > 0 ? (
        <div className="staff-row">
          <span className="staff-muted">{t('tasks.shown', { shown: rows.length, total: list.data.total })}</span>
          {query.cursor ? <ActionButton onClick={() => change({ cursor: '' })}>{t('tasks.first')}</ActionButton> : null}
          {list.data.next ? <ActionButton onClick={() => change({ cursor: list.data.next ?? '' })}>{t('tasks.next')}</ActionButton> : null}
        </div>
      ) : null}
      <ShortcutHelp open={help} close={() => setHelp(false)} />
    </div>
  );
}

const NO_FILTERS = { service: '', step: '', area: '', level: '', text: '' };

function Counts({ total, label, late }: { readonly total: number | undefined; readonly label: string; readonly late: boolean }) {
  const { t } = useTranslation('staff');
  const { data } = useQuery(worklistCountsQuery);
  if (total === undefined) return null;
  if (!late) return <p>{t('tasks.count', { label, total })}</p>;
  return (
    <p>
      {t('tasks.count', { label, total })}
      {data && data.overdue > 0 ? (
        <strong className="staff-error">{`${t('colon')}▲ ${t('tasks.overdue', { count: data.overdue })}`}</strong>
      ) : null}
      {data && data.dueSoon > 0 ? `${data.overdue > 0 ? t('comma') : t('colon')}◆ ${t('tasks.dueSoon', { count: data.dueSoon })}` : null}
    </p>
  );
}

/** New items wait behind a button; no row moves under the reader. */
function Fresh({ shownAt, show }: { readonly shownAt: number; readonly show: () => void }) {
  const { t } = useTranslation('staff');
  const { data } = useQuery(worklistCountsQuery);
  const [base, setBase] = useState<{ at: number; todo: number }>();
  const todo = data?.todo;
  if (todo !== undefined && base?.at !== shownAt) setBase({ at: shownAt, todo });
  const fresh = todo !== undefined && base ? todo - base.todo : 0;
  return (
    <span role="status">
      {fresh > 0 ? (
        <>
          {t('tasks.fresh', { count: fresh })} <ActionButton onClick={show}>{t('tasks.freshShow')}</ActionButton>
        </>
      ) : null}
    </span>
  );
}

function Views({ view }: { readonly view: string }) {
  const { t } = useTranslation('staff');
  return (
    <nav aria-label={t('tasks.views')}>
      <ul className="staff-tabs">
        {VIEWS.map((id) => (
          <li key={id}>
            <Link to={`/console/tasks?view=${id}`} aria-current={view === id ? 'page' : undefined}>
              {t(`menu.${id}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Empty({
  view,
  filtered,
  clear,
}: {
  readonly view: 'todo' | 'done' | 'started';
  readonly filtered: boolean;
  readonly clear: () => void;
}) {
  const { t } = useTranslation('staff');
  if (filtered) {
    return (
      <EmptyState>
        <p>{t('tasks.emptyFiltered')}</p>
        <div className="staff-row">
          <ActionButton onClick={clear}>{t('tasks.clear')}</ActionButton>
        </div>
      </EmptyState>
    );
  }
  const text = { todo: t('tasks.emptyTodo'), done: t('tasks.emptyDone'), started: t('tasks.emptyStarted') };
  return (
    <EmptyState>
      <p>{text[view]}</p>
      {view === 'todo' ? <p>{t('tasks.emptyTodoNext')}</p> : null}
    </EmptyState>
  );
}

/** ↑↓ or j k walk the rows, x ticks, / goes to the search, ? tells. None of them decides anything. */
function useListKeys(showHelp: () => void) {
  const help = useRef(showHelp);
  useEffect(() => {
    help.current = showHelp;
  });
  const keys = useMemo(() => {
    const links = () => [...document.querySelectorAll<HTMLElement>('[data-row-link]')].filter((link) => link.offsetParent !== null);
    const move = (by: number) => {
      const all = links();
      const at = all.findIndex((link) => link.closest('[data-task]')?.contains(document.activeElement));
      all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
    };
    return {
      ArrowDown: () => move(1),
      j: () => move(1),
      ArrowUp: () => move(-1),
      k: () => move(-1),
      x: () => document.activeElement?.closest('[data-task]')?.querySelector<HTMLElement>('input[type=checkbox]')?.click(),
      '/': () => document.getElementById('task-search')?.focus(),
      '?': () => help.current(),
    };
  }, []);
  useShortcuts(keys);
}
