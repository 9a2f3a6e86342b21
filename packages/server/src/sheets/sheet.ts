import type { Locale, LocalizedText } from '@careway/definition';
import { escapeCell } from '@careway/forms';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import type { Answer } from '../route.js';

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const csvType = 'text/csv; charset=utf-8';

/** A column of an exported list. `money` takes decimal text. */
export interface SheetColumn<Row> {
  readonly label: LocalizedText;
  readonly kind: 'text' | 'integer' | 'money';
  readonly of: (row: Row) => string | number | undefined;
}

/** Writes rows as a spreadsheet: typed cells, headings in bold, and no text that a spreadsheet would run as a formula. */
export async function sheetAnswer<Row>(
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
  { locale, name, title }: { readonly locale: Locale; readonly name: string; readonly title: LocalizedText },
): Promise<Answer> {
  const heading = columns.map((column) => ({ value: column.label[locale], type: String, fontWeight: 'bold' as const }));
  const body = rows.map((row) => columns.map((column) => cellOf(column, row)));
  return xlsxAnswer([heading, ...body], { sheet: title[locale], name });
}

/** Rows of text as a spreadsheet; every cell is text, so that long numbers keep their digits. */
export function textSheetAnswer(rows: readonly (readonly string[])[], { sheet, name }: { sheet: string; name: string }): Promise<Answer> {
  return xlsxAnswer(
    rows.map((row) => row.map((value) => ({ value, type: String, format: '@' }))),
    { sheet, name },
  );
}

async function xlsxAnswer(cells: Cell[][], { sheet, name }: { sheet: string; name: string }): Promise<Answer> {
  const width = Math.max(...cells.map((row) => row.length));
  const columns = Array.from({ length: width }, () => ({ width: 18 }));
  // Excel takes at most 31 characters, and none of these
  const tab = sheet.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
  const bytes = await writeXlsxFile(cells, { sheet: tab, columns, stickyRowsCount: 1 }).toBuffer();
  return { kind: 'file', bytes, type: xlsxType, name };
}

function cellOf<Row>(column: SheetColumn<Row>, row: Row): Cell {
  const value = column.of(row);
  if (value === undefined || value === '') return null;
  if (column.kind === 'text') return { value: escapeCell(String(value)), type: String };
  return { value: Number(value), type: Number, format: column.kind === 'money' ? '#,##0.00' : '0' };
}
