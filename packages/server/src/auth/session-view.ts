import type { LocalizedText } from '@careway/definition';
import type { TenantRuntime } from '@careway/runtime';
import { organisationOf } from './role-kind.js';
import type { OpenSession } from './session.js';

/** What the web app may know of a session: who, with which roles, the CSRF token, and when it ends. `{}` when nobody is logged in. */
export function sessionView(tenant: TenantRuntime, session: OpenSession | undefined) {
  if (!session) return {};
  const { person } = session;
  const roles = new Map(organisationOf(tenant).roles.map((role) => [role.id, role]));
  const areas = new Map(tenant.areas().map((area) => [area.id, area.label]));
  const same = (id: string): LocalizedText => ({ 'zh-CN': id, en: id });
  return {
    person: {
      id: person.id,
      name: person.name,
      roles: person.roles.map(({ role, area }) => ({
        role,
        label: roles.get(role)?.label ?? same(role),
        kind: roles.get(role)?.kind ?? 'applicant',
        area,
        areaLabel: areas.get(area) ?? same(area),
      })),
      organisations: person.organisations,
    },
    csrf: session.csrf,
    expiresAt: new Date(session.expiresAt).toISOString(),
  };
}
