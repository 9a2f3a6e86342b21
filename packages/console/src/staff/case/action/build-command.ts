import { isDateText, isDecimalText, normalizeDateText } from '@careway/forms';
import type { CaseCommand, CaseView } from '../../../api/index.js';
import { type FieldId, fieldsOf, type Intent, isMixed, type Typed } from './intent.js';

/** A field that must be mended, and which sentence says so. */
export interface Fault {
  readonly field: FieldId;
  readonly says:
    | 'opinion'
    | 'reason'
    | 'clause'
    | 'amount'
    | 'list'
    | 'letter'
    | 'date'
    | 'future'
    | 'to'
    | 'objector'
    | 'phone'
    | 'days'
    | 'vote'
    | 'mixed';
}

const SAYS: Partial<Record<FieldId, Fault['says']>> = {
  opinion: 'opinion',
  reason: 'reason',
  clause: 'clause',
  amount: 'amount',
  letter: 'letter',
  to: 'to',
  name: 'objector',
  phone: 'phone',
  vote: 'vote',
};

export interface Judged {
  readonly typed: Typed;
  readonly intent: Intent;
  readonly view: CaseView;
  /** ISO date of the tenant's today. */
  readonly today: string;
  readonly hasClauses: boolean;
}

/** Everything to mend before it can be sent. */
export function faultsOf({ typed, intent, view, today, hasClauses }: Judged): readonly Fault[] {
  const fields = fieldsOf(intent, view);
  const faults: Fault[] = isMixed(intent, view) ? [{ field: 'amount', says: 'mixed' }] : [];
  for (const [name, need] of Object.entries(fields)) {
    const field = name as FieldId;
    const value = typed[field];
    if (field === 'list') {
      if (!typed.list.length || typed.list.some(({ what, why }) => !what.trim() || !why.trim())) faults.push({ field, says: 'list' });
    } else if (field === 'date' || field === 'effectiveOn') faults.push(...dateFaults(field, typed[field], { need, today }));
    else if (field === 'days') {
      const maximum = maximumDays(view, typed.clock);
      if (!/^\d+$/.test(typed.days) || Number(typed.days) < 1 || Number(typed.days) > maximum) faults.push({ field, says: 'days' });
    } else if (field === 'amount') {
      if (!isDecimalText(typed.amount.trim()) || !/^\d{1,13}(\.\d{1,2})?$/.test(typed.amount.trim()))
        faults.push({ field, says: 'amount' });
    } else if (need === 'required' && typeof value === 'string' && value.trim() === '' && !(field === 'clause' && !hasClauses)) {
      const says = SAYS[field];
      if (says) faults.push({ field, says });
    }
  }
  return faults;
}

function dateFaults(field: FieldId, text: string, { need, today }: { readonly need: string; readonly today: string }): Fault[] {
  if (text.trim() === '') return need === 'required' ? [{ field, says: 'date' }] : [];
  const date = normalizeDateText(text);
  if (!isDateText(date)) return [{ field, says: 'date' }];
  return date > today ? [{ field, says: 'future' }] : [];
}

/** Most days that one may ask for a clock. */
export function maximumDays(view: CaseView, clock: string): number {
  return view.requestable.find(({ clocks }) => clocks.includes(clock))?.maximum ?? 1;
}

/** The command that an intent and what was typed amount to. */
export function commandOf({ typed, intent, view, today }: Judged): CaseCommand {
  if (intent.kind === 'extend') {
    const procedure = view.requestable.find(({ clocks }) => clocks.includes(typed.clock))?.procedure ?? '';
    return { type: 'RequestProcedure', procedure, clock: typed.clock, days: Number(typed.days), reason: typed.reason.trim() };
  }
  if (intent.kind === 'vote') return { type: 'VoteProcedure', id: intent.procedure.id, vote: typed.vote === '' ? 'abstain' : typed.vote };
  if (intent.kind === 'public-objection') throw new Error('a public objection is no command');
  const { action, outcome, items } = intent;
  const fields = fieldsOf(intent, view);
  const text = (field: 'opinion' | 'reason' | 'clause' | 'to' | 'letter' | 'receipt') => {
    const value = typed[field].trim();
    return field in fields && value !== '' ? { [field]: value } : {};
  };
  const day = normalizeDateText('date' in fields ? typed.date : typed.effectiveOn);
  return {
    type: 'TakeAction',
    step: action.step,
    action: action.action,
    ...(action.seat ? { seat: action.seat } : {}),
    ...(items ? { items } : {}),
    ...(outcome ? { outcome } : {}),
    ...text('opinion'),
    ...text('reason'),
    ...text('clause'),
    ...text('to'),
    ...text('letter'),
    ...text('receipt'),
    ...('amount' in fields ? { amount: typed.amount.trim() } : {}),
    ...('list' in fields ? { list: typed.list.map(({ what, why }) => ({ what: what.trim(), why: why.trim() })) } : {}),
    ...('method' in fields ? { method: typed.method } : {}),
    ...('name' in fields ? { objector: { name: typed.name.trim(), ...(typed.phone.trim() ? { phone: typed.phone.trim() } : {}) } } : {}),
    ...(('date' in fields || 'effectiveOn' in fields) && day && day !== today ? { effectiveOn: day } : {}),
  };
}
