import type { WorkflowDefinition } from '@careway/definition';

/** Field of the form that holds the name of the first party, where somebody else may file for it, or nobody logs in. */
export function nameFieldOf(workflow: WorkflowDefinition): string | undefined {
  const id = workflow.parties[0]?.name;
  const fact = [...workflow.facts, ...(workflow.items?.facts ?? [])].find((known) => known.id === id);
  return fact && (fact.from.field ?? fact.id);
}

/** The name that stands in that field. */
export function nameInForm(workflow: WorkflowDefinition | undefined, data: Readonly<Record<string, unknown>>): string | undefined {
  const field = workflow && nameFieldOf(workflow);
  const given = field === undefined ? undefined : data[field];
  const name = typeof given === 'string' ? given.trim() : '';
  return name === '' ? undefined : name;
}
