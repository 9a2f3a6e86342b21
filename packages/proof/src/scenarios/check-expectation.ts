import type { LocalizedText, ScenarioStep } from '@careway/definition';
import type { Act, CaseState, FactScalar } from '@careway/engine';
import { breachedClocks, clockWord, escalatedWord, taskWords, totalOf } from './case-facts-shown.js';
import type { TraceStep } from './simulate.js';

export type Expectation = NonNullable<ScenarioStep['expect']>;

/** One thing that came out otherwise than the scenario says. */
export interface ScenarioFailure {
  /** Index of the step; -1 is the opening. */
  readonly step: number;
  /** Key of the expectation: `position`, `clocks.street`, `items.3.amount` … */
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
  readonly message: LocalizedText;
}

/**
 * Compares what a step led to with what was expected. What is not mentioned is not judged, but a refusal or issue that nobody expected
 * is a failure. `letters` are those issued at this step, `remedies` those of letters delivered so far, `total` is what the step decided
 * or else the sum of rows not refused; `rules` must be among the rows matched; amounts compare as text, so that 385 is not 385.00;
 * `items` are as the case stands then.
 */
export function checkExpectation(traced: TraceStep, expect: Expectation = {}): ScenarioFailure[] {
  const findings = new Findings(traced.index);
  checkOutcome(findings, traced, expect);
  const { state } = traced;
  if (state) checkState(findings, { state, acts: traced.acts }, expect);
  else if (expect.issues === undefined && expect.refused === undefined) findings.compare('case', 'opened', 'not opened');
  if (expect.records) checkRecords(findings, traced.records, expect.records);
  return findings.failures;
}

class Findings {
  readonly failures: ScenarioFailure[] = [];
  constructor(private readonly step: number) {}

  compare(what: string, expected: string, actual: string, same = expected === actual): void {
    if (same) return;
    const place = this.step < 0 ? { 'zh-CN': '申请时', en: 'On filing' } : { 'zh-CN': `第${this.step + 1}步`, en: `Step ${this.step + 1}` };
    const message = {
      'zh-CN': `${place['zh-CN']}：${what} 应为 ${expected || '（无）'}，实际为 ${actual || '（无）'}`,
      en: `${place.en}: ${what} should be ${expected || '(nothing)'} but is ${actual || '(nothing)'}`,
    };
    this.failures.push({ step: this.step, what, expected, actual, message });
  }

  set(what: string, expected: readonly string[], actual: readonly string[]): void {
    this.compare(what, [...expected].sort().join(' '), [...actual].sort().join(' '));
  }
}

function checkOutcome(findings: Findings, traced: TraceStep, expect: Expectation): void {
  const refused = traced.refusal?.code ?? '';
  findings.compare('refused', expect.refused ?? '', refused);
  const codes = [...new Set(traced.issues.map(({ code }) => code))];
  if (expect.issues) findings.set('issues', [...new Set(expect.issues)], codes);
  else if (!traced.ok && !traced.refusal) findings.compare('issues', '', codes.join(' '));
}

interface Standing {
  readonly state: CaseState;
  readonly acts: readonly Act[];
}

function checkState(findings: Findings, standing: Standing, expect: Expectation): void {
  const { state, acts } = standing;
  if (expect.position) findings.set('position', expect.position, state.position.filter(isStep));
  if (expect.status) findings.compare('status', expect.status, state.status);
  if (expect.ending) findings.compare('ending', expect.ending, state.ending ?? '');
  for (const [clock, due] of Object.entries(expect.clocks ?? {})) findings.compare(`clocks.${clock}`, String(due), clockWord(state, clock));
  if (expect.tasks) findings.set('tasks', [...new Set(expect.tasks)], taskWords(state));
  for (const [clock, level] of Object.entries(expect.escalated ?? {}))
    findings.compare(`escalated.${clock}`, String(level), escalatedWord(state, clock));
  if (expect.breached) findings.set('breached', [...new Set(expect.breached)], breachedClocks(state));
  if (expect.letters)
    findings.set(
      'letters',
      expect.letters,
      acts.flatMap((act) => (act.type === 'LetterIssued' ? [act.data.letter.letter] : [])),
    );
  checkAmounts(findings, standing, expect);
  for (const [place, person] of Object.entries(expect.seats ?? {})) {
    const [seat, step] = place.split('@');
    const holder = state.seats?.find((known) => known.seat === seat && known.step === step)?.person;
    findings.compare(`seats.${place}`, String(person), holder ?? '');
  }
  for (const [remedy, due] of Object.entries(expect.remedies ?? {}))
    findings.compare(`remedies.${remedy}`, String(due), remedyDue(state, remedy));
  for (const [fact, value] of Object.entries(expect.facts ?? {})) {
    findings.compare(`facts.${fact}`, String(value), plainText(state.facts[fact]?.value));
  }
}

/** All records that the case has asked for so far, in order; of each what is mentioned. */
function checkRecords(findings: Findings, written: TraceStep['records'], expected: NonNullable<Expectation['records']>): void {
  findings.compare('records', expected.map(({ register }) => register).join(' '), written.map(({ register }) => register).join(' '));
  for (const [index, { key, refused, values }] of expected.entries()) {
    const record = written[index];
    const what = `records.${index + 1}`;
    if (key !== undefined) findings.compare(`${what}.key`, key, plainText(record?.key));
    findings.compare(`${what}.refused`, refused ?? '', record?.refused ?? '');
    for (const [field, value] of Object.entries(values ?? {}))
      findings.compare(`${what}.${field}`, String(value), plainText(record?.values[field]));
  }
}

function checkAmounts(findings: Findings, { state, acts }: Standing, expect: Expectation): void {
  if (expect.total !== undefined) {
    const decided = acts.findLast((act) => act.type === 'BatchDecided')?.data.total;
    findings.compare('total', expect.total, totalOf(state, decided));
  }
  for (const { row, status, amount, code, rules, outputs } of expect.items ?? []) {
    const item = state.items.find((known) => known.row === row);
    const result = item?.result;
    if (status) findings.compare(`items.${row}.status`, status, item?.status ?? '');
    if (amount !== undefined) findings.compare(`items.${row}.amount`, amount, result?.amount ?? '');
    if (code !== undefined) findings.compare(`items.${row}.code`, code, result?.refused?.code ?? '');
    for (const [id, value] of Object.entries(outputs ?? {}))
      findings.compare(`items.${row}.outputs.${id}`, String(value), String(result?.outputs[id] ?? ''));
    const matched = result?.matched.map(({ rule }) => rule) ?? [];
    for (const rule of rules ?? []) findings.compare(`items.${row}.rules`, rule, matched.join(' '), matched.includes(rule));
  }
}

function remedyDue(state: CaseState, remedy: string): string {
  const letter = state.letters.findLast((known) => known.remedies.some((one) => one.remedy === remedy));
  return letter?.remedies.find((one) => one.remedy === remedy)?.due ?? '';
}

function plainText(value: FactScalar | undefined): string {
  return value === undefined ? '' : typeof value === 'object' ? value.key : String(value);
}

/** A branch that is finished stands in the position too; it is no step. */
function isStep(leaf: string): boolean {
  return !leaf.includes('$');
}
