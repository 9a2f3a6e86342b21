import type { ComposedPack, Issue, Scenario, ScenarioStep } from '@careway/definition';
import type { Act, CaseState, Refusal } from '@careway/engine';
import { Cast, simulatedAreas } from '../simulation/cast.js';
import { CompiledPack } from '../simulation/compiled-pack.js';
import { packOfScenario } from '../simulation/pack-of-scenario.js';
import { simulateSubmission } from '../simulation/simulated-submission.js';
import { type SimulatedOutcome, SimulatedWorld } from '../simulation/simulated-world.js';
import { scenarioCommand } from './scenario-command.js';
import { type WrittenRecord, writtenRecords } from './written-records.js';

/** What happened at one step of a script, and how the case it concerns stands afterwards. */
export interface TraceStep {
  /** -1 is the opening. */
  readonly index: number;
  /** ISO instant. */
  readonly at: string;
  readonly case: string;
  readonly by?: string | undefined;
  readonly action?: string | undefined;
  readonly ok: boolean;
  readonly refusal?: Refusal | undefined;
  readonly issues: readonly Issue[];
  /** Absent when no case could be opened. */
  readonly state?: CaseState | undefined;
  /** Acts of that case recorded at this step, by due clocks and effects too. */
  readonly acts: readonly Act[];
  /** Register records that the case has asked for so far, in order. */
  readonly records: readonly WrittenRecord[];
  readonly step?: ScenarioStep | undefined;
}

type TraceBase = Pick<TraceStep, 'index' | 'at' | 'case' | 'by' | 'action' | 'step'>;

export interface SimulationTrace {
  readonly scenario: string;
  readonly steps: readonly TraceStep[];
  /** Final states by the names that scripts use: `main` and those given by `opens`; further cases by id. */
  readonly cases: Readonly<Record<string, CaseState>>;
  /** History by the same names. */
  readonly acts: Readonly<Record<string, readonly Act[]>>;
}

/** Called after every step; false ends the run. */
export type StepWatcher = (step: TraceStep) => boolean;

/**
 * Plays a script on the engine, in memory: opens the case from the submission, moves the clock to each `at` (due clocks fire on the
 * way), takes each step's action. Refused commands leave everything as it was. Deterministic.
 * @throws TypeError when the scenario names what the pack does not have (its check tells that).
 */
export function simulate(pack: ComposedPack | CompiledPack, scenario: Scenario, watch: StepWatcher = () => true): SimulationTrace {
  const compiled = packOfScenario(pack instanceof CompiledPack ? pack : new CompiledPack(pack), scenario);
  const play = new Play(compiled, scenario);
  const steps: TraceStep[] = [];
  const push = (step: TraceStep) => {
    steps.push(step);
    return watch(step);
  };
  if (push(play.open())) for (const [index, step] of scenario.script.entries()) if (!push(play.take(step, index))) break;
  return { scenario: scenario.id, steps, ...play.result() };
}

class Play {
  private readonly world: SimulatedWorld;
  private readonly cast: Cast;
  /** Case ids by name. */
  private readonly names = new Map<string, string>();

  constructor(
    private readonly pack: CompiledPack,
    private readonly scenario: Scenario,
  ) {
    this.world = new SimulatedWorld(pack, scenario);
    this.cast = new Cast(pack.composed, scenario.people);
  }

  open(): TraceStep {
    const { scenario } = this;
    const by = scenario.schedule === undefined ? (scenario.by ?? this.cast.agents[0]) : undefined;
    return this.openCase({ index: -1, at: this.world.now, case: 'main', by }, { ...scenario, opens: 'main' });
  }

  take(step: ScenarioStep, index: number): TraceStep {
    const name = step.case ?? 'main';
    const known = this.world.cases.get(this.names.get(name) ?? name);
    const before = known?.acts.length ?? 0;
    const cases = new Set(this.world.cases.keys());
    if (step.at !== undefined) this.world.advance(step.at);
    const base = { index, at: this.world.now, case: name, by: step.by, action: step.action ?? step.procedure, step };
    if (step.service !== undefined) return this.openCase({ ...base, case: step.opens ?? `case-${index + 1}` }, step);
    if (!known) return { ...base, ok: false, issues: [], acts: [], records: [] };
    const { command, issues } = scenarioCommand(this.pack.composed, known.state, step, this.world.now.slice(0, 10));
    if (issues) return { ...base, ok: false, issues, state: known.state, acts: known.acts.slice(before), records: writtenRecords(known) };
    const outcome = command ? this.world.execute(known.id, command, this.cast.actor(step.by)) : ({ ok: true, case: known } as const);
    const opened = [...this.world.cases.keys()].find((id) => !cases.has(id));
    if (step.opens !== undefined && opened !== undefined) this.names.set(step.opens, opened);
    return this.traced(base, outcome, before, known);
  }

  /** A case filed by a person, or opened by the calendar. */
  private openCase(base: TraceBase, filing: Pick<ScenarioStep, 'service' | 'entry' | 'schedule' | 'submission' | 'opens'>): TraceStep {
    const { world, pack, cast } = this;
    const service = pack.composed.services.get(filing.service ?? '');
    if (!service) throw new TypeError(`the pack has no service ${filing.service}`);
    const today = world.now.slice(0, 10);
    const { submission, issues } = simulateSubmission(pack.composed, service, { data: filing.submission, today, stage: 'submit' });
    if (!submission) return { ...base, ok: false, issues, acts: [], records: [] };
    const { schedule } = filing;
    const command = {
      type: 'OpenCase',
      caseId: base.case,
      tenant: 'sim',
      service: service.id,
      areaPath: simulatedAreas(pack.composed.organisation),
      submission,
      parties: cast.parties(service, {
        by: base.by,
        data: filing.submission ?? {},
        record: (register, key) => world.record(register, key),
      }),
      ...(filing.entry === undefined ? {} : { entry: filing.entry }),
      ...(schedule === undefined ? {} : { schedule: { id: schedule, period: today } }),
    } as const;
    const actor = schedule === undefined ? cast.actor(base.by) : ({ kind: 'system', cause: 'clock' } as const);
    const outcome = world.execute(base.case, command, actor);
    if (outcome.ok) this.names.set(base.case, base.case);
    return this.traced(base, outcome, 0);
  }

  result(): Pick<SimulationTrace, 'cases' | 'acts'> {
    const nameOf = new Map([...this.names].map(([name, id]) => [id, name]));
    const named = [...this.world.cases.values()].map((one) => ({ ...one, name: nameOf.get(one.id) ?? one.id }));
    return {
      cases: Object.fromEntries(named.map(({ name, state }) => [name, state])),
      acts: Object.fromEntries(named.map(({ name, acts }) => [name, acts])),
    };
  }

  private traced(base: TraceBase, outcome: SimulatedOutcome, ...[before, known]: [number, { state: CaseState; acts: Act[] }?]): TraceStep {
    const current = outcome.ok ? outcome.case : known;
    const acts = current?.acts.slice(before) ?? [];
    const records = current ? writtenRecords(current) : [];
    if (outcome.ok) return { ...base, ok: true, issues: [], state: outcome.case.state, acts, records };
    return { ...base, ok: false, refusal: outcome.refusal, issues: outcome.issues, state: current?.state, acts, records };
  }
}
