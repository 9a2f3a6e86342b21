import type { LetterDefinition, LetterPart, LocalizedText } from '@careway/definition';
import type { CaseState, ItemState, LetterState } from '../types/state.js';
import type { LetterBlock, LetterClause, LetterData, LetterRemedy, LetterRow, RenderedLetter } from './letter-data.js';
import { groupMatches } from './group-matches.js';
import { fillPlaceholders, lacksValue } from './placeholders.js';
import { stateAsIssued } from './state-as-issued.js';

export interface LetterInput {
  readonly template: LetterDefinition;
  readonly letter: LetterState;
}

/**
 * A letter as blocks in both languages: what it said when it was issued, with its number and delivery since. Erased values are left out, never guessed; a part that has
 * nothing to show is left out with its heading. What is shown in public names persons as `data.maskName` says.
 */
export function renderLetter(input: LetterInput, now: CaseState, data: LetterData): RenderedLetter {
  const state = stateAsIssued(input.letter, now);
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

function block(part: LetterPart, input: BlockInput): LetterBlock[] {
  if (part.kind === 'heading' || part.kind === 'paragraph' || part.kind === 'signature') {
    if (!part.text || (part.optional && lacksValue(part.text, input))) return [];
    return [{ kind: part.kind, text: fillPlaceholders(part.text, input) }];
  }
  const made = content({ ...part, kind: part.kind }, input);
  return made ? [part.text ? { ...made, text: fillPlaceholders(part.text, input) } : made] : [];
}

type ContentKind = Exclude<LetterBlock['kind'], 'heading' | 'paragraph' | 'signature'>;
type ContentBlock = Extract<LetterBlock, { readonly kind: ContentKind }>;

function content(part: LetterPart & { readonly kind: ContentKind }, input: BlockInput): ContentBlock | undefined {
  const made = contentOf(part, input);
  const shown = Object.values(made).find((value) => Array.isArray(value));
  return Array.isArray(shown) && shown.length === 0 ? undefined : made;
}

function contentOf(part: LetterPart & { readonly kind: ContentKind }, input: BlockInput): ContentBlock {
  const { letter, rows } = input;
  switch (part.kind) {
    case 'items': {
      const total = letter.total === undefined ? {} : { total: letter.total };
      return { kind: 'items', rows: rows.map((item) => letterRow(item, input)), ...total };
    }
    case 'why':
      return { kind: 'why', matched: groupMatches(rows.map(({ row, result }) => ({ row, matched: result?.matched ?? [] }))) };
    case 'clauses':
      return { kind: 'clauses', clauses: letterClauses(input) };
    case 'changes':
      return { kind: 'changes', items: rows.filter(({ status }) => status === 'refused').map(({ id }) => id) };
    case 'remedies':
      return { kind: 'remedies', remedies: letterRemedies(input) };
    case 'list':
      return { kind: 'list', list: letter.list ?? [] };
    case 'facts':
      return { kind: 'facts', facts: letterFacts(part, input) };
    case 'receipt':
      return { kind: 'receipt' };
  }
}

/** Facts that have a value, in the order of the template, else in that of the workflow. */
function letterFacts({ facts: named }: LetterPart, { state, data }: BlockInput): readonly string[] {
  const own = data.facts.filter(({ from }) => from.kind !== 'system').map(({ id }) => id);
  return (named ?? own).filter((id) => state.facts[id]?.value !== undefined);
}

function letterRow(item: ItemState, { template, data }: BlockInput): LetterRow {
  const name = data.itemName === undefined ? undefined : item.facts[data.itemName]?.value;
  const masked = template.delivery === 'public' && data.rowsArePersons;
  const reason = reasonOf(item, data);
  const amount = item.status === 'approved' ? item.result?.amount : undefined;
  return {
    item: item.id,
    row: item.row,
    ...(typeof name === 'string' ? { name: masked ? data.maskName(name) : name } : {}),
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

/** The clause cited by whoever acted and those of the rows; without any, those of the service. */
function letterClauses({ letter, rows, data }: BlockInput): readonly LetterClause[] {
  const ids = [...new Set([letter.clause ?? [], rows.flatMap(clausesOf)].flat())];
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
