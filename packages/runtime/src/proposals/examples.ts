import type { ComposedPack, DecisionDefinition, LocalizedText } from '@careway/definition';
import { groupAmount, sumAmounts } from '@careway/engine';
import { CompiledPack, representativeCases } from '@careway/proof';
import { type CompiledDecision, type DecisionResult, evaluateDecision, type Facts } from '@careway/rules';
import type { ExampleView, PreviewView } from '../views.js';
import { factText } from '../views/fact-view.js';
import { formulaOf } from '../views/why-view.js';
import { nextTurn } from './next-turn.js';
import type { ProposedTables } from './proposed-tables.js';

type Examples = PreviewView['decisions'][number];

/** Facts that stand for many, on a legal date, with both results. */
interface Pair {
  readonly facts: Facts;
  readonly before: DecisionResult;
  readonly after: DecisionResult;
}

export interface ExampleInput {
  readonly tables: ProposedTables;
  readonly inForce: (on: string) => ComposedPack;
}

type KnownFact = NonNullable<DecisionDefinition['facts']>[number];

/** Examples shown of one decision, at most. */
const atMost = 40;

/**
 * What a changed decision gives for representative facts today and after the change: one example for each way in which the result
 * changes, and the first of them on the day before the change takes effect.
 */
export async function decisionExamples(definition: DecisionDefinition, input: ExampleInput): Promise<Examples> {
  const { composed, effectiveFrom } = input.tables.input;
  const workflow = composed.workflows.get(definition.workflow ?? '');
  const head = { id: definition.id, label: definition.label };
  const declared = definition.facts ?? [...(workflow?.facts ?? []), ...(workflow?.items?.facts ?? [])];
  const cases = representativeCases(definition, workflow, `"${effectiveFrom.slice(0, 7)}" "${effectiveFrom}"`);
  if (!cases) return { ...head, untried: true, examples: [] };
  const judge = new Judge(definition.id, input);
  const found = new Map<string, Pair>();
  for (const [index, { facts }] of cases.entries()) {
    if (index % 500 === 499) await nextTurn();
    const pair = judge.pair(facts, legalDate(definition, facts, effectiveFrom));
    if (!pair || outcome(definition, pair.before) === outcome(definition, pair.after)) continue;
    const key = `${outcome(definition, pair.before)} ${outcome(definition, pair.after)} ${rowsOf(pair.after)}`;
    if (!found.has(key)) found.set(key, pair);
  }
  const views = [...found.values()].slice(0, atMost).map((pair) => exampleView(definition, declared, pair));
  const unchanged = unchangedExample(definition, declared, { judge, first: [...found.values()][0], effectiveFrom });
  return { ...head, untried: false, examples: views, ...(unchanged ? { unchanged } : {}) };
}

function legalDate({ legalDate: by }: DecisionDefinition, { service_month: month }: Facts, otherwise: string): string {
  return by === 'service-month' && typeof month === 'string' ? `${month}-01` : otherwise;
}

/** Decides by the tables in force, and by the proposed ones where they reach. */
class Judge {
  readonly #compiled = new Map<string, CompiledDecision | undefined>();

  constructor(
    readonly decision: string,
    readonly input: ExampleInput,
  ) {}

  pair(facts: Facts, on: string): Pair | undefined {
    const { tables, inForce } = this.input;
    const { area, composed } = tables.input;
    const now = this.#of(inForce(on));
    const then = tables.reaches(area, on) ? this.#of(composed) : now;
    if (!now || !then) return undefined;
    return {
      facts,
      before: evaluateDecision(now, facts, { on, trace: false }),
      after: evaluateDecision(then, facts, { on, trace: false }),
    };
  }

  #of(pack: ComposedPack): CompiledDecision | undefined {
    if (!this.#compiled.has(pack.hash))
      this.#compiled.set(pack.hash, new CompiledPack(pack).context().decision(this.decision, '')?.compiled);
    return this.#compiled.get(pack.hash);
  }
}

/** What comes of it for the person: figures on the way do not count where a person decides or nothing is granted. */
export function outcome({ result }: DecisionDefinition, { status, outputs, refused, manual, issues }: DecisionResult): string {
  const value = refused || manual ? null : (outputs[result.id] ?? null);
  return JSON.stringify([status, value, refused?.rule, manual?.rule, issues.map(({ code }) => code)]);
}

function rowsOf({ matched }: DecisionResult): string {
  return matched.map(({ rule }) => rule).join(' ');
}

function unchangedExample(
  definition: DecisionDefinition,
  declared: readonly KnownFact[],
  { judge, first, effectiveFrom }: { readonly judge: Judge; readonly first: Pair | undefined; readonly effectiveFrom: string },
): ExampleView | undefined {
  if (!first || definition.legalDate !== 'service-month') return undefined;
  const facts = { ...first.facts, service_month: monthBefore(effectiveFrom) };
  const pair = judge.pair(facts, legalDate(definition, facts, effectiveFrom));
  return pair && outcome(definition, pair.before) === outcome(definition, pair.after) ? exampleView(definition, declared, pair) : undefined;
}

/** The last month whose first day lies before the date. */
function monthBefore(date: string): string {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - (date.endsWith('-01') ? 2 : 1);
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

function exampleView(definition: DecisionDefinition, declared: readonly KnownFact[], { facts, before, after }: Pair): ExampleView {
  const formula = formulaOf(definition, after, facts);
  return {
    facts: tellingFacts(definition, declared, { facts, matched: new Set([...before.matched, ...after.matched].map(({ rule }) => rule)) }),
    before: resultWords(definition, before),
    after: resultWords(definition, after),
    ...differenceOf(amountOf(definition, before), amountOf(definition, after)),
    ...(formula === undefined ? {} : { formula }),
    rows: matchedWords(definition, after),
  };
}

/** The month, and the facts on which the rows that give figures depend. */
function tellingFacts(
  definition: DecisionDefinition,
  known: readonly KnownFact[],
  { facts, matched }: { readonly facts: Facts; readonly matched: ReadonlySet<string> },
): ExampleView['facts'] {
  const giving = definition.tables.filter(({ outputs }) => outputs.length > 0);
  const columns = giving.flatMap((table) => table.rules.filter(({ id }) => matched.has(id)).flatMap(({ when }) => Object.keys(when)));
  const wanted = new Set(definition.legalDate === 'service-month' ? ['service_month', ...columns] : columns);
  const declared = known.filter(({ id }) => wanted.has(id) && facts[id] !== undefined);
  declared.sort((a, b) => Number(b.id === 'service_month') - Number(a.id === 'service_month'));
  return declared.map((fact) => ({ label: fact.label, text: factText(fact, facts[fact.id]) }));
}

/** Labels of the rows that gave figures. */
export function matchedWords(definition: DecisionDefinition, { matched }: Pick<DecisionResult, 'matched'>): readonly LocalizedText[] {
  return matched.flatMap(({ table: id, rule: row }) => {
    const table = definition.tables.find((known) => known.id === id);
    const rule = table?.rules.find((known) => known.id === row);
    if (!table || !rule || (table.outputs.length === 0 && !rule.refuse)) return [];
    const label = rule.label ?? { 'zh-CN': '', en: '' };
    return [{ 'zh-CN': `${table.label['zh-CN']}：${label['zh-CN']}`, en: `${table.label.en}: ${label.en}` }];
  });
}

function amountOf({ result }: DecisionDefinition, { outputs, status, manual }: DecisionResult): string | undefined {
  const value = status === 'issue' || manual ? undefined : outputs[result.id];
  return typeof value === 'string' && /^-?\d/.test(value) ? value : undefined;
}

/** A result in words: the amount, why nothing is granted, or that a person decides. */
export function resultWords(definition: DecisionDefinition, result: DecisionResult): LocalizedText {
  if (result.manual) return { 'zh-CN': '由人工认定', en: 'A person decides' };
  if (result.refused) return { 'zh-CN': `不发放：${result.refused.reason['zh-CN']}`, en: `Nothing: ${result.refused.reason.en}` };
  const problem = result.issues.find(({ severity }) => severity === 'error');
  if (problem) return problem.message;
  const value = result.outputs[definition.result.id];
  const text = definition.result.type === 'money' ? `¥${groupAmount(String(value))}` : String(value);
  return { 'zh-CN': text, en: text };
}

/** New less old, where both are numbers. */
export function differenceOf(before: string | undefined, after: string | undefined): { readonly difference?: string } {
  if (before === undefined || after === undefined) return {};
  return { difference: sumAmounts([after, before.startsWith('-') ? before.slice(1) : `-${before}`]) };
}
