import type { OrganisationDefinition } from '@careway/definition';
import type { PersonRecord, TenantRuntime, Viewer } from '@careway/runtime';
import type { RoleKind, Who } from '../route.js';

/** The widest area of a tenant: the one without a parent. */
export function rootArea(tenant: TenantRuntime): string {
  const root = tenant.areas().find((area) => !area.parent);
  if (!root) throw new Error(`tenant ${tenant.id} has no area`);
  return root.id;
}

/** The organisation document in force for the whole tenant. */
export const organisationOf = (tenant: TenantRuntime): OrganisationDefinition => tenant.packFor(rootArea(tenant)).organisation;

/** Whether a viewer may call a route at all. What they then see of it is the runtime's scope. */
export function mayCall(who: Who, viewer: Viewer, tenant: TenantRuntime): boolean {
  if (who === 'all') return true;
  if (viewer.kind !== 'person') return false;
  if (who === 'person') return true;
  const kinds = new Map(organisationOf(tenant).roles.map((role) => [role.id, role.kind as RoleKind]));
  return viewer.roles.some(({ role }) => {
    const kind = kinds.get(role);
    return kind !== undefined && who.includes(kind);
  });
}

/** The viewer that a stored person is. */
export const viewerOf = (person: PersonRecord): Viewer => ({
  kind: 'person',
  id: person.id,
  name: person.name,
  roles: person.roles,
  organisations: person.organisations,
});
