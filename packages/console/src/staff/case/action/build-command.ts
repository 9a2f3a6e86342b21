import { normalizeDateText } from '@careway/forms';
import type { CaseCommand, RequestableView } from '../../../api/index.js';
import type { Judged } from './faults.js';
import { chosenFact, fieldsOf, type Typed } from './intent.js';

/** Answers of the action's form and the files that belong to them. */
export interface FiledAnswers {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly attachments: readonly string[];
}

/** The command that an intent and what was typed amount to. */
export function commandOf(judged: Judged, filed?: FiledAnswers): CaseCommand {
  const { typed, intent } = judged;
  switch (intent.kind) {
    case 'request':
      return requestCommand(intent.request, typed);
    case 'vote':
      return { type: 'VoteProcedure', id: intent.procedure.id, vote: typed.vote === '' ? 'abstain' : typed.vote };
    case 'correct':
      return correctCommand(judged);
    case 'public-objection':
      throw new Error('a public objection is no command');
    case 'action':
      return actionCommand({ ...judged, intent }, filed);
  }
}

function requestCommand({ procedure, kind }: RequestableView, typed: Typed): CaseCommand {
  const base = { type: 'RequestProcedure', procedure, reason: typed.reason.trim() } as const;
  const clause = typed.clause === '' ? {} : { clause: typed.clause };
  if (kind === 'extend-clock') return { ...base, clock: typed.clock, days: Number(typed.days) };
  if (kind === 'revoke-decision') return { ...base, batch: Number(typed.batch), ...clause };
  if (kind === 'terminate') return { ...base, ...clause };
  const [step = '', seat = ''] = typed.seat.split(' ');
  return { ...base, step, seat, ...(typed.substitute === '' ? {} : { substitute: typed.substitute }) };
}

function correctCommand({ typed, view }: Judged): CaseCommand {
  const fact = chosenFact(view, typed.fact);
  const text = typed.value.trim();
  const value = fact?.type === 'boolean' ? text === 'true' : fact?.type === 'date' ? normalizeDateText(text) : text;
  return {
    type: 'CorrectFact',
    fact: fact?.fact ?? '',
    ...(fact?.item === undefined ? {} : { item: fact.item }),
    value,
    supersedes: fact?.act ?? 0,
    reason: typed.reason.trim(),
    ...attached(typed.evidence.map(({ id }) => id)),
  };
}

function attached(ids: readonly string[]): { attachments?: readonly string[] } {
  return ids.length > 0 ? { attachments: ids } : {};
}

type ActionJudged = Judged & { readonly intent: Extract<Judged['intent'], { kind: 'action' }> };

function actionCommand({ typed, intent, view, today }: ActionJudged, filed: FiledAnswers | undefined): CaseCommand {
  const { action, outcome, items } = intent;
  const fields = fieldsOf(intent, view);
  const text = (field: 'opinion' | 'reason' | 'clause' | 'to' | 'letter' | 'receipt' | 'receiptFor') => {
    const value = typed[field].trim();
    return field in fields && value !== '' ? { [field]: value } : {};
  };
  const day = normalizeDateText('date' in fields ? typed.date : typed.effectiveOn);
  const people = Object.entries(typed.assignments).filter(([, person]) => person !== '');
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
    ...text('receiptFor'),
    ...('amount' in fields ? { amount: typed.amount.trim() } : {}),
    ...('list' in fields ? { list: typed.list.map(({ what, why }) => ({ what: what.trim(), why: why.trim() })) } : {}),
    ...('method' in fields ? { method: typed.method } : {}),
    ...('name' in fields ? { objector: { name: typed.name.trim(), ...(typed.phone.trim() ? { phone: typed.phone.trim() } : {}) } } : {}),
    ...('assignments' in fields ? { assignments: people.map(([seat, person]) => ({ seat, person })) } : {}),
    ...(filed ? { answers: filed.answers } : {}),
    ...attached([...('evidence' in fields ? typed.evidence.map(({ id }) => id) : []), ...(filed?.attachments ?? [])]),
    ...(('date' in fields || 'effectiveOn' in fields) && day && day !== today ? { effectiveOn: day } : {}),
  };
}
