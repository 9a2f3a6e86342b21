import { checkEverywhere } from '../checks/check-everywhere.js';
import { checkQuotedParam } from '../checks/check-quoted-param.js';
import { createScope, documentCheck } from '../checks/scope.js';
import type { Issue, LocalizedText } from '../issue.js';
import type { PackDraft } from '../pack-content.js';
import type { SetParam } from '../schemas/overlay.js';

type Basis = SetParam['basis'];

/** A basis names a clause that exists or the city, and every figure that rests on a clause stands in its quote. */
export function basisIssue(
  draft: PackDraft,
  {
    basis,
    figures,
    numerals,
  }: { readonly basis: Basis; readonly figures: readonly (string | number | boolean)[]; readonly numerals: boolean },
  path: string,
): Issue | undefined {
  const issues: Issue[] = [];
  const check = documentCheck({ ...createScope(draft, new Set()), issues }, 'overlay');
  checkEverywhere(check, { basis }, path);
  for (const value of figures) checkQuotedParam(check, { basis, value, numerals }, `${path}/value`);
  const [first] = issues;
  return first && { ...first, file: 'overlay.json' };
}

/** Where a new value comes from, in brackets behind a change. */
export function basisWords(draft: PackDraft, { clause: id }: Basis): LocalizedText {
  if (id === undefined) return { 'zh-CN': '本地自定', en: 'set by the city' };
  const article = createScope(draft, new Set()).clauses.get(id)?.article ?? id;
  return { 'zh-CN': `依据 ${article}`, en: `by ${article}` };
}
