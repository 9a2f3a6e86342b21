import type { LocalizedText } from '@careway/definition';
import { groupAmount } from '@careway/engine';
import { amountInWords } from '@careway/rules';
import type { ClauseView, PrintPart } from '../views.js';
import { dateText } from '../views/date-text.js';
import { plainText } from '../views/view-context.js';
import { clauseStatusWords, printWords } from './print-catalogue.js';

/** Texts one after another, those that are absent or empty left out. */
export function joined(texts: readonly (LocalizedText | undefined)[], between: LocalizedText): LocalizedText {
  const known = texts.filter((text) => text !== undefined && text['zh-CN'] !== '');
  return {
    'zh-CN': known.map((text) => text?.['zh-CN'] ?? '').join(between['zh-CN']),
    en: known.map((text) => text?.en ?? '').join(between.en),
  };
}

export function heading(text: LocalizedText): PrintPart {
  return { kind: 'heading', text };
}

/** An amount with its capital characters: ¥385.00（叁佰捌拾伍元整）. */
export function amountWords(amount: string): LocalizedText {
  const words = amountInWords(amount);
  const figure = `¥${groupAmount(amount)}`;
  return words === undefined ? plainText(figure) : { 'zh-CN': `${figure}（大写：${words}）`, en: `${figure} (${words})` };
}

/** A table cell for money: a dash where there is none. */
export function moneyCell(amount: string | undefined): LocalizedText {
  return plainText(amount === undefined ? '—' : groupAmount(amount));
}

export function dayCell(date: string | undefined): LocalizedText {
  return date === undefined ? plainText('—') : plainText(date.slice(0, 10));
}

/** Document and article of a clause, short. */
export function clauseSource({ document, documentNumber, article }: ClauseView): LocalizedText {
  const number = documentNumber === undefined ? '' : `（${documentNumber}）`;
  return {
    'zh-CN': `《${document['zh-CN'].replace(/^《|》$/g, '')}》${number}${article}`,
    en: `${document.en}${number}, ${article}`,
  };
}

/** Each clause once, quoted, with its status and validity. */
export function quotesOf(clauses: readonly ClauseView[]): PrintPart {
  const once = new Map(clauses.map((clause) => [clause.id, clause]));
  return {
    kind: 'quotes',
    quotes: [...once.values()].map((clause) => ({ quote: clause.quote, source: clauseSource(clause), note: clauseNote(clause) })),
  };
}

function clauseNote({ status, validFrom, validTo }: ClauseView): LocalizedText {
  const from = dateText(validFrom);
  const to = validTo === undefined ? undefined : dateText(validTo);
  const plain = (text: LocalizedText) => text['zh-CN'].replace(/（.）$/, '');
  const period = {
    'zh-CN': to ? `${plain(from)}至${plain(to)}` : `${plain(from)}起`,
    en: to ? `${from.en} to ${to.en}` : `from ${from.en}`,
  };
  return joined([clauseStatusWords[status], period], printWords.comma);
}

/** 第1—57、60行, runs shortened. */
export function rowsWords(rows: readonly number[]): LocalizedText | undefined {
  if (rows.length === 0) return undefined;
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else runs.push([row, row]);
  }
  const list = runs.flatMap(([from, to]) => (to - from < 2 ? (from === to ? [`${from}`] : [`${from}`, `${to}`]) : [`${from}—${to}`]));
  return { 'zh-CN': `第${list.join('、')}行`, en: `row ${list.join(', ')}` };
}
