import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { servicesQuery, type WorklistQuery, type WorklistRow } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { ActionButton } from '../../shared/index.js';
import { useNarrow } from '../layout/use-narrow.js';
import { LEVELS, SORTS } from './worklist-filters.js';

type Change = (changes: Partial<Record<'service' | 'step' | 'area' | 'level' | 'text' | 'sort', string>>) => void;

export interface TaskFiltersProps {
  readonly query: WorklistQuery;
  readonly change: Change;
  readonly filtered: boolean;
  readonly rows: readonly WorklistRow[];
}

/** Filters and order of the worklist; the server applies them over all pages. */
export function TaskFilters({ query, change, filtered, rows }: TaskFiltersProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const narrow = useNarrow();
  const { data: services } = useQuery(servicesQuery);
  const steps = useSeen(rows, (row) => [row.step, text(row.stepLabel)]);
  const areas = useSeen(rows, (row) => [row.areaId, text(row.area)]);
  return (
    <div className="staff-row" role="group" aria-label={t('tasks.filters')}>
      <Search key={query.text ?? ''} text={query.text ?? ''} change={change} />
      <details className="staff-fold" open={narrow ? undefined : true}>
        <summary>{t('tasks.filters')}</summary>
        <Choice
          id="service"
          value={query.service}
          options={(services ?? []).map(({ id, label }) => [id, text(label)])}
          label={t('tasks.service')}
          change={change}
        />
        <Choice id="step" value={query.step} options={steps} label={t('tasks.step')} change={change} />
        <Choice id="area" value={query.area} options={areas} label={t('tasks.area')} change={change} />
        <Choice
          id="level"
          value={query.level}
          options={LEVELS.map((level) => [level, t(`tasks.levels.${level}`)])}
          label={t('tasks.level')}
          change={change}
        />
        <Choice
          id="sort"
          value={query.sort ?? 'due'}
          options={SORTS.map((sort) => [sort, t(`tasks.sorts.${sort}`)])}
          label={t('tasks.sort')}
          change={change}
        />
      </details>
      {filtered ? (
        <ActionButton kind="link" onClick={() => change({ service: '', step: '', area: '', level: '', text: '' })}>
          {t('tasks.clear')}
        </ActionButton>
      ) : null}
    </div>
  );
}

function Search({ text, change }: { readonly text: string; readonly change: Change }) {
  const { t } = useTranslation('staff');
  const [typed, setTyped] = useState(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change({ text: typed.trim() });
  };
  return (
    <form className="staff-filter" role="search" onSubmit={submit}>
      <label className="visually-hidden" htmlFor="task-search">
        {t('tasks.search')}
      </label>
      <input
        id="task-search"
        className="input"
        type="search"
        placeholder={t('tasks.search')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ActionButton type="submit">{t('tasks.searchDo')}</ActionButton>
    </form>
  );
}

interface ChoiceProps {
  readonly id: 'service' | 'step' | 'area' | 'level' | 'sort';
  readonly value: string | undefined;
  readonly options: readonly (readonly [string, string])[];
  readonly label: string;
  readonly change: Change;
}

function Choice({ id, value = '', options, label, change }: ChoiceProps) {
  const { t } = useTranslation('staff');
  const known = value === '' || options.some(([option]) => option === value);
  return (
    <span className="staff-filter">
      <label htmlFor={`task-${id}`}>{label}</label>
      <select className="input" id={`task-${id}`} value={value} onChange={(event) => change({ [id]: event.target.value })}>
        {id === 'sort' ? null : <option value="">{t('tasks.all')}</option>}
        {known ? null : <option value={value}>{t('tasks.filters')}</option>}
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Values that rows had since the page was opened: a filter does not shrink its own list. */
function useSeen(rows: readonly WorklistRow[], pick: (row: WorklistRow) => readonly [string, string]): (readonly [string, string])[] {
  const [seen, setSeen] = useState<ReadonlyMap<string, string>>(new Map());
  const fresh = rows.map(pick).filter(([id]) => !seen.has(id));
  if (fresh.length > 0) setSeen(new Map([...seen, ...fresh]));
  return [...seen];
}
