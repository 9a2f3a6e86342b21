import type { ComposedPack, DecisionDefinition, DecisionExample, LocalizedText } from '@careway/definition';
import { type ExampleFailure, type ExampleRun, runExamples } from '@careway/proof';
import type { ScenarioCheck, ScenarioDifference, ScenarioOutcome } from './check-scenarios.js';

/** The same for the examples of decisions: those of days before the change must come out as today. */
export function checkExamples({ base, after, affects, applies }: ScenarioCheck): Pick<ScenarioOutcome, 'total' | 'expected' | 'failing'> {
  const held = new Set(
    runExamples(base)
      .filter(({ ok }) => ok)
      .map(keyOf),
  );
  const runs = runExamples(after.composed).filter(
    (run) => affects.has(`decision:${run.decision}`) && isReached(after.composed, run, applies),
  );
  const wrong = runs.filter(({ ok }) => !ok);
  const view = (run: ExampleRun) => differenceView(after.composed, run);
  return {
    total: runs.length,
    expected: wrong.filter((run) => held.has(keyOf(run))).map(view),
    failing: wrong.filter((run) => !held.has(keyOf(run))).map(view),
  };
}

function keyOf({ decision, example }: ExampleRun): string {
  return `example:${decision}/${example}`;
}

/** An example without a date holds for any day: it must be looked at. */
function isReached(pack: ComposedPack, { decision, example }: ExampleRun, applies: ScenarioCheck['applies']): boolean {
  const definition = pack.decisions.get(decision);
  const found = exampleOf(definition, example);
  const month = definition?.legalDate === 'service-month' ? found?.facts['service_month'] : undefined;
  const on = typeof month === 'string' ? `${month.slice(0, 7)}-01` : found?.on;
  return on === undefined || applies(on);
}

function exampleOf(definition: DecisionDefinition | undefined, id: string): DecisionExample | undefined {
  return definition?.examples?.find((known) => known.id === id);
}

function differenceView(pack: ComposedPack, run: ExampleRun): ScenarioDifference {
  const definition = pack.decisions.get(run.decision);
  const label = exampleOf(definition, run.example)?.label ?? definition?.label ?? { 'zh-CN': '一个算例', en: 'An example' };
  return { id: keyOf(run), label, differences: run.failures.map((failure) => differenceWords(definition, failure)) };
}

function differenceWords(definition: DecisionDefinition | undefined, { what, expected, actual }: ExampleFailure): LocalizedText {
  const columns = definition?.tables.flatMap(({ outputs }) => outputs) ?? [];
  const label = definition?.result.id === what ? definition.result.label : columns.find(({ id }) => id === what)?.label;
  if (!label) return { 'zh-CN': '结果变了', en: 'The result differs' };
  const change = `${expected || '—'} → ${actual || '—'}`;
  return { 'zh-CN': `${label['zh-CN']}：${change}`, en: `${label.en}: ${change}` };
}
