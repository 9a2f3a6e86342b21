import { type EvaluatedItem, groupMatches, type ItemState, sumAmounts } from '@careway/engine';
import { evaluatedItems } from '../listing/evaluated-items.js';
import type { CaseView, ClauseView, PrintPart } from '../views.js';
import { decidingTables, groundOf } from '../views/deciding-tables.js';
import { refusalChanges } from '../views/refusal-changes.js';
import { decisionOf } from '../views/result-words.js';
import { ruleWords } from '../views/rule-words.js';
import { plainText, type ViewContext } from '../views/view-context.js';
import { factsOfRow, formulaOf } from '../views/why-view.js';
import { changesLine, matchedLines } from './letter-sheet.js';
import { printWords } from './print-catalogue.js';
import { amountWords, heading } from './print-text.js';
import { type PrintedRow, rowsTable } from './rows-table.js';

/** Rows with amount or result, calculation and reason; the total also in capitals; the rules that applied; what would change a refusal. */
export function approvalItems(
  context: ViewContext,
  view: CaseView,
): { readonly parts: readonly PrintPart[]; readonly clauses: readonly ClauseView[] } {
  if (view.items.length === 0) return { parts: [], clauses: [] };
  const evaluated = new Map(evaluatedItems(context.parts, context.state, context).map((one) => [one.item, one]));
  const matched = matchesOf(context, evaluated);
  return {
    parts: [
      heading(printWords.items),
      rowsTable(printedRows(context, view, evaluated)),
      ...(decisionOf(context)?.result.type === 'money' ? totalPart(view) : []),
      ...(matched.length > 0 ? [heading(printWords.why), { kind: 'list', entries: matchedLines(matched) } as const] : []),
      ...changesPart(context, view),
    ],
    clauses: [...view.items.flatMap(({ clause }) => clause ?? []), ...matched.flatMap(({ clause }) => clause ?? [])],
  };
}

type Evaluated = ReadonlyMap<string, EvaluatedItem>;

function printedRows(context: ViewContext, view: CaseView, evaluated: Evaluated): readonly PrintedRow[] {
  const states = new Map(context.state.items.map((item) => [item.id, item]));
  const pays = decisionOf(context)?.result.type === 'money';
  const formula = (id: string) => {
    const state = states.get(id);
    const { result } = state ?? {};
    const { decision } = decidingTables(context, result ?? evaluated.get(id));
    const outputs = result && !result.manual && !result.refused ? { status: 'ok' as const, outputs: result.outputs } : undefined;
    const live = outputs ?? (result ? undefined : evaluated.get(id)?.live);
    const text = decision && live ? formulaOf(decision, live, state ? factsOfRow(context, state) : {}) : undefined;
    return text === undefined ? undefined : plainText(text);
  };
  return view.items.map(({ id, row, name, status, amount, results, note, reason, clause }) => ({
    row,
    name,
    status,
    amount,
    results: pays ? undefined : results,
    notes: [
      pays ? formula(id) : undefined,
      note,
      reason === undefined ? undefined : plainText(reason),
      clause && plainText(clause.article),
    ],
  }));
}

function totalPart({ items }: CaseView): PrintPart[] {
  const approved = items.filter(({ status }) => status === 'approved').flatMap(({ amount }) => amount ?? []);
  if (approved.length === 0) return [];
  const words = amountWords(sumAmounts(['0.00', ...approved]));
  const { totalGranted } = printWords;
  return [{ kind: 'paragraph', text: { 'zh-CN': `${totalGranted['zh-CN']}：${words['zh-CN']}`, en: `${totalGranted.en}: ${words.en}` } }];
}

function matchesOf(context: ViewContext, evaluated: Evaluated) {
  const matched = (item: ItemState) => item.result?.matched ?? evaluated.get(item.id)?.live?.matched ?? [];
  return groupMatches(context.state.items.map((item) => ({ row: item.row, matched: matched(item) }))).map((match) => {
    const item = context.state.items.find(({ row }) => match.rows.includes(row));
    const tables = decidingTables(context, item?.result ?? evaluated.get(item?.id ?? ''));
    const words = tables.decision ? ruleWords(tables.pack, tables.decision, match) : plainText(match.rule);
    return { words, rows: match.rows, ...groundOf(context.parts, tables, match) };
  });
}

/** For rows refused or without an amount. */
function changesPart(context: ViewContext, view: CaseView): PrintPart[] {
  const refused = view.items.filter(({ status, result }) => status === 'refused' || result === 'refused').map(({ id }) => id);
  const entries = refusalChanges(context, refused).map(changesLine);
  return entries.length > 0 ? [heading(printWords.ifRefused), { kind: 'list', entries }] : [];
}
