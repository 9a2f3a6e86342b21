import { type DecisionDefinition, type Issue, issueFrom } from '@careway/definition';
import { factsFromDefinition } from '@careway/proof';
import {
  compileDecision,
  type DecisionResult,
  evaluateDecision,
  explainChanges,
  type FactDeclarations,
  factsOfDecision,
  manualAmountIssue,
  readFact,
} from '@careway/rules';
import { type Answer, UsageError } from '../answer.js';
import { loadSound } from '../load-composed.js';
import { issueJson, issueLines } from '../print-issues.js';

const issue = issueFrom({
  FACT_NOT_DECLARED: { 'zh-CN': '没有名为“{fact}”的事实，未使用。', en: 'There is no fact “{fact}”; it was not used.' },
});

export interface EvalOptions {
  /** Parameters and defaults of the workflow count unless given. `amount`: what a person proposes where the tables leave it to one. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Legal date, ISO. */
  readonly on: string;
}

/** `careway eval`: what a decision says about facts, row by row for a decision per item. */
export function evalDecision(folder: string, id: string, { facts, on }: EvalOptions): Answer {
  const pack = loadSound(folder);
  const definition = pack.decisions.get(id);
  if (!definition) throw new UsageError(`The pack has no decision “${id}”. It has: ${[...pack.decisions.keys()].join(', ') || 'none'}`);
  const workflow = definition.workflow === undefined ? undefined : pack.workflows.get(definition.workflow);
  const { facts: declared, itemFacts: itemDeclared = new Map() } = factsOfDecision(definition, workflow);
  const compiled = compileDecision(definition, { facts: declared, itemFacts: itemDeclared });
  const { items: given, amount, ...caseFacts } = facts;
  const rows = rowsOf(given, definition.per, caseFacts);
  const known = { ...factsFromDefinition(workflow), ...caseFacts };
  const evaluated = evaluateDecision(compiled, known, { on, ...(rows ? { items: rows } : {}), trace: false });
  const result = proposed(definition, evaluated, amount);
  const warnings = unknownFacts(caseFacts, rows ?? [], new Set([...declared.keys(), ...itemDeclared.keys()]));
  const wrong = wrongFacts(caseFacts, rows ?? [], new Map([...declared, ...itemDeclared]));
  const issues = [...wrong, ...result.issues, ...warnings];
  const sound = result.status === 'ok' && wrong.length === 0;
  const items = result.items?.map((item, index) => ({
    ...resultJson(item),
    changes: explainChanges(compiled, known, { on, items: rows, item: index }).slice(0, 10),
  }));
  const outputs = { ...result.outputs, ...(items ? { items: items.map((item) => item.outputs) } : {}) };
  const json = {
    ...resultJson(result),
    status: sound ? 'ok' : 'issue',
    outputs,
    matched: items ? items.flatMap((item) => item.matched) : result.matched,
    issues: issues.map(issueJson),
    ...(items ? { items } : {}),
  };
  return { exit: sound ? 0 : 1, json, text: textOf(result, issues) };
}

/** With the amount that a person proposes, or why it cannot be; of a single result. */
function proposed(definition: DecisionDefinition, result: DecisionResult, amount: unknown): DecisionResult {
  const single = result.items?.length === 1 ? result.items[0] : result.items ? undefined : result;
  if (!single?.manual || typeof amount !== 'string') return result;
  const outside = manualAmountIssue(single.manual, amount, '/amount');
  const more = outside
    ? { status: 'issue' as const, issues: [...single.issues, outside] }
    : { outputs: { ...single.outputs, [definition.result.id]: amount } };
  return { ...result, ...more, ...(result.items ? { items: [{ ...single, ...more }] } : {}) };
}

/** Rows of a decision per item; facts without `items` are one row. */
function rowsOf(given: unknown, per: 'case' | 'item', facts: Readonly<Record<string, unknown>>) {
  if (given === undefined) return per === 'item' ? [facts] : undefined;
  const rows = Array.isArray(given) ? given : [];
  if (!Array.isArray(given) || rows.some((row) => typeof row !== 'object' || row === null || Array.isArray(row))) {
    throw new UsageError('--facts: items must be a list of objects');
  }
  return rows as readonly Readonly<Record<string, unknown>>[];
}

function unknownFacts(
  facts: Readonly<Record<string, unknown>>,
  rows: readonly Readonly<Record<string, unknown>>[],
  known: ReadonlySet<string>,
): Issue[] {
  const names = [
    ...Object.keys(facts).map((fact) => ({ fact, path: `/${fact}` })),
    ...rows.flatMap((row, index) => Object.keys(row).map((fact) => ({ fact, path: `/items/${index}/${fact}` }))),
  ];
  const seen = new Set<string>();
  return names
    .filter(({ fact }) => !known.has(fact) && !seen.has(fact) && seen.add(fact))
    .map(({ fact, path }) => issue('FACT_NOT_DECLARED', path, { fact }, { severity: 'warning' }));
}

/** Values that are not of their fact's type or domain, all at once, whether a table has come to ask for them or not. */
function wrongFacts(
  facts: Readonly<Record<string, unknown>>,
  rows: readonly Readonly<Record<string, unknown>>[],
  declared: FactDeclarations,
): Issue[] {
  const check = (given: Readonly<Record<string, unknown>>, path: string) =>
    Object.entries(given).flatMap(([id, raw]): Issue[] => {
      const declaration = declared.get(id);
      const value = declaration && readFact(id, raw, declaration);
      return typeof value === 'object' && 'severity' in value ? [{ ...value, path: `${path}/${id}` }] : [];
    });
  const own = rows.length === 1 && rows[0] === facts ? [] : rows.flatMap((row, index) => check(row, `/items/${index}`));
  return [...check(facts, ''), ...own];
}

function resultJson(result: DecisionResult) {
  const { status, outputs, matched, refused, manual, issues } = result;
  return { status, outputs, matched, ...(refused ? { refused } : {}), ...(manual ? { manual } : {}), issues: issues.map(issueJson) };
}

function textOf(result: DecisionResult, issues: readonly Issue[]): string[] {
  const lines = (result.items ?? []).map((item, index) => `${index + 1}. ${describe(item)}`);
  return [
    ...lines,
    result.items
      ? `合计 / total: ${Object.entries(result.outputs)
          .map(([id, value]) => `${id} ${value}`)
          .join(', ')}`
      : describe(result),
    ...issues.flatMap(issueLines),
  ];
}

function describe(result: DecisionResult): string {
  const rules = result.matched.map(({ rule, clause }) => `${rule} (${clause})`).join(', ');
  if (result.status === 'issue') return result.issues.map((each) => `${each.code}: ${each.message['zh-CN']}`).join(' ');
  if (result.manual) return `须人工认定 / a person decides: ${result.manual.reason['zh-CN']} ← ${rules}`;
  const outputs = Object.entries(result.outputs)
    .map(([id, value]) => `${id} ${value}`)
    .join(', ');
  return `${outputs}${result.refused ? `  ${result.refused.code}: ${result.refused.reason['zh-CN']}` : ''} ← ${rules}`;
}
