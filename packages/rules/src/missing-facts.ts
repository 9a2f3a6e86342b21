import type { Issue } from '@careway/definition';
import type { CompiledDecision } from './compile-decision.js';
import { joinedLabels, localizedIssue, plainText } from './localized-issue.js';

/** `FACT_MISSING`: the message names the facts by label, `params.facts` by id, with commas. */
export function missingFacts({ visible, itemDeclared }: CompiledDecision, facts: readonly string[], path: string): Issue {
  const labels = facts.map((id) => (visible.get(id) ?? itemDeclared.get(id))?.label ?? plainText(id));
  return localizedIssue('FACT_MISSING', path, { params: { facts: facts.join(',') }, labels: { facts: joinedLabels(labels) } });
}
