export { checkExpectation, type Expectation, type ScenarioFailure } from './scenarios/check-expectation.js';
export { type RepresentativeCase, representativeCases } from './decisions/representative-facts.js';
export { type CoverageGoal, type CoverageKind, coverageGoals } from './scenarios/coverage.js';
export { type PackRun, runScenario, runScenarios, type ScenarioRun } from './scenarios/run-scenario.js';
export { simulate, type SimulationTrace, type StepWatcher, type TraceStep } from './scenarios/simulate.js';
export { CompiledPack } from './simulation/compiled-pack.js';
export { survivors, mutate, type SurvivorReport } from './mutation/mutate.js';
export type { Mutant } from './mutation/mutant.js';
export { checkPack } from './analysis/check-pack.js';
