import { isFigureQuoted } from './quoted-figures.js';
import type { DocumentCheck } from './scope.js';

interface QuotedValue {
  readonly value: string | number | boolean;
  readonly basis: { readonly clause?: string; readonly source?: string };
  /** 六十日; not in tables, whose clauses count levels and grades that way. */
  readonly numerals?: boolean;
}

/** A figure that rests on a clause stands in its quote, in digits or, where `numerals` count, in Chinese numerals. */
export function checkQuotedParam(check: DocumentCheck, { value, basis, numerals = true }: QuotedValue, path: string): void {
  const clause = basis.clause === undefined ? undefined : check.scope.clauses.get(basis.clause);
  const isFigure = typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
  if (!clause || !isFigure || isFigureQuoted(String(value), clause.quote, numerals)) return;
  check.report('FIGURE_NOT_IN_CLAUSE', path, { figure: String(value), clause: clause.id });
}
