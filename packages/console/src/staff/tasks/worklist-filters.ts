import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { WorklistQuery } from '../../api/index.js';

const VIEWS = ['todo', 'done', 'started'] as const;
const LEVELS = ['overdue', 'due-soon', 'in-time', 'paused'] as const;
const SORTS = ['due', 'opened', 'amount'] as const;
type Filter = 'service' | 'step' | 'area' | 'level' | 'text' | 'sort' | 'cursor' | 'view';

/** View, filters, order and page stand in the address: a colleague who opens it sees the same. */
export function useWorklistFilters() {
  const [params, setParams] = useSearchParams();
  const query = useMemo<WorklistQuery>(() => {
    const text = (name: Filter) => params.get(name) || undefined;
    const level = LEVELS.find((value) => value === params.get('level'));
    const sort = SORTS.find((value) => value === params.get('sort'));
    const entries = Object.entries({
      service: text('service'),
      step: text('step'),
      area: text('area'),
      text: text('text'),
      cursor: text('cursor'),
      level,
      sort,
    }).filter(([, value]) => value !== undefined);
    return { view: VIEWS.find((value) => value === params.get('view')) ?? 'todo', limit: 50, ...Object.fromEntries(entries) };
  }, [params]);
  /** Changes filters; another filter begins at the first page. */
  const change = (changes: Partial<Record<Filter, string>>) => {
    setParams((before) => {
      const after = new URLSearchParams(before);
      if (!('cursor' in changes)) after.delete('cursor');
      for (const [name, value] of Object.entries(changes)) {
        if (value) after.set(name, value);
        else after.delete(name);
      }
      return after;
    });
  };
  const filtered = ['service', 'step', 'area', 'level', 'text'].some((name) => params.get(name));
  return { query, change, filtered, search: params.toString() };
}

export { LEVELS, SORTS, VIEWS };
