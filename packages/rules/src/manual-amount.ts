import type { Issue } from '@careway/definition';
import { compareDecimals, parseDecimal } from './decimal.js';
import type { ManualDecision } from './decision-result.js';
import { localizedIssue } from './localized-issue.js';

/** Why an amount that a person proposes does not fit the range of the row that leaves it to one; undefined when it fits. */
export function manualAmountIssue({ minimum, maximum, clause }: ManualDecision, amount: string, path: string): Issue | undefined {
  const value = parseDecimal(amount);
  const low = minimum === undefined ? undefined : parseDecimal(minimum);
  const high = maximum === undefined ? undefined : parseDecimal(maximum);
  if (!value || !((low && compareDecimals(value, low) < 0) || (high && compareDecimals(value, high) > 0))) return undefined;
  const params = { amount, ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) };
  return localizedIssue('OUT_OF_RANGE', path, { params, labels: { range: rangeWords(minimum, maximum) }, clause });
}

function rangeWords(minimum: string | undefined, maximum: string | undefined) {
  if (maximum === undefined) return { 'zh-CN': `不少于${minimum}元`, en: `at least ${minimum} yuan` };
  if (minimum === undefined) return { 'zh-CN': `不超过${maximum}元`, en: `at most ${maximum} yuan` };
  return { 'zh-CN': `${minimum}元到${maximum}元`, en: `${minimum} to ${maximum} yuan` };
}
