import type { LetterDefinition, LocalizedText } from '@careway/definition';
import type { CaseState, ItemState, LetterState } from '../types/state.js';
import type { LetterBlock, LetterClause, LetterData, LetterRemedy, LetterRow, RenderedLetter } from './letter-data.js';
import { fillPlaceholders } from './placeholders.js';

export interface LetterInput {
  readonly template: LetterDefinition;
  readonly letter: LetterState;
}

/** A letter as blocks in both languages, from what was decided and delivered. Erased values are left out, never guessed. */
export function renderLetter(input: LetterInput, state: CaseState, data: LetterData): RenderedLetter {
  const rows = rowsOf(input.letter, state);
  return {
    title: input.template.label,
    ...(input.letter.number === undefined ? {} : { number: input.letter.number }),
    blocks: input.template.body.flatMap((part) => block(part, { ...input, rows, state, data })),
  };
}

interface BlockInput extends LetterInput {
  readonly rows: readonly ItemState[];
  readonly state: CaseState;
  readonly data: LetterData;
}

function rowsOf(letter: LetterState, state: CaseState): readonly ItemState[] {
  const named = new Set(letter.items);
  return state.items.filter((item) => named.has(item.id));
}

function block(part: LetterDefinition['body'][number], input: BlockInput): LetterBlock[] {
  const { letter, rows, data } = input;
  switch (part.kind) {
    case 'heading':
    case 'paragraph':
    case 'signature':
      return part.text ? [{ kind: part.kind, text: fillPlaceholders(part.text, input) }] : [];
    case 'items': {
      const total = letter.total === undefined ? {} : { total: letter.total };
      return [{ kind: 'items', rows: rows.map((item) => letterRow(item, data)), ...total }];
    }
    case 'clauses':
      return [{ kind: 'clauses', clauses: letterClauses(rows, data) }];
    case 'remedies':
      return [{ kind: 'remedies', remedies: letterRemedies(input) }];
    case 'list':
      return [{ kind: 'list', list: letter.list ?? [] }];
  }
}

function letterRow(item: ItemState, data: LetterData): LetterRow {
  const name = data.itemName === undefined ? undefined : item.facts[data.itemName]?.value;
  const reason = reasonOf(item, data);
  const amount = item.status === 'approved' ? item.result?.amount : undefined;
  return {
    item: item.id,
    row: item.row,
    ...(typeof name === 'string' ? { name } : {}),
    status: item.status,
    ...(amount === undefined ? {} : { amount }),
    ...(reason ? { reason } : {}),
    clauses: clausesOf(item),
  };
}

function reasonOf(item: ItemState, data: LetterData): LocalizedText | undefined {
  const said = item.reason?.text;
  if (said !== undefined) return { 'zh-CN': said, en: said };
  const refused = item.result?.refused;
  const rules = data.decision?.tables.flatMap((table) => table.rules) ?? [];
  return refused && rules.find((rule) => rule.id === refused.rule)?.refuse?.reason;
}

function clausesOf(item: ItemState): readonly string[] {
  const { result, reason } = item;
  const named = [reason?.clause, result?.refused?.clause, ...(result?.matched.map((match) => match.clause) ?? [])];
  return [...new Set(named.filter((id) => id !== undefined))];
}

function letterClauses(rows: readonly ItemState[], data: LetterData): readonly LetterClause[] {
  const ids = [...new Set(rows.flatMap(clausesOf))];
  return (ids.length > 0 ? ids : data.service.clauses).flatMap((id): LetterClause[] => {
    const found = data.clause(id);
    if (!found) return [];
    const { clause, document } = found;
    return [{ id, document: document.title, article: clause.article, quote: clause.quote, status: clause.status ?? document.status }];
  });
}

/** Before delivery: every remedy valid on the day of issue, without a last day. */
function letterRemedies({ template, letter, data }: BlockInput): readonly LetterRemedy[] {
  const days = new Map(letter.remedies.map((entry) => [entry.remedy, entry]));
  return (template.remedies ?? []).flatMap((id): LetterRemedy[] => {
    const remedy = data.remedies.get(id);
    if (!remedy) return [];
    const { validity, label, body, how, amount, unit, clause } = remedy;
    const counted = days.get(id);
    const valid = validity.from <= letter.issuedOn && (validity.to === undefined || letter.issuedOn <= validity.to);
    if (letter.delivery ? !counted : !valid) return [];
    const due = counted?.due === undefined ? {} : { due: counted.due };
    const missing = counted?.missingYear === undefined ? {} : { missingYear: counted.missingYear };
    return [{ id, label, body, how, amount, unit, clause, ...due, ...missing }];
  });
}
