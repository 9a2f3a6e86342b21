import type { LocalizedText } from '@careway/definition';
import type { ItemStatus } from '@careway/engine';
import type { PrintPart, ResultView } from '../views.js';
import { plainText } from '../views/view-context.js';
import { printWords, statusWords } from './print-catalogue.js';
import { joined, moneyCell } from './print-text.js';

export interface PrintedRow {
  readonly row: number;
  readonly name: string;
  readonly status: ItemStatus;
  readonly amount?: string | undefined;
  /** What the tables gave, where that is no money. */
  readonly results?: readonly ResultView[] | undefined;
  readonly notes: readonly (LocalizedText | undefined)[];
}

/** Rows with what became of each: an amount, or where nothing is paid the result in words. */
export function rowsTable(rows: readonly PrintedRow[], total?: string): PrintPart {
  const pays = rows.some(({ results }) => results === undefined);
  const sum = pays && total !== undefined ? [[plainText(''), printWords.total, plainText(''), moneyCell(total), plainText('')]] : [];
  return {
    kind: 'table',
    columns: [
      { label: printWords.row, share: 7 },
      { label: printWords.name, share: 19 },
      { label: printWords.outcome, share: 11 },
      pays ? { label: printWords.amount, share: 17, align: 'right' } : { label: printWords.given, share: 25 },
      { label: printWords.reckoning, share: pays ? 46 : 38 },
    ],
    rows: [
      ...rows.map(({ row, name, status, amount, results, notes }) => [
        plainText(String(row)),
        plainText(name),
        statusWords[status],
        pays ? moneyCell(amount) : resultCell(results ?? []),
        joined(notes, printWords.semicolon),
      ]),
      ...sum,
    ],
  };
}

function resultCell(results: readonly ResultView[]): LocalizedText {
  const main = results.filter((result) => result.main);
  if (main.length === 0) return plainText('—');
  return joined(
    main.map(({ label, text }) => joined([label, text], printWords.colon)),
    printWords.semicolon,
  );
}
