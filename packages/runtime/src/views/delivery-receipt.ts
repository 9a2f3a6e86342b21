import type { LocalizedText } from '@careway/definition';
import type { LetterState } from '@careway/engine';
import type { DeliveryReceipt } from '../views.js';
import { actWords } from './act-catalogue.js';
import { dateText } from './date-text.js';
import { officeOf } from './office-of.js';
import { plainText, type ViewContext } from './view-context.js';

/** 送达回证 of a letter, filled in as far as its delivery is recorded; the rest is left for the hand. */
export function deliveryReceipt(context: ViewContext, letter: LetterState): DeliveryReceipt {
  const { state, pack } = context;
  const { number, delivery } = letter;
  const known = (text: LocalizedText | string | undefined) =>
    text === undefined ? {} : { value: typeof text === 'string' ? plainText(text) : text };
  return {
    lines: [
      { label: labels.document, ...known(pack.letters.get(letter.letter)?.label) },
      { label: labels.number, ...known(number) },
      { label: labels.case, ...known(state.number) },
      { label: labels.recipient, ...known(recipientOf(context, letter)) },
      { label: labels.office, ...known(officeOf(context, letter)) },
      { label: labels.method, ...known(delivery && actWords[`method.${delivery.method}`]) },
      { label: labels.place },
      { label: labels.deliveredOn, ...known(delivery && dateText(delivery.on)) },
      { label: labels.received, ...known(delivery?.receipt) },
      { label: labels.onBehalf },
      { label: labels.refused },
      { label: labels.witness },
      { label: labels.server },
      { label: labels.remark },
    ],
  };
}

const labels = {
  document: { 'zh-CN': '送达文书', en: 'Document' },
  number: { 'zh-CN': '文号', en: 'Document number' },
  case: { 'zh-CN': '受理编号', en: 'Case number' },
  recipient: { 'zh-CN': '受送达人', en: 'Recipient' },
  office: { 'zh-CN': '送达机关', en: 'Delivered by the office' },
  method: { 'zh-CN': '送达方式', en: 'Method' },
  place: { 'zh-CN': '送达地点', en: 'Place' },
  deliveredOn: { 'zh-CN': '送达日期', en: 'Date of delivery' },
  received: { 'zh-CN': '受送达人签名或者盖章', en: 'Signature or seal of the recipient' },
  onBehalf: { 'zh-CN': '代收人签名，与受送达人的关系', en: 'Signature of who received it for them, and relation' },
  refused: { 'zh-CN': '拒收的理由', en: 'Reason of a refusal to accept' },
  witness: { 'zh-CN': '见证人签名', en: 'Signature of the witness' },
  server: { 'zh-CN': '送达人签名', en: 'Signature of who delivered it' },
  remark: { 'zh-CN': '备注', en: 'Remark' },
} as const;

function recipientOf({ state, workflow }: ViewContext, letter: LetterState): LocalizedText | string | undefined {
  const party = state.parties.find(({ party: id }) => id === letter.party);
  if (party?.name !== undefined) return party.name;
  return party?.erased ? { 'zh-CN': '（已依法删除）', en: '(erased)' } : workflow.parties.find(({ id }) => id === letter.party)?.label;
}
