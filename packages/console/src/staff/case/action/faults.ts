import { isDateText, isDecimalText, normalizeDateText } from '@careway/forms';
import type { CaseView } from '../../../api/index.js';
import { chosenFact, type FieldId, fieldsOf, type Intent, isMixed, type Typed } from './intent.js';

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
    | 'mixed'
    | 'evidence'
    | 'lateEvidence'
    | 'receiptFor'
    | 'assignments'
    | 'twice'
    | 'seat'
    | 'batch'
    | 'fact'
    | 'value'
    | 'sameValue';
}

export interface Judged {
  readonly typed: Typed;
  readonly intent: Intent;
  readonly view: CaseView;
  /** ISO date of the tenant's today. */
  readonly today: string;
  readonly hasClauses: boolean;
}

type Judge = (judged: Judged, need: 'required' | 'optional') => readonly Fault[];

const missing =
  (
    field: 'opinion' | 'reason' | 'letter' | 'to' | 'name' | 'phone' | 'vote' | 'receiptFor' | 'seat' | 'batch' | 'fact',
    says: Fault['says'],
  ): Judge =>
  ({ typed }, need) =>
    need === 'required' && typed[field].trim() === '' ? [{ field, says }] : [];

const date =
  (field: 'date' | 'effectiveOn'): Judge =>
  ({ typed, today }, need) => {
    const text = typed[field];
    if (text.trim() === '') return need === 'required' ? [{ field, says: 'date' }] : [];
    const day = normalizeDateText(text);
    if (!isDateText(day)) return [{ field, says: 'date' }];
    return day > today ? [{ field, says: 'future' }] : [];
  };

/** Paper that came in earlier is entered with what proves it. */
const evidence: Judge = ({ typed, intent, today }, need) => {
  if (typed.evidence.length > 0) return [];
  if (need === 'required') return [{ field: 'evidence', says: 'evidence' }];
  const day = normalizeDateText(typed.effectiveOn);
  const late = intent.kind === 'action' && intent.action.kind !== 'deliver' && isDateText(day) && day < today;
  return late ? [{ field: 'evidence', says: 'lateEvidence' }] : [];
};

/** Every vacant seat where the case goes on with it; else at least one. Nobody twice. */
const assignments: Judge = ({ typed, intent }) => {
  if (intent.kind !== 'action') return [];
  const chosen = Object.entries(typed.assignments).filter(([, person]) => person !== '');
  const people = chosen.map(([, person]) => person);
  if (new Set(people).size < people.length) return [{ field: 'assignments', says: 'twice' }];
  const vacant = (intent.action.assign?.seats ?? []).filter(({ state }) => state === 'vacant');
  const left = vacant.some(({ seat }) => !typed.assignments[seat]);
  const incomplete = chosen.length === 0 || (intent.action.leadsTo !== undefined && left);
  return incomplete ? [{ field: 'assignments', says: 'assignments' }] : [];
};

/** The new value must be one, and another than the one that stands there. */
const value: Judge = ({ typed, view }) => {
  const text = typed.value.trim();
  const fact = chosenFact(view, typed.fact);
  if (text === '') return [{ field: 'value', says: 'value' }];
  if (fact?.type === 'date' && !isDateText(normalizeDateText(text))) return [{ field: 'value', says: 'date' }];
  return String(fact?.value) === text ? [{ field: 'value', says: 'sameValue' }] : [];
};

const judges: Partial<Record<FieldId, Judge>> = {
  opinion: missing('opinion', 'opinion'),
  reason: missing('reason', 'reason'),
  letter: missing('letter', 'letter'),
  to: missing('to', 'to'),
  name: missing('name', 'objector'),
  phone: missing('phone', 'phone'),
  vote: missing('vote', 'vote'),
  receiptFor: missing('receiptFor', 'receiptFor'),
  seat: missing('seat', 'seat'),
  batch: missing('batch', 'batch'),
  fact: missing('fact', 'fact'),
  date: date('date'),
  effectiveOn: date('effectiveOn'),
  evidence,
  assignments,
  value,
  clause: ({ typed, hasClauses }, need) =>
    need === 'required' && hasClauses && typed.clause === '' ? [{ field: 'clause', says: 'clause' }] : [],
  list: ({ typed: { list } }) =>
    list.length === 0 || list.some(({ what, why }) => !what.trim() || !why.trim()) ? [{ field: 'list', says: 'list' }] : [],
  amount: ({ typed: { amount } }) =>
    isDecimalText(amount.trim()) && /^\d{1,13}(\.\d{1,2})?$/.test(amount.trim()) ? [] : [{ field: 'amount', says: 'amount' }],
  days: ({ typed: { days, clock }, view }) =>
    /^\d+$/.test(days) && Number(days) >= 1 && Number(days) <= maximumDays(view, clock) ? [] : [{ field: 'days', says: 'days' }],
};

/** Everything to mend before it can be sent. */
export function faultsOf(judged: Judged): readonly Fault[] {
  const { intent, view } = judged;
  const mixed: readonly Fault[] = isMixed(intent, view) ? [{ field: 'amount', says: 'mixed' }] : [];
  const fields = Object.entries(fieldsOf(intent, view)) as readonly [FieldId, 'required' | 'optional'][];
  return [...mixed, ...fields.flatMap(([field, need]) => judges[field]?.(judged, need) ?? [])];
}

/** Most days that one may ask for a clock. */
export function maximumDays(view: CaseView, clock: string): number {
  return view.requestable.find(({ clocks }) => clocks.includes(clock))?.maximum ?? 1;
}
