import type { OrganisationDefinition } from '@careway/definition';
import type { Actor } from '../types/actor.js';
import type { CaseState } from '../types/state.js';

type AreaPath = CaseState['areaPath'];

/** Area of the case at which a role works: the one at the role's level, else the narrowest. */
export function areaOfRole(organisation: OrganisationDefinition, areaPath: AreaPath, role: string): string {
  const level = organisation.roles.find((known) => known.id === role)?.level;
  const area = level === undefined ? areaPath.at(-1) : areaPath.find((known) => known.level === level);
  return (area ?? areaPath.at(-1))?.id ?? '';
}

/** Area in which the actor holds the role for this case; `undefined` when not at all. */
export function heldRole(organisation: OrganisationDefinition, areaPath: AreaPath, actor: Actor, role: string): string | undefined {
  if (actor.kind !== 'person') return undefined;
  const level = organisation.roles.find((known) => known.id === role)?.level;
  const areas = areaPath.filter((known) => level === undefined || known.level === level).map((known) => known.id);
  return actor.roles.find((held) => held.role === role && areas.includes(held.area))?.area;
}

/** Whether the person is a party of the case or acts for one: then nothing may be decided by that person. */
export function isInvolved(state: CaseState, actor: Actor): boolean {
  if (actor.kind !== 'person') return false;
  if (actor.parties.length > 0) return true;
  const concerned = state.parties.some((party) => party.subject === actor.id || party.agents.includes(actor.id));
  return concerned || state.items.some((item) => item.subject === actor.id);
}
