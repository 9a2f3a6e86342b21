import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.js';
import { importRows, mapRows } from './map-rows.js';
import { parseDelimited, printDelimited } from './parse-delimited.js';
import { printRows, templateRows } from './print-rows.js';
import { elder, identityOf, rosterForm, rosterOf } from './testing/roster-form.js';
import { validateSubmission } from './validate-submission.js';

const target = { form: rosterForm, field: 'elders' };
const today = '2021-07-05';

describe('importRows', () => {
  it('recognises headings by label, alias or id in any order, below a title', () => {
    const text = '六月家庭床位名册\t\t\t\n失能等级*\t公民身份号码\t本市户籍（是/否）\tname\n重度\t150103194001010012\t是\t王某某\n';
    expect(importRows(text, target)).toEqual({
      rows: [{ level: 'severe', identity_number: '150103194001010012', local_hukou: true, name: '王某某' }],
      issues: [],
    });
  });

  it('takes cells by position without headings, a counter set aside', () => {
    expect(importRows('1,王某,15010319400101001X,轻度失能,否,2021/6/5,24\n2,李某,,中度,有,,\n', target).rows).toEqual([
      { name: '王某', identity_number: '15010319400101001X', level: 'mild', local_hukou: false, start: '2021-06-05', hours: 24 },
      { name: '李某', level: 'moderate', local_hukou: true },
    ]);
  });

  it('reads quoted cells with delimiters, line breaks and doubled quotes', () => {
    expect(parseDelimited('\ufeffa,"b, ""c""\nd",e\r\n\r\n1,2\n').cells).toEqual([
      ['a', 'b, "c"\nd', 'e'],
      ['1', '2'],
    ]);
  });

  it('names missing, unknown and doubled columns and rows that are too long', () => {
    const { issues } = importRows('姓名,身份证号,姓名,备注,序号\n王某,1,2,3,4,5\n', target);
    expect(issues.map(({ code, message }) => `${code} ${message['zh-CN']}`)).toEqual([
      'COLUMN_MISSING 名单里没有“失能等级”这一列，请补上',
      'COLUMN_MISSING 名单里没有“本市户籍”这一列，请补上',
      'COLUMN_TWICE “姓名”这一列出现了两次，请删去一列',
      'COLUMN_UNKNOWN 没有用到“备注”这一列',
      'CELLS_TOO_MANY 第1行：这一行比表头多出1格，请核对',
    ]);
  });

  it('answers a hundred thousand rows quickly with one issue', () => {
    const text = `姓名,身份证号,失能等级,本市户籍\n${'王某某,150103194001010012,重度失能,是\n'.repeat(100_000)}`;
    const started = performance.now();
    const { rows, issues } = importRows(text, target);
    expect([rows.length, issues.map(({ params }) => params?.['count'])]).toEqual([0, [100_000]]);
    expect(performance.now() - started).toBeLessThan(1500);
  });

  it('says when there is nothing in it, or a quote is never closed', () => {
    expect(importRows('姓名,身份证号\n', target).issues.map(({ code }) => code)).toEqual(['ROSTER_EMPTY']);
    expect(importRows('姓名,身份证号\n"王某,1\n', target).issues.map(({ code }) => code)).toContain('QUOTE_OPEN');
  });
});

describe('mapRows', () => {
  it('reads typed cells of a spreadsheet', () => {
    const cells = [
      ['姓名', '身份证号', '失能等级', '本市户籍', '开始日期', '时长'],
      ['王某', 150103194001010000, '重度失能', true, new Date('2021-06-05T00:00:00Z'), 24],
      ['李某', '150103194001010012', 'severe', '√', 44352, '24'],
    ];
    expect(mapRows(cells, target).rows).toEqual([
      { name: '王某', identity_number: '1.50103E+17', level: 'severe', local_hukou: true, start: '2021-06-05', hours: 24 },
      { name: '李某', identity_number: '150103194001010012', level: 'severe', local_hukou: true, start: '2021-06-05', hours: 24 },
    ]);
  });

  it('answers a hundred thousand rows of cells with one issue', () => {
    const cells = Array.from({ length: 100_000 }, () => ['王某', 150103194001010000, '重度失能', true]);
    const { rows, issues } = mapRows([['姓名', '身份证号', '失能等级', '本市户籍'], ...cells], target);
    expect([rows.length, issues.map(({ code, params }) => [code, params?.['count']])]).toEqual([0, [['TOO_MANY_ROWS', 100_000]]]);
  });

  it('leaves a number that lost its digits for validation to name', () => {
    const { rows } = mapRows([['王某', 150103194001010000, '重度失能', '是']], target);
    const result = validateSubmission(rosterForm, rosterOf(rows), { today });
    expect(!result.ok && result.issues.map(({ code }) => code)).toEqual(['IDENTITY_SCIENTIFIC']);
  });

  it('reads back what printRows printed, through CSV and tabs', () => {
    const row = fc.record(
      {
        name: fc.constantFrom('王某', '李"某"', "'陈某", '-张,某', '赵\n某', '=1+1', '@孙某'),
        identity_number: fc.integer({ min: 0, max: 999 }).map((serial) => identityOf('19400101', serial)),
        level: fc.constantFrom('mild', 'moderate', 'severe'),
        local_hukou: fc.boolean(),
        start: fc.constantFrom('2021-06-05', '1999-12-31'),
        hours: fc.integer({ min: -5, max: 24 }),
      },
      { requiredKeys: ['name', 'identity_number'] },
    );
    const locale = fc.constantFrom('zh-CN' as const, 'en' as const);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), locale, fc.constantFrom(',', '\t'), (rows, language, delimiter) => {
        const printed = printDelimited(printRows(rosterForm, 'elders', { rows, locale: language }), delimiter);
        expect(importRows(printed, target).rows).toEqual(rows);
      }),
    );
  });

  it('offers a template that it reads itself', () => {
    expect(templateRows(rosterForm, 'elders', 'zh-CN')[0]).toEqual(['姓名', '身份证号', '失能等级', '本市户籍', '开始日期', '时长']);
    expect(mapRows(templateRows(rosterForm, 'elders', 'en'), target).issues).toEqual([]);
  });

  it('prints no cell that a spreadsheet would run', () => {
    const [, cells] = printRows(rosterForm, 'elders', { rows: [elder(1, { name: '=HYPERLINK("x")' })], locale: 'zh-CN' });
    expect(cells?.[0]).toBe('\'=HYPERLINK("x")');
  });
});

describe('decodeText', () => {
  const words = '姓名,身份证号\n王某,1\n';
  const utf16 = (text: string) => new Uint8Array([...text].flatMap((one) => [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8]));

  it.each([
    ['utf-8', new TextEncoder().encode(words)],
    ['utf-8', new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(words)])],
    ['utf-16le', new Uint8Array([0xff, 0xfe, ...utf16(words)])],
    ['utf-16le', utf16(words)],
  ])('reads %s', (encoding, bytes) => {
    expect(decodeText(bytes)).toMatchObject({ encoding, text: words });
  });

  it('reads GB18030, as Excel in China saves CSV', () => {
    expect(decodeText(new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb, 0x0a]))).toEqual({ text: '姓名\n', encoding: 'gb18030' });
  });

  it('says how to save a file again when it is no text', () => {
    expect(decodeText(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x00, 0x01, 0xff, 0xfe, 0xd8])).issue?.code).toBe('ROSTER_UNREADABLE');
    expect(decodeText(new Uint8Array([0x41, 0xff, 0xff, 0x0a])).issue?.code).toBe('ROSTER_UNREADABLE');
  });
});
