import type { OrganisationDefinition } from '@careway/definition';
import type { Actor, CaseState, Channel } from '@careway/engine';
import type { TenantParts } from '../loop/tenant-parts.js';
import { pathText } from '../publications/area-tree.js';
import type { Viewer } from '../runtime.js';
import { isToldTo, shieldedParties } from './shield.js';

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

  /** Whether the viewer holds a role of one of these kinds in the area or above it. */
  holdsIn(area: string, ...kinds: readonly string[]): boolean {
    const path = this.parts.areas.pathText(area);
    if (path === '/') return false;
    return this.staffRoles.some(
      (held) => kinds.includes(this.kindOf(held.role) ?? '') && path.startsWith(this.parts.areas.pathText(held.area)),
    );
  }

  /** Area path prefixes all of whose cases the viewer sees as staff. Operators see no case. */
  get paths(): readonly string[] {
    return this.staffRoles
      .filter(({ role }) => this.kindOf(role) !== 'operator' && !this.#seesAssigned(role))
      .map(({ area }) => this.parts.areas.pathText(area));
  }

  /** Ids under which the viewer is a party: the person, and the organisations acted for. */
  get subjects(): readonly string[] {
    const { person } = this;
    return person ? [person.id, ...person.organisations.map(({ key }) => organisationSubject(key))] : [];
  }

  /** As a colleague: in the viewer's areas or assigned to the viewer, and not acting for a party that sees only its own part. */
  seesAsStaff(state: CaseState): boolean {
    if (this.shield(state)) return false;
    const path = pathText(state.areaPath);
    return this.paths.some((prefix) => path.startsWith(prefix)) || this.#isAssigned(state);
  }

  /** The parties of the case for which the viewer acts, where they see only what is their own. */
  shield(state: CaseState) {
    const workflow = this.#workflowOf(state);
    return workflow && shieldedParties(workflow, this.partiesOf(state));
  }

  #workflowOf({ packHash, workflow }: CaseState) {
    return this.parts.shelf.byHash(packHash)?.workflows.get(workflow.id);
  }

  /** A task of the viewer's, a seat, or something done: for roles that see nothing else. Who was recused sees it no more. */
  #isAssigned(state: CaseState): boolean {
    const me = this.person?.id;
    const roles = this.staffRoles.filter(({ role, area }) => this.#seesAssigned(role) && state.areaPath.some(({ id }) => id === area));
    if (me === undefined || roles.length === 0 || (state.recusals ?? []).some(({ person }) => person === me)) return false;
    const holds = (role: string | undefined, area: string | undefined) => roles.some((held) => held.role === role && held.area === area);
    return (
      (state.seats ?? []).some(({ person }) => person === me) ||
      Object.values(state.performers).some((people) => people.includes(me)) ||
      state.tasks.some(({ role, area, person }) => (person === undefined ? holds(role, area) : person === me))
    );
  }

  #seesAssigned(role: string): boolean {
    return this.organisation.roles.find(({ id }) => id === role)?.sees === 'assigned';
  }

  /** Parties for which the viewer may act. */
  partiesOf(state: Pick<CaseState, 'parties'>): readonly string[] {
    const mine = new Set(this.subjects);
    return state.parties
      .filter(({ subject, agents }) => mine.has(subject) || agents.some((agent) => agent === this.person?.id))
      .map(({ party }) => party);
  }

  sees(state: CaseState): boolean {
    if (this.seesAsStaff(state)) return true;
    const workflow = this.#workflowOf(state);
    const shield = this.shield(state);
    return workflow && shield ? isToldTo(state, workflow, shield) : this.partiesOf(state).length > 0;
  }

  /** Area in which the viewer works with this case, for filing at a counter. */
  mayFileIn(area: string): boolean {
    const path = this.parts.areas.pathText(area);
    return path !== '/' && this.paths.some((prefix) => path.startsWith(prefix));
  }

  actor(state: CaseState | undefined, channel: Channel = 'online'): Actor {
    const { person } = this;
    if (!person) return { kind: 'public', channel };
    return { kind: 'person', id: person.id, roles: person.roles, parties: state ? this.partiesOf(state) : [], channel };
  }

  private kindOf(role: string): string | undefined {
    return this.organisation.roles.find(({ id }) => id === role)?.kind;
  }
}
