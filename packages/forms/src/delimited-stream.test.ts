import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DelimitedStream, type NumberedRow } from './delimited-stream.js';
import { parseDelimited, printDelimited } from './parse-delimited.js';

function read(pieces: readonly string[]): { rows: NumberedRow[]; openQuoteAt: number | undefined } {
  const stream = new DelimitedStream();
  const rows = [...pieces.flatMap((piece) => stream.push(piece)), ...stream.end()];
  return { rows, openQuoteAt: stream.openQuoteAt };
}

describe('CSV that arrives in pieces', () => {
  it('is read as if it were whole, wherever it is cut', () => {
    const cell = fc.string({ unit: fc.constantFrom('甲', '1', ' ', '"', ',', '\n', '\r\n', '=') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), (cells, size) => {
        const text = `${'x'.repeat(40)},\n`.repeat(600) + printDelimited(cells);
        const pieces = text.match(new RegExp(`[^]{1,${size * 1000}}`, 'g')) ?? [];
        expect(read(pieces).rows.map((row) => row.cells)).toEqual(parseDelimited(text, 10_000).cells);
      }),
    );
  });

  it('numbers rows as a spreadsheet does, blank ones too', () => {
    const { rows } = read(['\ufeff姓名,天数\r', '\n\r\n"张\r\n某",30\r\n', '李某,3']);
    expect(rows).toEqual([
      { line: 1, cells: ['姓名', '天数'] },
      { line: 3, cells: ['张\r\n某', '30'] },
      { line: 4, cells: ['李某', '3'] },
    ]);
  });

  it('stops at a quotation mark that is never closed instead of holding the rest of the file', () => {
    const pieces = ['甲,乙\n1,"2\n', ...Array.from({ length: 100 }, () => '3,4\n'.repeat(5000))];
    const { rows, openQuoteAt } = read(pieces);
    expect(rows).toHaveLength(1);
    expect(openQuoteAt).toBe(2);
    expect(read(['甲,乙\n1,"2']).openQuoteAt).toBe(2);
  });
});
