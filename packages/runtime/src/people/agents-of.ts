import type { TenantParts } from '../loop/tenant-parts.js';
import { organisationSubject } from '../scope/viewer-scope.js';

/** People who may act for a subject: the agents of an organisation, or the person itself where it has an account. */
export async function agentsOf(parts: TenantParts, subject: string): Promise<readonly string[]> {
  const people = await parts.store.people.list();
  return people
    .filter(({ id, organisations }) => id === subject || organisations.some(({ key }) => organisationSubject(key) === subject))
    .map(({ id }) => id);
}
