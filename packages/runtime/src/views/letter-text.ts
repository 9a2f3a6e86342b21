import { type LetterMatch, type LetterRow, type LetterState, renderLetter, type RenderedLetter, stateAsIssued } from '@careway/engine';
import { maskName } from '@careway/forms';
import type { LetterBlock, LetterText } from '../views.js';
import { caseFactDefinitions } from './case-fact-definitions.js';
import { clauseOf } from './clause-view.js';
import { type DecidingTables, decidingTables, groundOf } from './deciding-tables.js';
import { deliveryReceipt } from './delivery-receipt.js';
import { factViews } from './fact-view.js';
import { letterView, remedyViews } from './letter-view.js';
import { officeOf } from './office-of.js';
import { resultViews } from './result-words.js';
import { ruleWords } from './rule-words.js';
import { refusalChanges } from './refusal-changes.js';
import { factsOfRow, formulaOf } from './why-view.js';
import type { ViewContext } from './view-context.js';

/** A letter of the case ready to be read or printed. */
export function letterText(context: ViewContext, id: string): LetterText | undefined {
  const letter = context.state.letters.find((known) => known.id === id);
  return letter && textOfLetter(context, letter);
}

function textOfLetter(seen: ViewContext, letter: LetterState): LetterText | undefined {
  // what the letter speaks of, not what became of it since
  const context = { ...seen, state: stateAsIssued(letter, seen.state) };
  const { workflow, state, ctx, pack } = context;
  const template = pack.letters.get(letter.letter);
  const service = ctx.services.get(state.service);
  if (!template || !service) return undefined;
  const { items } = workflow;
  const rendered = renderLetter({ template, letter }, state, {
    service,
    facts: caseFactDefinitions(pack, workflow),
    parties: workflow.parties,
    itemName: items?.name,
    rowsArePersons: items?.facts.find(({ id }) => id === items.subject)?.type === 'identity',
    maskName,
    remedies: ctx.remedies,
    clause: ctx.clause,
    decision: tablesOf(context, letter).decision,
    office: officeOf(context, letter),
    areas: new Map(state.areaPath.map(({ level, id: area }) => [level, context.parts.areas.label(area)])),
  });
  return {
    letter: letterView(context, letter),
    title: rendered.title,
    blocks: rendered.blocks.flatMap((block) => letterBlock(context, letter, block) ?? []),
  };
}

/** The tables by which the rows of a letter were decided. */
function tablesOf(context: ViewContext, { items }: Pick<LetterState, 'items'>): DecidingTables {
  const decided = context.state.items.find(({ id, result }) => items.includes(id) && result !== undefined);
  return decidingTables(context, decided?.result);
}

/** Absent when there is nothing to show after all. */
function letterBlock(context: ViewContext, letter: LetterState, block: RenderedLetter['blocks'][number]): LetterBlock | undefined {
  const heading = block.text ? { text: block.text } : {};
  switch (block.kind) {
    case 'items':
      return { kind: 'items', ...heading, rows: block.rows.map((row) => letterRow(context, row)) };
    case 'why':
      return { kind: 'why', ...heading, matched: block.matched.map((match) => matchWords(context, match)) };
    case 'clauses':
      return { kind: 'clauses', ...heading, clauses: block.clauses.flatMap(({ id }) => clauseOf(context, id) ?? []) };
    case 'remedies':
      return { kind: 'remedies', ...heading, remedies: remedyViews(context, letter) };
    case 'facts':
      return { kind: 'facts', ...heading, facts: factsOf(context, block.facts) };
    case 'receipt':
      return { kind: 'receipt', ...heading, receipt: deliveryReceipt(context, letter) };
    case 'changes': {
      const changes = refusalChanges(context, block.items);
      return changes.length > 0 ? { kind: 'changes', ...heading, changes } : undefined;
    }
    default:
      return block;
  }
}

function factsOf({ workflow, state, pack }: ViewContext, ids: readonly string[]) {
  const views = new Map(factViews(caseFactDefinitions(pack, workflow), state.facts).map((fact) => [fact.id, fact]));
  return ids.flatMap((id) => views.get(id) ?? []);
}

function matchWords(context: ViewContext, match: LetterMatch): NonNullable<LetterBlock['matched']>[number] {
  const { rule, rows } = match;
  const tables = decidingTables(context, context.state.items.find(({ row }) => rows.includes(row))?.result);
  const words = tables.decision ? ruleWords(tables.pack, tables.decision, match) : { 'zh-CN': rule, en: rule };
  return { words, rows, ...groundOf(context.parts, tables, match) };
}

function letterRow(context: ViewContext, row: LetterRow): NonNullable<LetterBlock['rows']>[number] {
  const item = context.state.items.find(({ id }) => id === row.item);
  const result = item?.result;
  const { decision } = decidingTables(context, result);
  const pays = !decision || decision.result.type === 'money';
  const formula =
    pays && decision && item && result && row.amount !== undefined && !result.manual
      ? formulaOf(decision, { status: 'ok', outputs: result.outputs }, factsOfRow(context, item))
      : undefined;
  const clause = clauseOf(context, item?.reason?.clause ?? result?.refused?.clause ?? result?.matched.at(-1)?.clause ?? row.clauses[0]);
  return {
    row: row.row,
    name: row.name ?? '（已依法删除）',
    status: row.status,
    ...(row.amount === undefined || !pays ? {} : { amount: row.amount }),
    ...(pays ? {} : { results: resultViews(decision, result?.outputs ?? {}) }),
    ...(formula === undefined ? {} : { formula }),
    ...(row.reason === undefined ? {} : { reason: row.reason }),
    ...(clause ? { clause } : {}),
  };
}
