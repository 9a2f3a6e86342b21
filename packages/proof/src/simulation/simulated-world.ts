import { type Issue, sha256Hex, type Scenario } from '@careway/definition';
import {
  type Act,
  type Actor,
  type CaseState,
  type Command,
  type CompiledWorkflow,
  type DecideContext,
  decide,
  firesAt,
  type Effect,
  type EffectOutcome,
  type Refusal,
  type RegisterRead,
  neededPeople,
} from '@careway/engine';
import type { CompiledPack } from './compiled-pack.js';
import { SimulatedEffects } from './simulated-effects.js';
import { instantMillis, simulatedInstant } from './simulated-instant.js';
import { Cast } from './cast.js';
import { SimulatedRecords } from './simulated-records.js';

export interface SimulatedCase {
  readonly id: string;
  state: CaseState;
  readonly acts: Act[];
}

export type SimulatedOutcome =
  | { readonly ok: true; readonly case: SimulatedCase }
  | { readonly ok: false; readonly refusal?: Refusal | undefined; readonly issues: readonly Issue[] };

/** Longest chain of commands that follow from one another, and most clocks fired by one move of the clock: no honest pack has more. */
const MAX_CHAIN = 50;
const MAX_FIRED = 5000;

/**
 * Cases, registers, claims and a clock in memory. Effects are performed at once, in order, and their outcomes fed back, so that after
 * every command everything that follows from it has happened. Deterministic: no time, no randomness but what is given.
 */
export class SimulatedWorld {
  readonly cases = new Map<string, SimulatedCase>();
  readonly effects: SimulatedEffects;
  now: string;
  private commands = 0;
  private chain = 0;
  private readonly records: SimulatedRecords;
  private readonly cast: Cast;

  constructor(
    private readonly pack: CompiledPack,
    scenario: Pick<Scenario, 'start' | 'registers' | 'claimsHeld' | 'service' | 'people'>,
  ) {
    this.now = simulatedInstant(scenario.start);
    this.records = new SimulatedRecords(pack.composed, scenario.registers ?? {}, this.now.slice(0, 10));
    this.effects = new SimulatedEffects(pack.composed, this.records);
    this.cast = new Cast(pack.composed, scenario.people);
    const claim = pack.composed.services.get(scenario.service)?.claim?.id;
    for (const values of scenario.claimsHeld ?? [])
      this.effects.hold(JSON.stringify([claim, ...values]), scenario.service, this.now.slice(0, 10));
  }

  /** Runs one command and all that follows from it. A case is opened by a command that names a new case id. */
  execute(caseId: string, command: Command, actor: Actor): SimulatedOutcome {
    const known = this.cases.get(caseId);
    const workflow = this.workflowOf(known, command);
    this.commands += 1;
    const salt = sha256Hex(`${this.commands}`);
    const compiled = this.pack.workflow(workflow);
    const ctx = { ...this.pack.context(), now: this.now, actor, salt, ...this.reads(compiled, command, known?.state) };
    const decided = decide(compiled, known?.state, command, ctx);
    if (!decided.ok) return { ok: false, refusal: decided.refusal, issues: decided.issues };
    const current: SimulatedCase = known ?? { id: caseId, state: decided.state, acts: [] };
    current.state = decided.state;
    current.acts.push(...decided.acts);
    this.cases.set(caseId, current);
    if (this.chain >= MAX_CHAIN) throw new RangeError(`more than ${MAX_CHAIN} commands follow from one another`);
    this.chain += 1;
    this.performAll(current, decided.effects);
    this.chain -= 1;
    return { ok: true, case: current };
  }

  /** Registers as they stand now, and whoever the command names. */
  private reads(
    compiled: CompiledWorkflow,
    command: Command,
    state: CaseState | undefined,
  ): Pick<DecideContext, 'records' | 'matches' | 'people'> {
    const { records, cast } = this;
    const named = new Map(neededPeople(compiled, command, state).map((needed) => [needed.person, needed]));
    return {
      records: (register, key) => records.get(register, key),
      matches: (register, match) => records.find(register, match),
      people: (id) => {
        const actor = cast.actor(id);
        if (actor.kind !== 'person') return undefined;
        return { id, roles: actor.roles, ...records.ofPerson(id, named.get(id)) };
      },
    };
  }

  /** A register record as it stands now. */
  record(register: string, key: string): RegisterRead | undefined {
    return this.records.get(register, key);
  }

  /** Moves the clock; what falls due on the way is fired at its own instant, in order. */
  advance(to: string): void {
    const target = instantMillis(simulatedInstant(to, this.now));
    let fired = 0;
    for (let due = this.nextDue(target); due; due = this.nextDue(target)) {
      fired += 1;
      if (fired > MAX_FIRED) throw new RangeError(`more than ${MAX_FIRED} clocks fall due until ${to}`);
      if (instantMillis(due.at) > instantMillis(this.now)) this.now = due.at;
      const outcome = this.execute(due.case, { type: 'FireClock', clock: due.clock }, { kind: 'system', cause: 'clock' });
      if (!outcome.ok) throw new RangeError(`clock ${due.clock} does not fire: ${outcome.refusal?.code ?? outcome.issues[0]?.code}`);
    }
    if (target > instantMillis(this.now)) this.now = simulatedInstant(to, this.now);
  }

  private nextDue(target: number): { readonly case: string; readonly clock: string; readonly at: string } | undefined {
    const due = [...this.cases.values()].flatMap(({ id, state }) =>
      state.clocks.flatMap((clock) => {
        const at = state.status === 'open' ? firesAt(clock) : undefined;
        return at === undefined ? [] : [{ case: id, clock: clock.id, at }];
      }),
    );
    return due.filter(({ at }) => instantMillis(at) <= target).sort((a, b) => instantMillis(a.at) - instantMillis(b.at))[0];
  }

  private performAll(current: SimulatedCase, effects: readonly Effect[]): void {
    const outcomes: EffectOutcome[] = [];
    for (const effect of effects) {
      if (effect.kind === 'open-child') outcomes.push(this.openChild(current, effect));
      else if (effect.kind === 'report-closed') this.report(effect.parent, [{ kind: 'child-closed', caseId: current.id }]);
      else outcomes.push(...[this.effects.perform(effect, current.id)].filter((outcome) => outcome !== undefined));
    }
    if (outcomes.length > 0) this.report(current.id, outcomes);
  }

  private openChild(parent: SimulatedCase, effect: Extract<Effect, { kind: 'open-child' }>): EffectOutcome {
    const number =
      [...this.cases.keys()].filter((id) => id.startsWith(`${parent.id}-child-`) && !id.slice(parent.id.length + 7).includes('-')).length +
      1;
    const caseId = `${parent.id}-child-${number}`;
    const opened = this.execute(caseId, { ...effect.command, type: 'OpenChildCase', caseId }, { kind: 'system', cause: 'effect' });
    if (!opened.ok) throw new RangeError(`the child case cannot be opened: ${opened.refusal?.code ?? opened.issues[0]?.code}`);
    return { kind: 'child-opened', key: effect.key, caseId };
  }

  private report(caseId: string, outcomes: readonly EffectOutcome[]): void {
    const reported = this.execute(caseId, { type: 'RecordOutcomes', outcomes }, { kind: 'system', cause: 'effect' });
    if (!reported.ok) throw new RangeError(`outcomes are not accepted: ${reported.refusal?.code ?? reported.issues[0]?.code}`);
  }

  private workflowOf(known: SimulatedCase | undefined, command: Command): string {
    if (known) return known.state.workflow.id;
    const service = 'service' in command ? this.pack.composed.services.get(command.service) : undefined;
    if (!service) throw new TypeError('a case is opened by a command that names its service');
    return service.workflow;
  }
}
