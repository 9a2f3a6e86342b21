import type { Remedy } from '../schemas/remedy.js';
import { isFigureQuoted } from './quoted-figures.js';
import type { DocumentCheck } from './scope.js';

/** The period of a remedy stands in the quote of its clause, in digits or in Chinese numerals. */
export function checkRemedy(check: DocumentCheck, remedy: Remedy, path: string): void {
  const clause = check.scope.clauses.get(remedy.clause);
  if (!clause || isFigureQuoted(String(remedy.amount), clause.quote, true)) return;
  check.report('FIGURE_NOT_IN_CLAUSE', `${path}/amount`, { figure: String(remedy.amount), clause: clause.id });
}
