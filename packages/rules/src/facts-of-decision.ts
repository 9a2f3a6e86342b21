import type { DecisionDefinition, WorkflowDefinition } from '@careway/definition';
import type { DecisionFacts } from './check-decision.js';
import { declareFacts } from './fact.js';

/** Facts that a decision may read: those of its workflow with its parameters, and of its items; of an indicator its own. */
export function factsOfDecision(definition: Pick<DecisionDefinition, 'facts'>, workflow: WorkflowDefinition | undefined): DecisionFacts {
  if (definition.facts) return { facts: declareFacts(definition.facts) };
  const params = (workflow?.params ?? []).map(({ id, type, label, values }) => ({ id, type, label, values }));
  return { facts: declareFacts([...params, ...(workflow?.facts ?? [])]), itemFacts: declareFacts(workflow?.items?.facts ?? []) };
}
