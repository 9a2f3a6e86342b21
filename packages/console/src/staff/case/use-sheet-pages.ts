import { useQueries } from '@tanstack/react-query';
import { type CaseView, formQuery } from '../../api/index.js';

/** How many pages the form of an action has: one is filled in beside the case, more have a page of their own. 0 while not known. */
export function useSheetPages(view: CaseView): (hash: string) => number {
  const hashes = [...new Set(view.actions.flatMap(({ form, available }) => (form && available ? form.hash : [])))];
  const forms = useQueries({ queries: hashes.map((hash) => formQuery(hash)) });
  const pages = new Map(hashes.map((hash, index) => [hash, forms[index]?.data?.pages.length ?? 0]));
  return (hash) => pages.get(hash) ?? 0;
}
