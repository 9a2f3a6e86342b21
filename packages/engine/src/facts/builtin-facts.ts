import type { FactDefinition, LetterDefinition } from '@careway/definition';
import type { FactDeclaration } from '@careway/rules';
import { dayNumberOf } from '../calendar/day-number.js';
import type { CaseState, ItemState, LetterState } from '../types/state.js';
import type { FactScalar } from '../types/values.js';

const label = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const status = (value: string, zh: string) => ({ value, label: label(zh, value) });

export interface BuiltinFact extends FactDeclaration {
  readonly id: string;
  readonly type: FactDefinition['type'];
  readonly label: { readonly 'zh-CN': string; readonly en: string };
}

/** Facts that every guard may read besides those the workflow declares. Approved and refused rows are those of the batch being prepared. */
export const builtinFacts: readonly BuiltinFact[] = [
  { id: 'open_items', type: 'integer', label: label('未定的行数', 'Rows not decided yet') },
  { id: 'held_items', type: 'integer', label: label('暂缓的行数', 'Rows held') },
  { id: 'approved_items', type: 'integer', label: label('本批拟同意的行数', 'Rows approved in this batch, not final yet') },
  { id: 'refused_items', type: 'integer', label: label('本批不同意的行数', 'Rows refused in this batch, not final yet') },
  { id: 'split_items', type: 'integer', label: label('另案办理的行数', 'Rows split into child cases') },
  { id: 'pending_letters', type: 'integer', label: label('待送达的文书数', 'Letters still to be delivered') },
  { id: 'batch', type: 'integer', label: label('正在准备的批次', 'Batch being prepared, from 1') },
  { id: 'supplements_used', type: 'integer', label: label('已要求补正的次数', 'How often a supplement was asked for') },
  { id: 'days_since_closed', type: 'integer', label: label('办结以来的天数', 'Days since the case was closed') },
  { id: 'whole_objection', type: 'boolean', label: label('有针对整件的异议', 'An objection against the whole is open') },
];

/** Facts of each row that every aggregate may read besides those the workflow declares. */
export const builtinItemFacts: readonly BuiltinFact[] = [
  {
    id: 'status',
    type: 'code',
    label: label('状态', 'Status'),
    values: [
      status('open', '未定'),
      status('held', '暂缓'),
      status('approved', '同意'),
      status('refused', '不同意'),
      status('split', '另案'),
    ],
  },
  { id: 'amount', type: 'money', label: label('金额', 'Amount') },
  { id: 'final', type: 'boolean', label: label('已决定', 'Final') },
  { id: 'batch', type: 'integer', label: label('批次', 'Batch') },
  { id: 'entitlement_record', type: 'text', label: label('在享待遇的记录', 'Record of the grant') },
  {
    id: 'claim',
    type: 'code',
    label: label('占用', 'Claim'),
    values: [status('none', '无'), status('requested', '已申请'), status('granted', '已取得'), status('refused', '已被占用')],
  },
  { id: 'entitlement', type: 'text', label: label('待遇编号', 'Entitlement') },
];

export interface BuiltinSources {
  readonly letters: ReadonlyMap<string, LetterDefinition>;
  /** Day of the command. */
  readonly today: string;
  /** Whether an action key (`step.ACTION`) asks for a supplement. */
  readonly isSupplement: (key: string) => boolean;
}

/** Values of the built-in facts of a case; the days since it was closed are unknown while it is open. */
export function builtinFactValues(
  state: CaseState,
  { letters, today, isSupplement }: BuiltinSources,
): Record<string, FactScalar | undefined> {
  let [open, held, approved, refused, split] = [0, 0, 0, 0, 0];
  for (const item of state.items) {
    if (item.status === 'open') open++;
    else if (item.status === 'held') held++;
    else if (item.status === 'split') split++;
    else if (item.final) continue;
    else if (item.status === 'approved') approved++;
    else refused++;
  }
  let supplements = 0;
  for (const [key, count] of Object.entries(state.actionCounts)) if (isSupplement(key)) supplements += count;
  return {
    open_items: String(open),
    held_items: String(held),
    approved_items: String(approved),
    refused_items: String(refused),
    split_items: String(split),
    pending_letters: String(pendingLetters(state, letters)),
    batch: String(state.batch),
    supplements_used: String(supplements),
    days_since_closed: state.closedOn === undefined ? undefined : String(dayNumberOf(today) - dayNumberOf(state.closedOn)),
    whole_objection: state.wholeObjection === true,
  };
}

/** Letters that must be delivered and are not. Of a decision that was revoked nothing is delivered any more. */
export function pendingLetters(state: CaseState, letters: ReadonlyMap<string, LetterDefinition>): number {
  let count = 0;
  for (const letter of state.letters) {
    const waits = letter.status !== 'delivered' && letters.get(letter.letter)?.delivery === 'required';
    if (waits && !tellsRevoked(state, letter)) count++;
  }
  return count;
}

/** Whether a letter tells a decision that stands no more. */
export function tellsRevoked({ batch, decisions = [] }: CaseState, letter: Pick<LetterState, 'batch'>): boolean {
  return letter.batch !== undefined && letter.batch < batch && !decisions.some((decision) => decision.batch === letter.batch);
}

/** Values of the built-in facts of one row. */
export function builtinItemFactValues(item: ItemState): Record<string, FactScalar | undefined> {
  return {
    status: item.status,
    amount: item.result?.amount,
    final: item.final === true,
    batch: item.batch === undefined ? undefined : String(item.batch),
    claim: item.claim?.status ?? 'none',
    entitlement_record: item.entitlement,
    entitlement: item.entitlement,
  };
}
