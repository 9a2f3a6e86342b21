import type { LocalizedText } from '@careway/definition';
import type { StoredCommit } from '../ports/case-store.js';
import type { FactView, LetterBlock, LetterText, PrintPart, PrintSheet } from '../views.js';
import { plainText, type ViewContext } from '../views/view-context.js';
import { printWords } from './print-catalogue.js';
import { printFoot } from './print-foot.js';
import { clauseSource, heading, joined, quotesOf, rowsWords } from './print-text.js';
import { type PrintedRow, rowsTable } from './rows-table.js';
import { remedyLine } from './remedy-lines.js';

/** A letter for paper. Its first heading is the title. */
export function letterSheet(context: ViewContext, text: LetterText, commits: readonly StoredCommit[]): PrintSheet {
  const [first, ...rest] = text.blocks;
  const titled = first?.kind === 'heading' && first.text;
  const { number, total } = text.letter;
  return {
    document: 'letter',
    title: titled ? first.text : text.title,
    ...(number === undefined ? {} : { number }),
    ...printFoot(context, commits),
    parts: (titled ? rest : text.blocks).flatMap((block) => blockParts(block, total)),
  };
}

function blockParts(block: LetterBlock, total: string | undefined): PrintPart[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'signature':
      return block.text ? [{ kind: block.kind, text: block.text }] : [];
    default: {
      const parts = contentParts(block, total);
      return block.text && parts.length > 0 ? [heading(block.text), ...parts] : parts;
    }
  }
}

function contentParts(block: LetterBlock, total: string | undefined): PrintPart[] {
  switch (block.kind) {
    case 'items':
      return [rowsTable((block.rows ?? []).map(printedRow), total)];
    case 'why':
      return [{ kind: 'list', entries: matchedLines(block.matched ?? []) }];
    case 'clauses':
      return [quotesOf(block.clauses ?? [])];
    case 'changes':
      return [{ kind: 'list', entries: (block.changes ?? []).map(changesLine) }];
    case 'remedies':
      return [
        { kind: 'list', entries: (block.remedies ?? []).map(remedyLine) },
        quotesOf((block.remedies ?? []).flatMap(({ clause }) => clause ?? [])),
      ];
    case 'list':
      return [{ kind: 'list', entries: (block.list ?? []).map(({ what, why }) => plainText(`${what}（${why}）`)) }];
    case 'facts':
      return [{ kind: 'pairs', pairs: (block.facts ?? []).map(factPair) }];
    default:
      return [{ kind: 'pairs', pairs: block.receipt?.lines ?? [] }];
  }
}

export function factPair(fact: FactView): { readonly label: LocalizedText; readonly value: LocalizedText } {
  return { label: fact.label, value: fact.erased ? printWords.erased : (fact.text ?? plainText(String(fact.value ?? '—'))) };
}

/** Rules that matched as lines. The document is named where they come from more than one; the clauses are quoted elsewhere. */
export function matchedLines(matched: NonNullable<LetterBlock['matched']>): readonly LocalizedText[] {
  const documents = new Set(matched.flatMap(({ clause }) => clause?.document['zh-CN'] ?? []));
  return matched.map(({ words, rows, clause, citySet }) => {
    const which = rowsWords(rows);
    const where = which && { 'zh-CN': `（${which['zh-CN']}）`, en: ` (${which.en})` };
    const source = clause && (documents.size > 1 ? clauseSource(clause) : plainText(clause.article));
    const ground = citySet ? joined([printWords.citySet, citySet.note], printWords.comma) : source;
    return joined([words, where, ground && { 'zh-CN': `。依据：${ground['zh-CN']}`, en: `. ${ground.en}` }], plainText(''));
  });
}

export function changesLine({ row, name, changes }: NonNullable<LetterBlock['changes']>[number]): LocalizedText {
  const each = changes.map(({ changes: parts, result }) => {
    const facts = joined(
      parts.map(({ label, from, to }) => ({
        'zh-CN': from ? `${label['zh-CN']}由“${from['zh-CN']}”变为“${to['zh-CN']}”` : `${label['zh-CN']}为“${to['zh-CN']}”`,
        en: from ? `${label.en} from “${from.en}” to “${to.en}”` : `${label.en} being “${to.en}”`,
      })),
      { 'zh-CN': '并且', en: ' and ' },
    );
    return { 'zh-CN': `${facts['zh-CN']}，结果变为${result['zh-CN']}`, en: `${facts.en}, the result becomes ${result.en}` };
  });
  const all = each.length > 0 ? joined(each, printWords.semicolon) : printWords.byPerson;
  return { 'zh-CN': `第${row}行${name}：${all['zh-CN']}`, en: `Row ${row}, ${name}: ${all.en}` };
}

function printedRow({ formula, reason, clause, ...row }: NonNullable<LetterBlock['rows']>[number]): PrintedRow {
  return { ...row, notes: [formula === undefined ? undefined : plainText(formula), reason, clause && plainText(clause.article)] };
}
