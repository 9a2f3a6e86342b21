import type { ComposedPack, FactDefinition, WorkflowDefinition } from '@careway/definition';

/** The facts of a workflow as they are shown: one that a register gives as the id of a service reads as that service's name. */
export function caseFactDefinitions(
  pack: Pick<ComposedPack, 'registers' | 'services'>,
  { facts }: Pick<WorkflowDefinition, 'facts'>,
): WorkflowDefinition['facts'] {
  return facts.map((fact) => (holdsService(pack, fact) ? { ...fact, type: 'code', values: serviceNames(pack) } : fact));
}

function holdsService({ registers }: Pick<ComposedPack, 'registers'>, { id, from }: FactDefinition): boolean {
  const field = registers.get(from.register ?? '')?.fields.find((one) => one.id === (from.field ?? id));
  return from.kind === 'register' && field?.holds === 'service';
}

function serviceNames({ services }: Pick<ComposedPack, 'services'>): NonNullable<FactDefinition['values']> {
  return [...services.values()].map(({ id, label }) => ({ value: id, label }));
}
