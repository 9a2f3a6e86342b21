import type { DecisionDefinition, Issue, LocalizedText, WorkflowDefinition } from '@careway/definition';
import { compileDecision, type DecisionFacts, evaluateDecision, factsOfDecision } from '@careway/rules';
import { type RepresentativeCase, representativeCases } from '../decisions/representative-facts.js';
import { analysisIssue } from './pack-messages.js';

/** Issue codes of an evaluation, and what analysis says of the table they arise in. */
const said: Readonly<Record<string, 'TABLE_GAP' | 'TABLE_OVERLAP'>> = {
  NO_RULE_MATCHED: 'TABLE_GAP',
  MANY_RULES_MATCHED: 'TABLE_OVERLAP',
};

/**
 * Tries a decision on every combination of representative facts: rows of a UNIQUE table that apply together are errors, facts for
 * which no row applies are warnings, each with one witness. Says nothing where there are too many combinations.
 */
export function checkCombinations(definition: DecisionDefinition, workflow: WorkflowDefinition | undefined): Issue[] {
  const declared = factsOfDecision(definition, workflow);
  const compiled = compileDecision(definition, declared);
  if (compiled.issues.length > 0) return [];
  const found = new Map<string, Issue>();
  for (const tried of representativeCases(definition, workflow) ?? []) {
    const { issues } = evaluateDecision(compiled, tried.facts, { on: tried.on, trace: false });
    for (const { code, path, params } of issues) {
      const kind = said[code];
      const table = definition.tables[Number(/^\/tables\/(\d+)/.exec(path)?.[1])];
      const key = `${kind} ${path} ${String(params?.['rules'] ?? '')}`;
      if (!kind || !table || found.has(key)) continue;
      const severity = kind === 'TABLE_OVERLAP' ? 'error' : 'warning';
      found.set(
        key,
        analysisIssue(
          kind,
          path,
          { table: table.label, facts: witness(tried, declared), rules: String(params?.['rules'] ?? '') },
          { severity },
        ),
      );
    }
  }
  return [...found.values()];
}

/** The facts of a combination in the words of their labels. */
function witness({ facts }: RepresentativeCase, known: DecisionFacts): LocalizedText {
  const declared = new Map([...known.facts, ...(known.itemFacts ?? [])]);
  const say = (locale: 'zh-CN' | 'en') =>
    Object.entries(facts)
      .map(([id, value]) => {
        const fact = declared.get(id);
        const text = fact?.values?.find((known) => known.value === value)?.label[locale] ?? String(value);
        return `${fact?.label?.[locale] ?? id} ${text}`;
      })
      .join(locale === 'en' ? ', ' : '，');
  return { 'zh-CN': say('zh-CN'), en: say('en') };
}
