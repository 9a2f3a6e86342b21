import type { StoredCommit } from '../ports/case-store.js';
import type { PrintSheet, ReceiptView } from '../views.js';
import { dateText } from '../views/date-text.js';
import { plainText, type ViewContext } from '../views/view-context.js';
import { printWords } from './print-catalogue.js';
import { printFoot } from './print-foot.js';
import { joined } from './print-text.js';

/** The receipt of an application for paper: number, what comes next and by when, whom to call, the code to look it up with. */
export function receiptSheet(context: ViewContext, view: ReceiptView, commits: readonly StoredCommit[]): PrintSheet {
  const { contact } = view;
  const anonymous = context.state.parties[0]?.kind === 'anonymous';
  return {
    document: 'receipt',
    title: printWords.receipt,
    ...printFoot(context, commits),
    parts: [
      {
        kind: 'pairs',
        pairs: [
          { label: printWords.number, value: view.number === undefined ? printWords.numberComing : plainText(view.number) },
          { label: printWords.service, value: view.service },
          { label: printWords.applicant, value: anonymous ? printWords.anonymous : plainText(view.applicant) },
          ...(view.items > 0 ? [{ label: printWords.rows, value: plainText(String(view.items)) }] : []),
          { label: printWords.filedOn, value: dateText(view.filedOn) },
          { label: printWords.next, value: view.next },
          ...(view.due === undefined ? [] : [{ label: printWords.due, value: dateText(view.due) }]),
          { label: printWords.contact, value: joined([contact.office, plainText(contact.telephone)], plainText(' ')) },
          { label: printWords.trackingCode, value: plainText(view.trackingCode) },
        ],
      },
      {
        kind: 'small',
        text: {
          'zh-CN': '凭受理编号和查询码可以随时查进度。查询码请不要告诉别人。',
          en: 'With number and code you can look up the progress at any time. Please keep the code to yourself.',
        },
      },
    ],
  };
}
