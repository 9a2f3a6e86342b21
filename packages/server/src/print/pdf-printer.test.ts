import type { PrintSheet } from '@careway/runtime';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../testing/read-pdf.js';
import { codeName, markMissing } from './mark-missing.js';
import { findFonts } from './pdf-fonts.js';
import { PdfPrinter } from './pdf-printer.js';

const text = (zh: string) => ({ 'zh-CN': zh, en: zh });
const sheet = (parts: PrintSheet['parts']): PrintSheet => ({
  document: 'approval-form',
  title: text('审批表'),
  case: 'SL2021-XC01-0001',
  foot: [text('案卷校验码：abc')],
  printedAt: '2021-07-05T09:00:00+08:00',
  parts,
});
const printer = new PdfPrinter();

describe('the font', () => {
  it('has every character of GB 2312 and of GBK, the traditional ones of quotes among them', () => {
    const { shows } = findFonts();
    const decoder = new TextDecoder('gbk');
    const lacking: string[] = [];
    for (let high = 0x81; high <= 0xfe; high += 1) {
      for (let low = 0x40; low <= 0xfe; low += 1) {
        const character = decoder.decode(Uint8Array.of(high, low));
        const codePoint = character.codePointAt(0) ?? 0;
        const privateUse = codePoint >= 0xe000 && codePoint <= 0xf8ff;
        if ([...character].length !== 1 || codePoint === 0xfffd || privateUse || shows(codePoint)) continue;
        lacking.push(character);
      }
    }
    expect(lacking).toEqual(['≒']);
    for (const character of '資補貼養齡〔〕①②③□→×÷¥') expect(shows(character.codePointAt(0) ?? 0), character).toBe(true);
  });

  it('leaves a sign for what it lacks, and names it', () => {
    const shows = (codePoint: number) => codePoint < 0x20000;
    expect(markMissing('王\u{20bb7}\n一\u0007', shows)).toEqual({ text: '王〓\n一 ', missing: ['\u{20bb7}'] });
    expect(codeName('\u{20bb7}')).toBe('U+20BB7');
  });
});

describe('a printed document', () => {
  it('goes over pages with 200 rows, the head repeated on each, no row lost', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => [text(`第${index + 1}行`), text('150.00')]);
    const columns = [
      { label: text('姓名'), share: 70 },
      { label: text('金额'), share: 30, align: 'right' as const },
    ];
    const { bytes } = await printer.print(sheet([{ kind: 'table', columns, rows }]), 'zh-CN');
    const { pages } = readPdf(bytes);
    expect(pages.length).toBeGreaterThan(4);
    for (const page of pages) expect(page.text).toContain('姓名金额');
    const whole = pages.map((page) => page.text).join('');
    for (const row of rows) expect(whole).toContain(row[0]?.['zh-CN']);
  });

  it('keeps an opinion of 4,000 characters whole', async () => {
    const opinion = '同意'.repeat(2000);
    const columns = [
      { label: text('环节'), share: 80 },
      { label: text('意见'), share: 20 },
    ];
    const heading = { kind: 'heading', text: text('办理意见') } as const;
    const { bytes } = await printer.print(sheet([heading, { kind: 'table', columns, rows: [[text('区审批'), text(opinion)]] }]), 'zh-CN');
    const whole = readPdf(bytes)
      .pages.map((page) => page.text)
      .join('');
    // between the pages stands their foot
    expect(whole.match(/同/g)?.length).toBe(2000);
  });

  it('leaves no heading alone at the foot of a page, and no signature alone on one', async () => {
    for (let lines = 20; lines < 40; lines += 1) {
      const paragraphs = Array.from({ length: lines }, () => ({ kind: 'paragraph', text: text('一行字') }) as const);
      const parts = [...paragraphs, { kind: 'heading', text: text('小标题') }, { kind: 'list', entries: [text('其一')] }] as const;
      const { bytes } = await printer.print(sheet([...parts, { kind: 'signature', text: text('某某民政局，2021年7月5日') }]), 'zh-CN');
      const { pages } = readPdf(bytes);
      expect(pages.find((page) => page.text.includes('小标题'))?.text, `${lines} lines`).toContain('其一');
      expect(pages.find((page) => page.text.includes('某某民政局'))?.text, `${lines} lines`).toContain('其一');
    }
  });

  it('refuses what cannot be laid out and goes on with the next', async () => {
    const broken = { ...sheet([]), printedAt: 'never' };
    await expect(printer.print(broken, 'zh-CN')).rejects.toThrow();
    expect((await printer.print(sheet([]), 'zh-CN')).missing).toEqual([]);
  });
});
