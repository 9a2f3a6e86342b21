import type { LocalizedText } from '@careway/definition';
import type { PrintSheet } from '@careway/runtime';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { pdfContent } from './pdf-content.js';
import { contentWidth } from './pdf-parts.js';

/** How texts of a sheet become words of the page. */
export interface PageWords {
  readonly locale: 'zh-CN' | 'en';
  /** Replaces what the font lacks by a visible sign. */
  readonly show: (text: string) => string;
  readonly font: string;
  /** Names of the characters replaced so far. */
  readonly lacking: () => readonly string[];
}

/** Millimetres of A4 left free: 22 at the sides, 20 above, 26 below for the foot. */
const margins: [number, number, number, number] = [62, 57, 62, 74];

/** A sheet as a pdfmake document: A4, black on white, table heads on every page, page n of m and the origin at the foot. */
export function pdfDefinition(sheet: PrintSheet, words: PageWords): TDocumentDefinitions {
  const say = (text: LocalizedText) => words.show(text[words.locale]);
  const title = say(sheet.title);
  const numbers = [sheet.number, sheet.case].filter((number) => number !== undefined);
  const letter = sheet.document === 'letter';
  const content: Content[] = [
    { text: title, fontSize: 18, bold: true, alignment: 'center', margin: [0, 0, 0, 8] },
    ...headLines(sheet, words),
    ...pdfContent(sheet.parts, { say, letter, locale: words.locale }),
  ];
  // only now is it known which characters are lacking
  const lacking = words.lacking();
  if (lacking.length > 0) content.push(lackingNote(lacking, words));
  return {
    pageSize: 'A4',
    pageMargins: margins,
    language: words.locale,
    displayTitle: true,
    info: {
      title: [title, ...numbers].join(' '),
      subject: [title, ...numbers].join(' '),
      creator: 'Careway',
      producer: 'Careway',
      creationDate: new Date(sheet.printedAt),
      modDate: new Date(sheet.printedAt),
    },
    defaultStyle: { font: words.font, fontSize: letter ? 11.5 : 10, lineHeight: letter ? 1.4 : 1.25 },
    header: (page) => (page === 1 ? '' : { text: [title, ...numbers].join('　'), fontSize: 8, margin: [margins[0], 28, margins[2], 0] }),
    footer: (page, count) => footer(sheet, words, { page, count }),
    content,
  };
}

function headLines({ number, case: caseNumber, document }: PrintSheet, { locale, show }: PageWords): Content[] {
  const known = [
    number === undefined ? undefined : show(number),
    caseNumber === undefined || document === 'letter' ? undefined : show(`${locale === 'en' ? 'Case ' : '受理编号：'}${caseNumber}`),
  ].filter((line) => line !== undefined);
  return known.length === 0 ? [] : [{ text: known.join('　　'), alignment: 'center', fontSize: 10.5, margin: [0, 0, 0, 10] }];
}

function footer(sheet: PrintSheet, { locale, show }: PageWords, { page, count }: { page: number; count: number }): Content {
  const at = sheet.printedAt.slice(0, 16).replace('T', ' ');
  const numbered = locale === 'en' ? `Page ${page} of ${count}` : `第${page}页，共${count}页`;
  const printed = locale === 'en' ? `Printed ${at}` : `${at}打印`;
  return {
    margin: [margins[0], 14, margins[2], 0],
    stack: [
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: contentWidth, y2: 0, lineWidth: 0.5 }] },
      {
        margin: [0, 4, 0, 0],
        columns: [
          { text: show(sheet.number ?? sheet.case ?? ''), width: '*', fontSize: 8 },
          { text: numbered, width: 'auto', fontSize: 9 },
          { text: printed, width: '*', alignment: 'right', fontSize: 8 },
        ],
      },
      ...sheet.foot.map((line) => ({ text: show(line[locale]), fontSize: 6.5, lineHeight: 1.15 })),
    ],
  };
}

/** Tells whoever holds the paper what to write in by hand. */
function lackingNote(lacking: readonly string[], { locale }: PageWords): Content {
  const names = lacking.join(' ');
  const text =
    locale === 'en'
      ? `The printing font lacks ${lacking.length} character(s), for which 〓 stands. Please write them in by hand: ${names}`
      : `打印字库缺${lacking.length}个字，文中用〓代替，请手写补上：${names}`;
  return { text, bold: true, margin: [0, 12, 0, 0] };
}
