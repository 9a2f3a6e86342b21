import type { ComposedPack, DecisionDefinition, LocalizedText } from '@careway/definition';
import {
  type CaseState,
  caseFacts,
  type EvaluatedItem,
  evaluateItems,
  explainItem,
  isLeftToAPerson,
  itemFacts,
  type ItemState,
} from '@careway/engine';
import type { Change, DecisionResult, MatchedRule } from '@careway/rules';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { WhyView } from '../views.js';
import { cellWords } from '@careway/rules';
import { clauseView } from './clause-view.js';
import { decidingTables, groundOf, tablesView } from './deciding-tables.js';
import { factText } from './fact-view.js';
import { remediesOfItem } from './item-remedies.js';
import { resultViews, resultWords } from './result-words.js';
import { ruleSays } from './rule-words.js';
import { plainText, type ViewContext } from './view-context.js';

interface WhyInput {
  readonly parts: TenantParts;
  readonly pack: ComposedPack;
  /** Decision id. */
  readonly decision: string;
  readonly on: string;
  readonly changes: readonly Change[];
  /** What the row's facts are, for the calculation. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Why a row gets what it gets: matched rows with clauses, the calculation, rows not matched, what would change it. */
export function whyOfItem(context: ViewContext, item: string): WhyView | undefined {
  const row = context.state.items.find(({ id }) => id === item);
  if (!row) return undefined;
  // A decided row is explained by what was known and in force then; the tables are asked again on the same facts for the rest.
  const open: CaseState = { ...context.state, items: context.state.items.map((known) => (known.id === item ? asOpen(known) : known)) };
  const evaluated = evaluateItems(context.compiled, open, context.ctx).find((known) => known.item === item);
  const decision = context.ctx.services.get(context.state.service)?.decision ?? '';
  const on = row.result?.on ?? evaluated?.on ?? context.today;
  if (!evaluated?.live) return undefined;
  const changes = explainItem(context.compiled, open, item, context.ctx);
  const tables = decidingTables(context, { decisionHash: row.result?.decisionHash, on });
  const shown = tablesView(context, tables, on);
  const input = { parts: context.parts, pack: tables.pack, decision, facts: factsOfRow(context, row) };
  const view = { ...whyOfResult({ ...input, on, changes }, evaluated.live), ...(shown ? { tables: shown } : {}) };
  const decided = row.result ? asDecided(row.result, input) : {};
  return { ...view, ...decided, remedies: remediesOfItem(context, item) };
}

/** What was written down when the row was decided counts, whatever the tables say today. */
function asDecided(
  result: NonNullable<ItemState['result']>,
  input: Pick<WhyInput, 'parts' | 'pack' | 'decision' | 'facts'>,
): Partial<WhyView> {
  const definition = input.pack.decisions.get(input.decision);
  const { outputs, matched, manual, refused } = result;
  const formula = manual
    ? manual.amount
    : definition && !refused
      ? formulaOf(definition, { status: 'ok', outputs }, input.facts)
      : undefined;
  return {
    outputs,
    results: resultViews(definition, outputs),
    status: manual ? 'manual' : refused ? 'refused' : 'ok',
    matched: matched.map((match) => matchedView(input, definition, match)),
    ...(formula === undefined ? {} : { formula }),
  };
}

function asOpen({ final: _final, ...item }: ItemState): ItemState {
  return item.status === 'split' ? { ...item, status: 'open' } : item;
}

export function whyOfResult(input: WhyInput, result: DecisionResult): WhyView {
  const { pack, on, changes } = input;
  const definition = pack.decisions.get(input.decision);
  const formula = definition && formulaOf(definition, result, input.facts);
  const reason = reasonOf(result);
  const left = isLeftToAPerson(result);
  const clause = clauseFrom(input, (result.refused ?? result.manual)?.clause);
  return {
    on,
    status: left ? 'manual' : result.status === 'issue' ? 'issue' : result.refused ? 'refused' : 'ok',
    outputs: result.outputs,
    results: resultViews(definition, result.outputs),
    pays: definition?.result.type === 'money',
    ...(formula === undefined ? {} : { formula }),
    matched: result.matched.map((match) => matchedView(input, definition, match)),
    unmatched: definition ? unmatchedViews(definition, pack, result) : [],
    ...(reason ? { reason: { ...reason, ...(clause ? { clause } : {}) } } : {}),
    changes: telling(changes, result).map((change) => changeView(pack, definition, change)),
    issues: result.issues.filter(({ code, severity }) => code !== 'MANUAL_DECISION' && !(left && severity === 'error')),
    remedies: [],
  };
}

/** Why nothing is granted, or why a person says what it is. */
function reasonOf(result: DecisionResult): { readonly code: string; readonly text: LocalizedText } | undefined {
  if (result.refused) return { code: result.refused.code, text: result.refused.reason };
  if (result.manual) return { code: 'MANUAL', text: result.manual.reason };
  const open = isLeftToAPerson(result) ? result.issues.find(({ severity }) => severity === 'error') : undefined;
  return open && { code: open.code, text: open.message };
}

function clauseFrom({ parts, pack }: Pick<WhyInput, 'parts' | 'pack'>, id: string | undefined) {
  const entry = id === undefined ? undefined : parts.shelf.clause(pack, id);
  return entry && clauseView(entry);
}

/** Facts of a row and of its case, as the tables read them. */
export function factsOfRow({ compiled, state, ctx }: ViewContext, row: ItemState): Readonly<Record<string, unknown>> {
  return { ...caseFacts(compiled, state, ctx), ...itemFacts(row) };
}

/** The decision's expression with figures for names: `200 × 1.1`. Absent when it is not computed or nothing is to be calculated. */
export function formulaOf(
  { result: { expression, id } }: DecisionDefinition,
  result: Pick<DecisionResult, 'outputs' | 'status' | 'refused' | 'manual'>,
  facts: Readonly<Record<string, unknown>>,
): string | undefined {
  if (result.status === 'issue' || result.refused || result.manual || !/[*+\-/]/.test(expression)) return undefined;
  let missing = false;
  const text = expression.replace(/[a-z\u4e00-\u9fff][a-z0-9_\u4e00-\u9fff]*/g, (name) => {
    const value = name === id ? undefined : (result.outputs[name] ?? facts[name]);
    if (typeof value !== 'string' && typeof value !== 'number') missing = true;
    return String(value);
  });
  return missing ? undefined : text.replaceAll('*', '×').replaceAll('/', '÷');
}

function matchedView(
  input: Pick<WhyInput, 'parts' | 'pack'>,
  definition: DecisionDefinition | undefined,
  match: MatchedRule,
): WhyView['matched'][number] {
  const table = definition?.tables.find(({ id }) => id === match.table);
  const rule = table?.rules.find(({ id }) => id === match.rule);
  return {
    table: table?.label ?? plainText(match.table),
    rule: match.rule,
    label: rule?.label ?? (definition ? ruleSays(input.pack, definition, match) : plainText(match.rule)),
    then: Object.fromEntries(Object.entries(rule?.then ?? {}).map(([id, value]) => [id, String(value)])),
    ...groundOf(input.parts, { pack: input.pack, decision: definition }, match),
  };
}

function unmatchedViews(definition: DecisionDefinition, pack: ComposedPack, { trace }: DecisionResult): WhyView['unmatched'] {
  return trace.flatMap((tableTrace) => {
    const table = definition.tables.find(({ id }) => id === tableTrace.table);
    if (!table) return [];
    return tableTrace.rows
      .filter(({ matched }) => !matched)
      .map((row) => {
        const rule = table.rules.find(({ id }) => id === row.rule);
        const column = table.inputs.find(({ id }) => id === row.failed);
        const wanted = column && rule?.when[column.id];
        return { table: table.label, rule: row.rule, failed: failedText(pack, definition, { column, wanted, row }) };
      });
  });
}

type Column = DecisionDefinition['tables'][number]['inputs'][number];

function failedText(
  pack: ComposedPack,
  definition: DecisionDefinition,
  {
    column,
    wanted,
    row,
  }: { column: Column | undefined; wanted: string | undefined; row: { undecided?: readonly string[]; outOfForce?: true } },
): LocalizedText {
  if (row.outOfForce) return { 'zh-CN': '当时没有生效', en: 'Not in force then' };
  if (!column || wanted === undefined) {
    const facts = row.undecided?.join('、') ?? '';
    return { 'zh-CN': `还缺：${facts}`, en: `Still missing: ${facts}` };
  }
  const label = column.label ?? plainText(column.id);
  const values = column.values ?? factDefinition(pack, definition, column.id)?.values;
  const words = cellWords(wanted, { type: column.type, values });
  return { 'zh-CN': `${label['zh-CN']}不是：${words['zh-CN']}`, en: `${label.en} is not: ${words.en}` };
}

function factDefinition(pack: ComposedPack, definition: DecisionDefinition | undefined, id: string) {
  const workflow = definition && pack.workflows.get(definition.workflow ?? '');
  return workflow && [...workflow.facts, ...(workflow.items?.facts ?? [])].find((fact) => fact.id === id);
}

/** Changes that lead to money first; for a refused row other refusals tell nothing. */
function telling(changes: readonly Change[], result: DecisionResult): readonly Change[] {
  const refused = ({ result: after }: Change) => after.refused !== undefined;
  const kept = result.refused ? changes.filter((change) => !refused(change)) : changes;
  return [...kept].sort((a, b) => Number(refused(a)) - Number(refused(b)));
}

function changeView(pack: ComposedPack, definition: DecisionDefinition | undefined, change: Change): WhyView['changes'][number] {
  return {
    changes: change.changes.map(({ fact, from, to }) => {
      const declared = factDefinition(pack, definition, fact);
      const words = (value: unknown) => (declared ? factText(declared, value) : plainText(String(value)));
      return {
        fact,
        label: declared?.label ?? plainText(fact),
        ...(from === null || from === undefined ? {} : { from: words(from) }),
        to: words(to),
      };
    }),
    result: resultText(definition, change.result),
  };
}

function resultText(definition: DecisionDefinition | undefined, { value, refused, manual }: Change['result']): LocalizedText {
  if (manual) return { 'zh-CN': '由人工认定', en: 'A person decides' };
  if (refused !== undefined) {
    const rules = definition?.tables.flatMap(({ rules: all }) => all) ?? [];
    const reason = rules.find((rule) => rule.refuse?.code === refused)?.refuse?.reason;
    const pays = definition?.result.type === 'money';
    return {
      'zh-CN': `${pays ? '不发放' : '不能认定'}：${reason?.['zh-CN'] ?? refused}`,
      en: `${pays ? 'Nothing' : 'Not granted'}: ${reason?.en ?? refused}`,
    };
  }
  return definition && (typeof value === 'string' || typeof value === 'boolean')
    ? resultWords(definition, value)
    : plainText(String(value));
}

/** Amount and result of a row as lists show them. */
export function rowResult(item: ItemState, evaluated: EvaluatedItem | undefined): 'ok' | 'refused' | 'manual' | 'issue' {
  const { result } = item;
  if (result?.refused) return 'refused';
  if (result?.manual) return 'manual';
  const live = evaluated?.live;
  if (!live) return result ? 'ok' : 'issue';
  if (isLeftToAPerson(live)) return 'manual';
  if (live.status === 'issue') return 'issue';
  return live.refused ? 'refused' : 'ok';
}
