import type { ComposedPack, Scenario } from '@careway/definition';
import { CompiledPack } from '../simulation/compiled-pack.js';
import { packOfScenario } from '../simulation/pack-of-scenario.js';
import { checkExpectation, type ScenarioFailure } from './check-expectation.js';
import { type ExampleRun, runExamples } from '../decisions/run-examples.js';
import { type CoverageGoal, collectHits, coverageGoals } from './coverage.js';
import { simulate } from './simulate.js';

export interface ScenarioRun {
  readonly scenario: string;
  readonly ok: boolean;
  readonly failures: readonly ScenarioFailure[];
  /** Coverage keys reached; see `coverageGoals`. */
  readonly hits: ReadonlySet<string>;
}

/** Plays a scenario and compares every step with what it expects. `untilFailure` stops at the first difference. */
export function runScenario(
  pack: ComposedPack | CompiledPack,
  scenario: Scenario,
  options: { readonly untilFailure?: boolean } = {},
): ScenarioRun {
  const compiled = packOfScenario(pack instanceof CompiledPack ? pack : new CompiledPack(pack), scenario);
  const failures: ScenarioFailure[] = [];
  const hits = new Set<string>();
  try {
    simulate(compiled, scenario, (traced) => {
      failures.push(...checkExpectation(traced, traced.index < 0 ? scenario.expect : traced.step?.expect));
      if (!options.untilFailure) collectHits(compiled.composed, traced, hits);
      return options.untilFailure ? failures.length === 0 : traced.state !== undefined;
    });
  } catch (fault) {
    failures.push(broken(fault));
  }
  return { scenario: scenario.id, ok: failures.length === 0, failures, hits };
}

/** A pack that the engine cannot run fails its scenarios; it does not end the whole run. */
function broken(fault: unknown): ScenarioFailure {
  const actual = fault instanceof Error ? fault.message : String(fault);
  return { step: -1, what: 'run', expected: '', actual, message: { 'zh-CN': `无法运行：${actual}`, en: `It cannot be run: ${actual}` } };
}

export interface PackRun {
  readonly ok: boolean;
  readonly runs: readonly ScenarioRun[];
  readonly examples: readonly ExampleRun[];
  readonly coverage: {
    readonly goals: readonly CoverageGoal[];
    readonly reached: number;
    /** By name: what no scenario reaches. */
    readonly uncovered: readonly CoverageGoal[];
  };
}

/** Runs all scenarios of a pack and the examples of its decisions. `ok` when none fails; coverage is told beside it. */
export function runScenarios(composed: ComposedPack): PackRun {
  const compiled = new CompiledPack(composed);
  const runs = [...composed.scenarios.values()].map((scenario) => runScenario(compiled, scenario));
  const examples = runExamples(composed);
  const hits = new Set(runs.flatMap((run) => [...run.hits]));
  for (const { decision, matched } of examples) for (const { table, rule } of matched) hits.add(`row:${decision}/${table}/${rule}`);
  const goals = coverageGoals(composed);
  const uncovered = goals.filter(({ key }) => !hits.has(key));
  const ok = runs.every((run) => run.ok) && examples.every((run) => run.ok);
  return { ok, runs, examples, coverage: { goals, reached: goals.length - uncovered.length, uncovered } };
}
