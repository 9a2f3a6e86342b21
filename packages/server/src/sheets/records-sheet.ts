import type { Locale } from '@careway/definition';
import type { ExportRow, RegisterView } from '@careway/runtime';
import type { Answer } from '../route.js';
import { type SheetColumn, sheetAnswer } from './sheet.js';

/** Records as they may leave the house: words, amounts as numbers, no formula. */
export function recordsSheet(view: RegisterView, rows: readonly ExportRow[], locale: Locale): Promise<Answer> {
  const filled = view.fields.filter(({ id }) => rows.length === 0 || rows.some((row) => row[id]));
  const columns = filled.map(
    ({ id, label, type }): SheetColumn<ExportRow> => ({
      label,
      kind: type === 'money' ? 'money' : type === 'integer' ? 'integer' : 'text',
      of: (row) => row[id]?.[locale],
    }),
  );
  return sheetAnswer(columns, rows, { locale, name: `${view.id}.xlsx`, title: view.label });
}
