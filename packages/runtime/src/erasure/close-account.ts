import type { ReadingTools } from '../facade/tenant-tools.js';
import { livePack } from '../loop/tenant-parts.js';

/** What stands where the name of somebody erased was. */
const nobody = '（已依法删除）';

/**
 * Closes the account of an applicant: name and log-in are gone, nobody can log in with it. Who holds an office keeps the account: what an
 * official did stays under their name. Answers how many accounts were closed.
 */
export async function closeAccount({ parts, people }: ReadingTools, id: string): Promise<number> {
  const person = await people.byId(id);
  if (!person || person.name === nobody) return 0;
  const { roles } = livePack(parts, parts.areas.areas[0]?.id ?? '').organisation;
  const official = person.roles.some(({ role }) => roles.find((known) => known.id === role)?.kind !== 'applicant');
  if (official) return 0;
  await people.put({ id, login: `closed-${id}`, name: nobody, passwordHash: '', roles: [], organisations: [] });
  return 1;
}
