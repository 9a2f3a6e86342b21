import type { WorkflowDefinition } from '@careway/definition';
import { type DecisionFacts, declareFacts, type Facts } from '@careway/rules';

/** The facts that decisions of a workflow may read: its own and its parameters, and those of its items. */
export function decisionFacts(workflow: WorkflowDefinition): DecisionFacts {
  const params = (workflow.params ?? []).map(({ id, type, label, values }) => ({ id, type, label, values }));
  return { facts: declareFacts([...params, ...workflow.facts]), itemFacts: declareFacts(workflow.items?.facts ?? []) };
}

/** The parameters of a workflow as facts, with the values that it states. */
export function paramValues({ params = [] }: WorkflowDefinition): Facts {
  return Object.fromEntries(params.map(({ id, value }) => [id, typeof value === 'number' ? String(value) : value]));
}
