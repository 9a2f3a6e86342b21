import { approvalSheet } from '../print/approval-sheet.js';
import { deliverySheet } from '../print/delivery-sheet.js';
import { letterSheet } from '../print/letter-sheet.js';
import { receiptSheet } from '../print/receipt-sheet.js';
import type { PrintRequest } from '../runtime.js';
import { letterText } from '../views/letter-text.js';
import { receiptView } from '../views/public-views.js';
import type { ViewContext } from '../views/view-context.js';
import type { PrintSheet } from '../views.js';
import type { CaseReader } from './case-reader.js';

/** A document of a case for paper, as the viewer may see it; `undefined` when there is none for them. */
export async function printCase(reader: CaseReader, caseId: string, wanted: PrintRequest): Promise<PrintSheet | undefined> {
  const context = await reader.context(caseId);
  if (!context || !mayPrint(context, wanted)) return undefined;
  const sheet = await sheetOf(reader, context, wanted);
  if (sheet) await reader.looked(context.state, { what: 'print' });
  return sheet;
}

/** Forms of the office are for staff; of a party that sees only its own, letters to it. */
function mayPrint({ asStaff, shielded }: ViewContext, { document }: PrintRequest): boolean {
  if (document === 'letter') return true;
  return document === 'receipt' ? !shielded : asStaff;
}

async function sheetOf(reader: CaseReader, context: ViewContext, wanted: PrintRequest): Promise<PrintSheet | undefined> {
  const commits = await reader.commits(context.state.caseId);
  switch (wanted.document) {
    case 'letter': {
      const text = letterText(context, wanted.letter);
      return text && letterSheet(context, text, commits);
    }
    case 'delivery-receipt':
      return deliverySheet(context, wanted.letter, commits);
    case 'receipt':
      return receiptSheet(context, receiptView(context), commits);
    case 'approval-form':
      return approvalSheet(context, await reader.extras(context), commits);
  }
}
