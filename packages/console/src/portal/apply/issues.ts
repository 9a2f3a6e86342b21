import type { Issue } from '@careway/definition';
import { issueTarget } from '@careway/form-react';
import type { Locale } from '../../i18n/index.js';
import type { SummaryLine } from '../../shared/index.js';

/** More lines than anybody reads at once. */
const SHOWN = 10;

/** Errors that stand on the fields of one page. */
export function issuesOn(issues: readonly Issue[], fields: readonly string[]): Issue[] {
  return issues.filter(({ path, severity }) => severity === 'error' && fields.includes(path.split('/')[1] ?? ''));
}

/** Lines of a summary, each leading to its field; a long roster is cut with a last line that says how many more there are. */
export function summaryLines(issues: readonly Issue[], locale: Locale, more: (count: number) => string): SummaryLine[] {
  const lines = issues.slice(0, SHOWN).map((issue) => ({ target: issueTarget(issue), message: issue.message[locale] }));
  return issues.length > SHOWN ? [...lines, { message: more(issues.length - SHOWN) }] : lines;
}
