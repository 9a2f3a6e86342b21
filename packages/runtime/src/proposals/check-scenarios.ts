import type { ComposedPack, LocalizedText, Scenario } from '@careway/definition';
import { CompiledPack, runScenario, type ScenarioFailure } from '@careway/proof';
import { checkExamples } from './check-examples.js';
import type { ScenarioDifferenceView } from '../views.js';
import { nextTurn } from './next-turn.js';

export interface ScenarioCheck {
  readonly base: ComposedPack;
  /** The pack in force today for a day, before the change. */
  readonly inForce: (on: string) => ComposedPack;
  readonly after: CompiledPack;
  /** Keys of documents that the changes affect: `decision:x`, `workflow:y`. */
  readonly affects: ReadonlySet<string>;
  /** Days on which the changed pack is the one in force. */
  readonly applies: (on: string) => boolean;
}

export interface ScenarioOutcome {
  readonly total: number;
  readonly passed: number;
  readonly expected: readonly ScenarioDifference[];
  readonly failing: readonly ScenarioDifference[];
}

export type ScenarioDifference = Omit<ScenarioDifferenceView, 'acknowledged'>;

/**
 * Runs the scenarios that a change can reach, each with the procedure of the day on which it begins and the tables of its legal dates:
 * one of an earlier month must come out as before. One that held and no longer does is told with its differences.
 */
export async function checkScenarios(check: ScenarioCheck): Promise<ScenarioOutcome> {
  const today = packsByDay(check.inForce);
  const changed = (on: string) => (check.applies(on) ? check.after : today(on));
  const play = (scenario: Scenario, choose: (on: string) => CompiledPack) =>
    runScenario(choose(scenario.start.slice(0, 10)).withTables(choose), scenario);
  const reached = [...check.base.scenarios.values()].filter((scenario) => isReached(check, scenario));
  const expected: ScenarioDifference[] = [];
  const failing: ScenarioDifference[] = [];
  for (const scenario of reached) {
    // Other people's requests go on between two scenarios.
    await nextTurn();
    const { failures } = play(scenario, changed);
    if (failures.length === 0) continue;
    const held = play(scenario, today).ok;
    (held ? expected : failing).push(differenceView(scenario, failures, check.base));
  }
  const examples = checkExamples(check);
  const total = reached.length + examples.total;
  expected.push(...examples.expected);
  failing.push(...examples.failing);
  return { total, passed: total - expected.length - failing.length, expected, failing };
}

/** Compiled once a pack. */
function packsByDay(inForce: ScenarioCheck['inForce']): (on: string) => CompiledPack {
  const packs = new Map<string, CompiledPack>();
  return (on) => {
    const pack = inForce(on);
    const known = packs.get(pack.hash) ?? new CompiledPack(pack);
    packs.set(pack.hash, known);
    return known;
  };
}

function isReached({ base, affects }: ScenarioCheck, { service: id }: Scenario): boolean {
  const service = base.services.get(id);
  if (!service) return false;
  const decisions = [service.decision ?? '', ...Object.values(service.decisionBy?.decisions ?? {})];
  return affects.has(`workflow:${service.workflow}`) || decisions.some((decision) => affects.has(`decision:${decision}`));
}

function differenceView({ id, label }: Scenario, failures: readonly ScenarioFailure[], base: ComposedPack): ScenarioDifference {
  return { id, label, differences: failures.map((failure) => differenceWords(failure, base)) };
}

const told: Readonly<Record<string, LocalizedText>> = {
  total: { 'zh-CN': '合计', en: 'total' },
  amount: { 'zh-CN': '金额', en: 'amount' },
  status: { 'zh-CN': '状态', en: 'status' },
  code: { 'zh-CN': '不发放的理由', en: 'reason of refusal' },
  rules: { 'zh-CN': '适用的行', en: 'row that applies' },
  position: { 'zh-CN': '环节', en: 'step' },
  tasks: { 'zh-CN': '待办', en: 'tasks' },
  letters: { 'zh-CN': '文书', en: 'letters' },
  breached: { 'zh-CN': '超期', en: 'late' },
  refused: { 'zh-CN': '拒绝', en: 'refusal' },
  issues: { 'zh-CN': '问题', en: 'issues' },
  ending: { 'zh-CN': '办结方式', en: 'ending' },
};

/** A difference without ids: 第4步 第1行金额：150.00 → 160.00. */
function differenceWords({ step, what, expected, actual }: ScenarioFailure, base: ComposedPack): LocalizedText {
  const [first = '', second = '', third = ''] = what.split('.');
  const thing = thingWords(base, { first, second, third });
  const place = step < 0 ? { 'zh-CN': '申请时', en: 'On filing' } : { 'zh-CN': `第${step + 1}步`, en: `Step ${step + 1}` };
  const plain = first === 'total' || third === 'amount' || first === 'clocks' || first === 'remedies';
  const change = plain ? `${expected || '—'} → ${actual || '—'}` : '';
  return {
    'zh-CN': `${place['zh-CN']}，${thing['zh-CN']}${change === '' ? '变了' : `：${change}`}`,
    en: `${place.en}, ${thing.en}${change === '' ? ' differs' : `: ${change}`}`,
  };
}

function thingWords(
  base: ComposedPack,
  { first, second, third }: { readonly first: string; readonly second: string; readonly third: string },
): LocalizedText {
  if (first === 'items') {
    const thing = told[third] ?? { 'zh-CN': '结果', en: 'result' };
    return { 'zh-CN': `第${second}行${thing['zh-CN']}`, en: `row ${second} ${thing.en}` };
  }
  const clocks = [...base.workflows.values()].flatMap((workflow) => workflow.clocks);
  const clock = first === 'clocks' ? clocks.find(({ id }) => id === second)?.label : undefined;
  const remedy = first === 'remedies' ? base.remedies.get(second)?.label : undefined;
  return clock ?? remedy ?? told[first] ?? { 'zh-CN': '结果', en: 'result' };
}
