import type { OrganisationDefinition } from '@careway/definition';
import type { Actor, CaseState } from '@careway/engine';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { Viewer } from '../runtime.js';

type Person = Extract<Viewer, { kind: 'person' }>;

/** Opaque id of an organisation as a party. */
export function organisationSubject(key: string): string {
  return `org:${key}`;
}

/** What one viewer may see and do in a tenant. The only place where scope is decided. */
export class ViewerScope {
  constructor(
    readonly parts: TenantParts,
    readonly viewer: Viewer,
    readonly organisation: OrganisationDefinition,
  ) {}

  get person(): Person | undefined {
    return this.viewer.kind === 'person' ? this.viewer : undefined;
  }

  /** Roles as staff: applicants' roles open no case of others. */
  get staffRoles(): readonly { readonly role: string; readonly area: string }[] {
    return this.person?.roles.filter(({ role }) => this.kindOf(role) !== 'applicant' && this.kindOf(role) !== undefined) ?? [];
  }

  get isStaff(): boolean {
    return this.staffRoles.length > 0;
  }

  hasKind(...kinds: readonly string[]): boolean {
    return this.staffRoles.some(({ role }) => kinds.includes(this.kindOf(role) ?? ''));
  }

  /** Area path prefixes whose cases the viewer sees as staff. Operators see no case. */
  get paths(): readonly string[] {
    return this.staffRoles.filter(({ role }) => this.kindOf(role) !== 'operator').map(({ area }) => this.parts.areas.pathText(area));
  }

  /** Ids under which the viewer is a party: the person, and the organisations acted for. */
  get subjects(): readonly string[] {
    const { person } = this;
    return person ? [person.id, ...person.organisations.map(({ key }) => organisationSubject(key))] : [];
  }

  seesAsStaff(state: Pick<CaseState, 'areaPath'>): boolean {
    const path = `/${state.areaPath.map(({ id }) => `${id}/`).join('')}`;
    return this.paths.some((prefix) => path.startsWith(prefix));
  }

  /** Parties for which the viewer may act. */
  partiesOf(state: Pick<CaseState, 'parties'>): readonly string[] {
    const mine = new Set(this.subjects);
    return state.parties
      .filter(({ subject, agents }) => mine.has(subject) || agents.some((agent) => agent === this.person?.id))
      .map(({ party }) => party);
  }

  sees(state: CaseState): boolean {
    return this.seesAsStaff(state) || this.partiesOf(state).length > 0;
  }

  /** Area in which the viewer works with this case, for filing at a counter. */
  mayFileIn(area: string): boolean {
    const path = this.parts.areas.pathText(area);
    return path !== '/' && this.paths.some((prefix) => path.startsWith(prefix));
  }

  actor(state: CaseState | undefined, channel: 'online' | 'counter' | 'paper' = 'online'): Actor {
    const { person } = this;
    if (!person) return { kind: 'public', channel };
    return { kind: 'person', id: person.id, roles: person.roles, parties: state ? this.partiesOf(state) : [], channel };
  }

  private kindOf(role: string): string | undefined {
    return this.organisation.roles.find(({ id }) => id === role)?.kind;
  }
}
