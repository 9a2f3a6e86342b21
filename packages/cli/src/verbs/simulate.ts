import { parseDocument, type Scenario } from '@careway/definition';
import type { CaseState } from '@careway/engine';
import { simulate, type TraceStep } from '@careway/proof';
import { type Answer, UsageError } from '../answer.js';
import { loadSound } from '../load-composed.js';
import { issueJson, issueLines } from '../print-issues.js';

export interface SimulateOptions {
  /** In the format of a scenario; `id`, `label` may be left out. */
  readonly script: Readonly<Record<string, unknown>>;
  readonly now: string | undefined;
}

/** `careway simulate`: plays a script in memory and tells path, tasks, clocks with due dates, amounts and letters. */
export function simulateScript(folder: string, workflow: string, { script, now }: SimulateOptions): Answer {
  const pack = loadSound(folder);
  if (!pack.workflows.has(workflow))
    throw new UsageError(`The pack has no workflow “${workflow}”. It has: ${[...pack.workflows.keys()].join(', ')}`);
  const label = { 'zh-CN': '模拟', en: 'Simulation' };
  const parsed = parseDocument('scenario', { id: 'simulation', label, ...script, ...(now === undefined ? {} : { start: now }) });
  if (!parsed.document)
    return { exit: 1, json: { status: 'issue', cases: [], issues: parsed.issues.map(issueJson) }, text: parsed.issues.flatMap(issueLines) };
  const scenario = parsed.document as Scenario;
  const service = pack.services.get(scenario.service);
  if (service?.workflow !== workflow)
    throw new UsageError(`The script’s service “${scenario.service}” does not run on the workflow “${workflow}”`);
  const trace = simulate(pack, scenario);
  const failed = trace.steps.filter(({ ok }) => !ok);
  const steps = trace.steps.map(stepJson);
  const cases = Object.entries(trace.cases).map(([name, state]) => ({ name, ...caseJson(state) }));
  const json = {
    status: failed.length === 0 ? 'ok' : 'issue',
    cases,
    steps,
    issues: failed.flatMap(({ issues }) => issues.map(issueJson)),
  };
  return {
    exit: failed.length === 0 ? 0 : 1,
    json,
    text: [...trace.steps.flatMap(stepLines), ...cases.flatMap((one) => [JSON.stringify(one, null, 2)])],
  };
}

function stepJson({ index, at, case: name, by, action, ok, refusal, issues, state }: TraceStep) {
  return { index, at, case: name, by, action, ok, refusal, issues: issues.map(issueJson), position: state?.position };
}

function stepLines(step: TraceStep): string[] {
  const what = step.index < 0 ? 'OpenCase' : (step.action ?? '—');
  const where = step.state?.position.join(', ') ?? '';
  const lines = [`${step.ok ? '✓' : '✗'} ${step.at} ${step.case} ${step.by ?? ''} ${what} → ${where}`];
  if (step.refusal) lines.push(`    ${step.refusal.code}: ${step.refusal.message['zh-CN']} / ${step.refusal.message.en}`);
  return [...lines, ...step.issues.flatMap(issueLines)];
}

function caseJson(state: CaseState) {
  return {
    status: state.status,
    ...(state.ending ? { ending: state.ending } : {}),
    number: state.number,
    position: state.position,
    visited: state.visited,
    tasks: state.tasks.map(({ kind, step, role, party }) => ({ kind, step, ...(role ? { role } : { party }) })),
    clocks: state.clocks.map(({ clock, status, startedOn, due, breachedOn, missingYear }) => ({
      clock,
      status,
      startedOn,
      due,
      breachedOn,
      missingYear,
    })),
    items: state.items.map(({ row, status, batch, result }) => ({
      row,
      status,
      batch,
      outputs: result?.outputs,
      matched: result?.matched,
    })),
    letters: state.letters.map(({ letter, status, number, total, remedies }) => ({ letter, status, number, total, remedies })),
  };
}
