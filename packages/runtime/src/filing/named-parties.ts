import type { WorkflowDefinition } from '@careway/definition';
import type { PartyState } from '@careway/engine';
import type { TenantParts } from '../loop/tenant-parts.js';
import { agentsOf } from '../people/agents-of.js';

export interface NamedParty {
  readonly party: PartyState;
  /** Area of its record, where it is in one. */
  readonly area?: string;
}

interface Named {
  readonly parts: TenantParts;
  readonly workflow: WorkflowDefinition;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Parties that the form names by their key in a register, such as the facility complained about, with who may act for them. */
export async function namedParties({ parts, workflow, data }: Named): Promise<readonly NamedParty[]> {
  const found = await Promise.all(
    workflow.parties.map(async ({ id, from }): Promise<readonly NamedParty[]> => {
      const fact = workflow.facts.find((known) => known.id === from?.key);
      const key = fact && data[fact.from.field ?? fact.id];
      const record = from && typeof key === 'string' && key !== '' ? await parts.store.registers.get(from.register, key) : undefined;
      if (!record) return [];
      const { subject, name, path } = record;
      const kind = subject.startsWith('org:') ? 'organisation' : 'person';
      const area = path.split('/').filter(Boolean).at(-1);
      const party: PartyState = { party: id, kind, subject, name, agents: await agentsOf(parts, subject) };
      return [{ party, ...(area === undefined ? {} : { area }) }];
    }),
  );
  return found.flat();
}
