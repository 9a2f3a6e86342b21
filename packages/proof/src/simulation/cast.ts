import type { ComposedPack, OrganisationDefinition, Scenario, ServiceDefinition } from '@careway/definition';
import type { Actor, CaseState, PartyState } from '@careway/engine';

/** One synthetic area a level: a simulation needs no real place. */
export function simulatedAreas(organisation: OrganisationDefinition): CaseState['areaPath'] {
  return organisation.levels.map(({ id }) => ({ level: id, id: `sim-${id}` }));
}

/** The people of a scenario as actors, each with the role in the area where such a role works; applicants act for every party. */
export class Cast {
  private readonly actors: ReadonlyMap<string, Actor>;
  /** Ids of those who act for the applicant. */
  readonly agents: readonly string[];

  constructor(
    private readonly composed: ComposedPack,
    people: Scenario['people'],
  ) {
    const { roles } = composed.organisation;
    const applies = (role: string) => roles.find(({ id }) => id === role)?.kind === 'applicant';
    this.agents = people.filter(({ role, party }) => applies(role) && party === undefined).map(({ id }) => id);
    this.actors = new Map(
      people.map(({ id, role, party, also = [] }) => [id, this.actorOf(id, [role, ...also], applies(role) ? (party ?? '') : undefined)]),
    );
  }

  /** Somebody of the public when nobody is named or nobody of that name is in the cast. */
  actor(id: string | undefined): Actor {
    return (id === undefined ? undefined : this.actors.get(id)) ?? { kind: 'public', channel: 'online' };
  }

  /** The applicant as the only party: an organisation where the service is for organisations, else a person. */
  parties(service: ServiceDefinition): PartyState[] {
    const [kind = 'person'] = service.applicants;
    const [party] = this.composed.workflows.get(service.workflow)?.parties ?? [];
    return party ? [{ party: party.id, kind, subject: `sim-${party.id}`, name: party.label['zh-CN'], agents: this.agents }] : [];
  }

  /** `party`: whom an applicant acts for, '' for the first party of every workflow; of staff undefined. */
  private actorOf(id: string, held: readonly string[], party: string | undefined): Actor {
    const { organisation, workflows } = this.composed;
    if (party !== undefined) {
      const parties =
        party !== ''
          ? [party]
          : [...new Set([...workflows.values()].flatMap((workflow) => workflow.parties.slice(0, 1).map((party) => party.id)))];
      return { kind: 'person', id, roles: [], parties, channel: 'online' };
    }
    const levelOf = (role: string) => organisation.roles.find((known) => known.id === role)?.level ?? organisation.levels.at(-1)?.id;
    return { kind: 'person', id, roles: held.map((role) => ({ role, area: `sim-${levelOf(role)}` })), parties: [], channel: 'online' };
  }
}
