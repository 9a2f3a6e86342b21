import type { LocalizedText } from '@careway/definition';
import type { PrintPart } from '@careway/runtime';
import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';

export interface PartWords {
  readonly say: (text: LocalizedText) => string;
  /** A letter is set wider than a form, its paragraphs indented. */
  readonly letter: boolean;
  readonly locale: 'zh-CN' | 'en';
}

/** Points between the margins of A4. */
export const contentWidth = 471;

/** A part of a sheet, neither heading nor table, as pieces between which a page may end. */
export function partContent(part: PrintPart, words: PartWords): Content[] {
  const { text, pairs = [], quotes = [], entries = [] } = part;
  const { say } = words;
  switch (part.kind) {
    case 'paragraph':
      return text ? [paragraph(say(text), words)] : [];
    case 'small':
      return text ? [{ text: say(text), fontSize: 9, margin: [0, 4, 0, 4] }] : [];
    case 'signature':
      return text ? [signature(say(text), words)] : [];
    case 'pairs':
      return [pairsTable(pairs.map(({ label, value }) => [say(label), value ? say(value) : '']))];
    case 'quotes':
      return quotes.map((quote) => quoteContent(quote, words));
    case 'list':
      // one list an entry, so that a page may end between them
      return entries.map((entry, index) => ({ ol: [say(entry)], start: index + 1, margin: [0, 2, 0, 2] }));
    case 'question':
      return [question(part, words)];
    default:
      return [];
  }
}

export function headingContent({ text }: PrintPart, { say }: PartWords): Content {
  return { text: text ? say(text) : '', bold: true, fontSize: 12, margin: [0, 12, 0, 4] };
}

function signature(text: string, { locale }: PartWords): Content {
  return { text: text.replace(locale === 'en' ? ', ' : '，', '\n'), alignment: 'right', margin: [0, 40, 24, 24] };
}

type Quote = NonNullable<PrintPart['quotes']>[number];

function quoteContent({ quote, source, note }: Quote, { say, locale }: PartWords): Content {
  const noted = note ? (locale === 'en' ? ` (${say(note)})` : `（${say(note)}）`) : '';
  const quoted = `“${quote}”`;
  return {
    margin: [12, 4, 12, 4],
    stack: [say({ 'zh-CN': quoted, en: quoted }), { text: `—— ${say(source)}${noted}`, fontSize: 9, margin: [12, 1, 0, 0] }],
  };
}

/** The salutation and short lines stand at the margin, other paragraphs of a Chinese letter begin with two characters of space. */
function paragraph(text: string, { letter, locale }: PartWords): Content {
  const indented = letter && locale === 'zh-CN' && !text.endsWith('：');
  return { text, margin: [0, 2, 0, 4], ...(indented ? { leadingIndent: 23 } : {}) };
}

const ruled: CustomTableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  paddingTop: () => 3,
  paddingBottom: () => 3,
  paddingLeft: () => 5,
  paddingRight: () => 5,
};

/** No rule above the heading that is the first row of a head. */
const headed: CustomTableLayout = { ...ruled, hLineWidth: (row) => (row === 0 ? 0 : 0.5) };

/** A row without a value is high enough to write in. */
function pairsTable(rows: readonly (readonly [label: string, value: string])[]): Content {
  return {
    margin: [0, 4, 0, 6],
    layout: ruled,
    table: {
      widths: [130, '*'],
      dontBreakRows: true,
      heights: (row: number) => (rows[row]?.[1] === '' ? 32 : 0),
      body: rows.map(([label, value]) => [{ text: label, bold: true }, { text: value }]),
    },
  };
}

/** Characters for each point of a cell's width above which a row may go on to the next page: some thirty lines. */
const mostText = 3.3;

/** A table whose head, with the heading above it, stands on every page that it reaches and never without a row. */
export function tableContent({ columns = [], rows = [] }: PrintPart, heading: PrintPart | undefined, words: PartWords): Content {
  const { say } = words;
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const free = contentWidth - columns.length * 10.5;
  const widths = columns.map(({ share }) => (share / whole) * free);
  const cells = rows.map((row) => row.map(say));
  const short = cells.every((row) => row.every((cell, index) => cell.length / (widths[index] ?? 1) < mostText));
  const blank = cells.some((row) => row.every((cell, index) => index === 0 || cell === '' || cell.startsWith('□')));
  const titles: TableCell[] = columns.map(({ label, align }) => ({ text: say(label), bold: true, alignment: align ?? 'left' }));
  const head = heading ? [headingRow(heading, columns.length, words), titles] : [titles];
  return {
    margin: [0, heading ? 0 : 4, 0, 6],
    fontSize: 9,
    layout: heading ? headed : ruled,
    table: {
      headerRows: head.length,
      widths,
      // a row higher than a page must break, or it would run off it
      ...(short ? { keepWithHeaderRows: 1, dontBreakRows: true } : {}),
      ...(blank ? { heights: (row: number) => (row < head.length ? 0 : 24) } : {}),
      body: [...head, ...cells.map((row) => row.map((text, index) => cellOf(text, columns[index]?.align)))],
    },
  };
}

function headingRow(heading: PrintPart, span: number, words: PartWords): TableCell[] {
  const none: [boolean, boolean, boolean, boolean] = [false, false, false, true];
  const cell = headingContent(heading, words) as Extract<Content, { text: unknown }>;
  const rest = Array.from({ length: span - 1 }, () => ({ text: '', border: none }));
  return [{ ...cell, colSpan: span, border: none, margin: [-5, 8, 0, 0] }, ...rest];
}

/** Long numbers and codes may break anywhere, so that they never run into the next cell. */
function cellOf(text: string, align: 'right' | undefined): TableCell {
  const unbroken = /[\w./-]{16}/.test(text);
  return { text, alignment: align ?? 'left', ...(unbroken ? { wordBreak: 'break-all' } : {}) };
}

/** A question of a blank form with what there is to tick, or lines to write on. */
function question({ text, hint, options = [], lines = 0 }: PrintPart, { say }: PartWords): Content {
  const boxes = options.map((option) => `□\u00a0${say(option)}`);
  // long options stand one to a line
  const ticks = boxes.join(boxes.join('').length > 60 ? '\n' : '　　');
  return {
    margin: [0, 4, 0, 2],
    unbreakable: true,
    stack: [
      {
        text: [
          { text: text ? say(text) : '', bold: true },
          { text: hint ? `　${say(hint)}` : '', fontSize: 8.5 },
        ],
      },
      ...(ticks === '' ? [] : [{ text: ticks, margin: [0, 3, 0, 0] as [number, number, number, number] }]),
      ...Array.from({ length: lines }, () => ({
        canvas: [{ type: 'line' as const, x1: 0, y1: 20, x2: contentWidth, y2: 20, lineWidth: 0.5 }],
      })),
    ],
  };
}
