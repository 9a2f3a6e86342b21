import type { RegisterDefinition } from '@careway/definition';
import type { TenantParts } from '../loop/tenant-parts.js';

/** Records about one person or organisation that are looked at for a name. */
const looked = 50;

/** Name of the person or organisation with this opaque id, from the register named or from any that knows it. */
export async function subjectName({ store }: TenantParts, subject: string, register: string): Promise<string | undefined> {
  const records = await store.registers.about(subject, looked);
  return (records.find((record) => record.register === register) ?? records[0])?.name;
}

/** The register whose records give the name where a register's name field holds an opaque id. */
export function namedBySubject(definition: RegisterDefinition): string | undefined {
  const { reference } = definition.fields.find(({ id }) => id === definition.name) ?? {};
  return reference?.by === 'subject' ? reference.register : undefined;
}
