import type { ComposedPack, OrganisationDefinition, Scenario, ServiceDefinition, WorkflowDefinition } from '@careway/definition';
import type { Actor, CaseState, PartyState, RegisterRead } from '@careway/engine';

/** What is filed, and by whom; records are those of the registers. */
export interface SimulatedFiling {
  readonly by: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
  readonly record: (register: string, key: string) => RegisterRead | undefined;
}

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
    private readonly people: Scenario['people'],
  ) {
    const { roles } = composed.organisation;
    const applies = (role: string) => roles.find(({ id }) => id === role)?.kind === 'applicant';
    this.agents = people.filter(({ role, party }) => applies(role) && party === undefined).map(({ id }) => id);
    this.actors = new Map(people.map((person) => [person.id, this.actorOf(person, applies(person.role))]));
  }

  /** Somebody of the public when nobody is named or nobody of that name is in the cast. */
  actor(id: string | undefined): Actor {
    return (id === undefined ? undefined : this.actors.get(id)) ?? { kind: 'public', channel: 'online' };
  }

  /**
   * Who files, first: an organisation where the service is for organisations, else a person, or somebody who stays anonymous; then those
   * whom the form names by their key in a register.
   */
  parties(service: ServiceDefinition, filing: SimulatedFiling): PartyState[] {
    const workflow = this.composed.workflows.get(service.workflow);
    const [first, ...others] = workflow?.parties ?? [];
    if (!workflow || !first) return [];
    const anonymous = this.people.some(({ id, anonymous: hidden }) => id === filing.by && hidden === true);
    const [kind = 'person'] = service.applicants;
    const known = anonymous ? { kind: 'anonymous' as const } : { kind, name: first.label['zh-CN'] };
    const filer: PartyState = { party: first.id, subject: `sim-${first.id}`, agents: this.agents, ...known };
    return [filer, ...others.flatMap((party) => this.named(workflow, party, filing))];
  }

  private named(workflow: WorkflowDefinition, { id, from }: WorkflowDefinition['parties'][number], filing: SimulatedFiling): PartyState[] {
    const fact = workflow.facts.find((known) => known.id === from?.key);
    const key = fact && filing.data[fact.from.field ?? fact.id];
    const record = from && typeof key === 'string' ? filing.record(from.register, key) : undefined;
    if (!from || !record) return [];
    const name = record.values[this.composed.registers.get(from.register)?.name ?? ''];
    const agents = this.people.filter(({ party }) => party === id).map((person) => person.id);
    return [{ party: id, kind: 'organisation', subject: `sim-${String(key)}`, agents, ...(typeof name === 'string' ? { name } : {}) }];
  }

  /** Applicants act for the party named, or for the first party of every workflow; staff in the area where such a role works. */
  private actorOf({ id, role, party, also = [], channel = 'online' }: Scenario['people'][number], applies: boolean): Actor {
    const { organisation, workflows } = this.composed;
    if (applies) {
      const first = [...workflows.values()].flatMap(({ parties }) => parties.slice(0, 1).map((known) => known.id));
      return { kind: 'person', id, roles: [], parties: party === undefined ? [...new Set(first)] : [party], channel };
    }
    const levelOf = (held: string) => organisation.roles.find((known) => known.id === held)?.level ?? organisation.levels.at(-1)?.id;
    return {
      kind: 'person',
      id,
      roles: [role, ...also].map((held) => ({ role: held, area: `sim-${levelOf(held)}` })),
      parties: [],
      channel,
    };
  }
}
