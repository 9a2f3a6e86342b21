import { type PackRun, runScenarios, survivors } from '@careway/proof';
import type { Answer } from '../answer.js';
import { loadSound } from '../load-composed.js';

/** `careway test`: the scenarios of a pack, what they cover and, with `mutate`, which changes none of them notices. */
export function testPack(folder: string, { mutate }: { mutate: boolean }): Answer {
  const pack = loadSound(folder);
  const run = runScenarios(pack);
  const unnoticed = mutate && run.ok ? survivors(pack).survivors.map(({ id, description }) => ({ id, description })) : [];
  const { goals, reached, uncovered } = run.coverage;
  const ok = run.ok && uncovered.length === 0 && unnoticed.length === 0;
  const json = {
    status: ok ? 'ok' : 'issue',
    scenarios: run.runs.map(({ scenario, ok, failures }) => ({ id: scenario, ok, failures })),
    examples: run.examples.map(({ decision, example, ok, failures }) => ({ decision, id: example, ok, failures })),
    coverage: { goals: goals.length, reached, uncovered, ...(mutate ? { unnoticed } : {}) },
  };
  const missed = unnoticed.map(({ description }) => `○ 没有情景察觉 / unnoticed: ${description['zh-CN']} / ${description.en}`);
  return {
    exit: ok ? 0 : 1,
    json,
    text: [
      ...scenarioLines(run),
      ...exampleLines(run),
      `覆盖 / coverage: ${reached} / ${goals.length}`,
      ...uncovered.map(({ key, label }) => `○ ${key}  ${label['zh-CN']}`),
      ...missed,
    ],
  };
}

function scenarioLines(run: PackRun): string[] {
  return run.runs.flatMap(({ scenario, ok, failures }) => [
    `${ok ? '✓' : '✗'} ${scenario}`,
    ...failures.map((failure) => `    ${failure.step + 1}. ${failure.message['zh-CN']} / ${failure.message.en}`),
  ]);
}

/** Examples of a decision in one line, and those that fail. */
function exampleLines({ examples }: PackRun): string[] {
  const decisions = [...new Set(examples.map(({ decision }) => decision))];
  return decisions.flatMap((id) => {
    const runs = examples.filter(({ decision }) => decision === id);
    const failed = runs.filter(({ ok }) => !ok);
    const words = failed.flatMap(({ example, failures }) =>
      failures.map(({ what, expected, actual }) => `    ${example}: ${what} ${expected || '—'} ≠ ${actual || '—'}`),
    );
    return [`${failed.length === 0 ? '✓' : '✗'} ${id}: ${runs.length - failed.length} / ${runs.length} 例 / examples`, ...words];
  });
}
