import type { StoredCommit } from '../ports/case-store.js';
import type { PrintSheet } from '../views.js';
import { deliveryReceipt } from '../views/delivery-receipt.js';
import type { ViewContext } from '../views/view-context.js';
import { printWords } from './print-catalogue.js';
import { printFoot } from './print-foot.js';

/** 送达回证 of a letter for paper; `undefined` when the case has no such letter. */
export function deliverySheet(context: ViewContext, id: string, commits: readonly StoredCommit[]): PrintSheet | undefined {
  const letter = context.state.letters.find((known) => known.id === id);
  if (!letter) return undefined;
  return {
    document: 'delivery-receipt',
    title: printWords.deliveryReceipt,
    ...(letter.number === undefined ? {} : { number: letter.number }),
    ...printFoot(context, commits),
    parts: [
      { kind: 'pairs', pairs: deliveryReceipt(context, letter).lines },
      {
        kind: 'small',
        text: {
          'zh-CN': '受送达人拒绝签收的，写明理由，请见证人签名，并把文书留在受送达人处。救济期限从送达之日起算。',
          en: 'If the recipient refuses to sign, note the reason, have a witness sign and leave the letter with the recipient. Periods of remedies run from the delivery.',
        },
      },
    ],
  };
}
