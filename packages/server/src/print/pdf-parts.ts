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

/** A part of a sheet as content of a page. */
export function partContent(part: PrintPart, words: PartWords): Content[] {
  return makers[part.kind](part, words);
}

type Maker = (part: PrintPart, words: PartWords) => Content[];

const makers: Readonly<Record<PrintPart['kind'], Maker>> = {
  heading: ({ text }, { say }) => (text ? [{ text: say(text), bold: true, fontSize: 12, headlineLevel: 1, margin: [0, 12, 0, 4] }] : []),
  paragraph: ({ text }, words) => (text ? [paragraph(words.say(text), words)] : []),
  small: ({ text }, { say }) => (text ? [{ text: say(text), fontSize: 9, margin: [0, 4, 0, 4] }] : []),
  signature: ({ text }, { say, locale }) =>
    text ? [{ text: say(text).replace(locale === 'en' ? ', ' : '，', '\n'), alignment: 'right', margin: [0, 40, 24, 24] }] : [],
  pairs: ({ pairs = [] }, { say }) => [pairsTable(pairs.map(({ label, value }) => [say(label), value ? say(value) : '']))],
  table,
  quotes: ({ quotes = [] }, { say, locale }) =>
    quotes.map(({ quote, source, note }) => ({
      margin: [12, 4, 12, 4],
      stack: [
        { text: say({ 'zh-CN': `“${quote}”`, en: `“${quote}”` }) },
        {
          text: `—— ${say(source)}${note ? (locale === 'en' ? ` (${say(note)})` : `（${say(note)}）`) : ''}`,
          fontSize: 9,
          margin: [12, 1, 0, 0],
        },
      ],
    })),
  list: ({ entries = [] }, { say }) => [{ ol: entries.map((entry) => ({ text: say(entry), margin: [0, 0, 0, 2] })), margin: [0, 2, 0, 4] }],
  question,
};

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

/** Rows longer than this may go on to the next page; shorter ones stay whole. */
const breakable = 400;

function table({ columns = [], rows = [] }: PrintPart, { say }: PartWords): Content[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const free = contentWidth - columns.length * 10.5;
  const cells = rows.map((row) => row.map(say));
  const blank = cells.some((row) => row.every((cell, index) => index === 0 || cell === '' || cell.startsWith('□')));
  const head: TableCell[] = columns.map(({ label, align }) => ({ text: say(label), bold: true, alignment: align ?? 'left' }));
  return [
    {
      margin: [0, 4, 0, 6],
      fontSize: 9,
      layout: ruled,
      table: {
        headerRows: 1,
        widths: columns.map(({ share }) => (share / whole) * free),
        dontBreakRows: cells.every((row) => row.every((cell) => cell.length < breakable)),
        ...(blank ? { heights: (row: number) => (row === 0 ? 0 : 24) } : {}),
        body: [head, ...cells.map((row) => row.map((text, index) => cellOf(text, columns[index]?.align)))],
      },
    },
  ];
}

/** Long numbers and codes may break anywhere, so that they never run into the next cell. */
function cellOf(text: string, align: 'right' | undefined): TableCell {
  const unbroken = /[\w./-]{16}/.test(text);
  return { text, alignment: align ?? 'left', ...(unbroken ? { wordBreak: 'break-all' } : {}) };
}

/** A question of a blank form with what there is to tick, or lines to write on. */
function question({ text, hint, options = [], lines = 0 }: PrintPart, { say }: PartWords): Content[] {
  const ticks = options.map((option) => `□ ${say(option)}`).join('　　');
  return [
    {
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
    },
  ];
}
