import type { DecisionDefinition } from '@careway/definition';
import { type CompiledDecision, compileDecision, declareFacts, evaluateDecision, type Facts } from '@careway/rules';
import { type Effort, type Figure, figureOf } from './figure.js';
import { processorTime } from './processor-time.js';

const label = (text: string) => ({ 'zh-CN': text, en: text });
const levels = ['mild', 'moderate', 'severe', 'total'];
const rulesInAll = 1000;
const batch = 200;

/** P7: a table of 1,000 rules over five columns, evaluated as a command does it: no trace of every row. */
export function measureTable(effort: Effort): readonly Figure[] {
  const compiled = compileDecision(thousandRules(), { facts: declareFacts(facts) });
  if (compiled.issues.length > 0) throw new Error(compiled.issues.map(({ code, path }) => `${code} ${path}`).join('\n'));
  const match = { level: 'severe', local: true, grade: '3', age: '81', income: '712.50' };
  const line = (what: string) => ({ id: 'P7', what, unit: 'µs' });
  const aim = { atMost: 10 };
  return [
    figureOf(line('table of 1,000 rules, one matches'), microseconds(compiled, match, { effort, ok: true }), aim),
    figureOf(line('table of 1,000 rules, none matches'), microseconds(compiled, { ...match, local: false }, { effort, ok: false }), aim),
    figureOf(line('  with the trace of every row (why-page only)'), microseconds(compiled, match, { effort, ok: true, trace: true })),
  ];
}

function microseconds(
  compiled: CompiledDecision,
  given: Facts,
  asked: { readonly effort: Effort; readonly ok: boolean; readonly trace?: boolean },
): number[] {
  const { effort, ok, trace = false } = asked;
  const options = { on: '2021-06-01', trace };
  const found = evaluateDecision(compiled, given, options).status === 'ok';
  if (found !== ok) throw new Error('the table does not answer what the measure wants');
  const rounds: number[] = [];
  for (let round = 0; round < effort.rounds + 1; round += 1) {
    const until = performance.now() + effort.roundMs / 3;
    const start = processorTime();
    let count = 0;
    while (performance.now() < until) {
      for (let index = 0; index < batch; index += 1) evaluateDecision(compiled, given, options);
      count += batch;
    }
    // the first round warms up
    if (round > 0) rounds.push((processorTime() - start) / count);
  }
  return rounds;
}

const facts = [
  { id: 'level', label: label('level'), type: 'code' as const, values: levels.map((value) => ({ value, label: label(value) })) },
  { id: 'local', label: label('local'), type: 'boolean' as const },
  { id: 'grade', label: label('grade'), type: 'integer' as const },
  { id: 'age', label: label('age'), type: 'integer' as const },
  { id: 'income', label: label('income'), type: 'money' as const },
];

/** Level × grade × age band × income band = 4 × 5 × 5 × 10; no two rows overlap, and none is for people from elsewhere. */
function thousandRules(): DecisionDefinition {
  const rules = Array.from({ length: rulesInAll }, (_, index) => {
    const [age, income] = [Math.floor(index / 20) % 5, Math.floor(index / 100)];
    return {
      id: `r-${index}`,
      when: {
        level: `"${levels[index % 4]}"`,
        local: 'true',
        grade: String((Math.floor(index / 4) % 5) + 1),
        age: `[${60 + age * 8}..${68 + age * 8})`,
        income: `[${income * 100}..${income * 100 + 100})`,
      },
      then: { rate: `${100 + index}.00` },
      clause: 'c-1',
    };
  });
  const inputs = facts.map(({ id, label: text, type }) => ({ id, label: text, type }));
  const rate = { id: 'rate', label: label('rate'), type: 'money' as const };
  return {
    id: 'thousand',
    label: label('thousand'),
    workflow: 'bench',
    per: 'case',
    legalDate: 'application',
    tables: [{ id: 'rates', label: label('rates'), hitPolicy: 'UNIQUE', inputs, outputs: [rate], rules }],
    result: { id: 'amount', label: label('amount'), type: 'money', expression: 'rate', rounding: { scale: 2, mode: 'half-up' } },
  };
}
