import type { ComposedPack, DecisionDefinition, DecisionExample, WorkflowDefinition } from '@careway/definition';
import {
  compileDecision,
  type CompiledDecision,
  type DecisionResult,
  evaluateDecision,
  factsOfDecision,
  manualAmountIssue,
} from '@careway/rules';
import { factsFromDefinition } from './known-facts.js';

/** One thing that came out otherwise than the example says. */
export interface ExampleFailure {
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
}

export interface ExampleRun {
  readonly decision: string;
  readonly example: string;
  readonly ok: boolean;
  readonly failures: readonly ExampleFailure[];
  readonly matched: DecisionResult['matched'];
}

/** Day for tables of which nothing is dated. */
const ANY_DAY = '2000-01-01';

/** Evaluates every example of every decision and compares it with what it says. */
export function runExamples(composed: ComposedPack): readonly ExampleRun[] {
  return [...composed.decisions.values()].flatMap((definition) => examplesOf(definition, workflowOf(composed, definition)));
}

/** Whether some example tells a changed decision from what it should be. */
export function examplesNotice(composed: ComposedPack, decision: string): boolean {
  const definition = composed.decisions.get(decision);
  return definition !== undefined && examplesOf(definition, workflowOf(composed, definition)).some(({ ok }) => !ok);
}

function workflowOf(composed: ComposedPack, { workflow }: DecisionDefinition): WorkflowDefinition | undefined {
  return workflow === undefined ? undefined : composed.workflows.get(workflow);
}

function examplesOf(definition: DecisionDefinition, workflow: WorkflowDefinition | undefined): readonly ExampleRun[] {
  if (!definition.examples) return [];
  const compiled = compileDecision(definition, factsOfDecision(definition, workflow));
  const known = factsFromDefinition(workflow);
  return definition.examples.map((example) => runExample(compiled, example, known));
}

function runExample(compiled: CompiledDecision, example: DecisionExample, known: Readonly<Record<string, unknown>>): ExampleRun {
  const result = evaluateDecision(compiled, { ...known, ...example.facts }, { on: example.on ?? ANY_DAY, trace: false });
  const failures = differences(result, outcomeOf(compiled, result, example), example.expect);
  const { id: decision } = compiled.definition;
  return { decision, example: example.id, ok: failures.length === 0, failures, matched: result.matched };
}

interface Outcome {
  readonly outputs: DecisionResult['outputs'];
  readonly issue: string;
}

/** With the amount that a person proposes, where the tables leave it to one. */
function outcomeOf(compiled: CompiledDecision, result: DecisionResult, { amount }: DecisionExample): Outcome {
  const issue = result.issues.find(({ severity }) => severity === 'error')?.code ?? '';
  if (amount === undefined || !result.manual) return { outputs: result.outputs, issue };
  const outside = manualAmountIssue(result.manual, amount, '');
  return outside
    ? { outputs: result.outputs, issue: outside.code }
    : { outputs: { ...result.outputs, [compiled.definition.result.id]: amount }, issue };
}

function differences(result: DecisionResult, { outputs, issue }: Outcome, expect: DecisionExample['expect']): readonly ExampleFailure[] {
  const matched = result.matched.map(({ rule }) => rule);
  const compared: ExampleFailure[] = [
    ...Object.entries(expect.outputs ?? {}).map(([id, value]) => ({
      what: id,
      expected: String(value),
      actual: String(outputs[id] ?? ''),
    })),
    { what: 'refused', expected: expect.refused ?? '', actual: result.refused?.code ?? '' },
    { what: 'issue', expected: expect.issue ?? '', actual: issue },
    ...(expect.manual === undefined
      ? []
      : [{ what: 'manual', expected: String(expect.manual), actual: String(result.manual !== undefined) }]),
  ];
  const absent = (expect.rules ?? []).filter((rule) => !matched.includes(rule));
  return [
    ...compared.filter(({ expected, actual }) => expected !== actual),
    ...absent.map((rule) => ({ what: 'rules', expected: rule, actual: matched.join(' ') })),
  ];
}
