import type { WorkflowDefinition } from '@careway/definition';

/** What the definition itself says of facts that nobody gave: values of parameters, defaults of facts. */
export function factsFromDefinition(workflow: WorkflowDefinition | undefined): Readonly<Record<string, string | boolean>> {
  const known: Record<string, string | boolean> = {};
  for (const { id, value } of workflow?.params ?? []) known[id] = typeof value === 'number' ? String(value) : value;
  for (const { id, default: value } of [...(workflow?.facts ?? []), ...(workflow?.items?.facts ?? [])]) {
    if (value !== undefined) known[id] = value;
  }
  return known;
}
