import type { ActionView, CaseView, ItemView, ProcedureView } from '../../../api/index.js';

/** What a person is about to do: opens the panel, which asks for what is needed and sends it. */
export type Intent =
  | { readonly kind: 'action'; readonly action: ActionView; readonly outcome?: Outcome; readonly items?: readonly string[] }
  | { readonly kind: 'public-objection'; readonly step: string; readonly action: string; readonly items: readonly string[] }
  | { readonly kind: 'extend' }
  | { readonly kind: 'vote'; readonly procedure: ProcedureView };

export type Outcome = 'approve' | 'hold' | 'refuse' | 'reopen';
export type Method = 'hand' | 'post' | 'electronic' | 'public-notice';
export const METHODS: readonly Method[] = ['hand', 'post', 'electronic', 'public-notice'];
export type Vote = 'for' | 'against' | 'abstain';
export const VOTES: readonly Vote[] = ['for', 'against', 'abstain'];

export interface Lack {
  readonly what: string;
  readonly why: string;
}

/** What is typed in the panel. */
export interface Typed {
  readonly opinion: string;
  readonly reason: string;
  readonly clause: string;
  readonly amount: string;
  readonly list: readonly Lack[];
  readonly letter: string;
  readonly method: Method;
  readonly date: string;
  readonly receipt: string;
  readonly to: string;
  readonly name: string;
  readonly phone: string;
  readonly effectiveOn: string;
  readonly days: string;
  readonly clock: string;
  readonly vote: Vote | '';
}

export type FieldId = keyof Typed;
/** Asked for, and whether it may stay empty. */
export type Fields = Partial<Record<FieldId, 'required' | 'optional'>>;

export function emptyTyped(today: string, view: CaseView): Typed {
  return {
    opinion: '',
    reason: '',
    clause: '',
    amount: '',
    list: [{ what: '', why: '' }],
    letter: undelivered(view)[0]?.id ?? '',
    method: 'hand',
    date: today,
    receipt: '',
    to: '',
    name: '',
    phone: '',
    effectiveOn: '',
    days: '',
    clock: view.requestable[0]?.clocks[0] ?? '',
    vote: '',
  };
}

/** Letters that must still be handed over. */
export function undelivered(view: CaseView): CaseView['letters'] {
  return view.letters.filter(({ delivery, status }) => delivery === 'required' && status !== 'delivered');
}

/** The rows an intent is about. */
export function rowsOf(intent: Intent, view: CaseView): readonly ItemView[] {
  const ids = intent.kind === 'action' || intent.kind === 'public-objection' ? intent.items : undefined;
  return ids ? view.items.filter(({ id }) => ids.includes(id)) : [];
}

/** What the panel asks for. */
export function fieldsOf(intent: Intent, view: CaseView): Fields {
  if (intent.kind === 'extend') return { clock: 'required', days: 'required', reason: 'required' };
  if (intent.kind === 'vote') return { vote: 'required' };
  if (intent.kind === 'public-objection') return { reason: 'required', name: 'required', phone: 'required' };
  const { action, outcome } = intent;
  const asked = requiredOf(action);
  if (action.kind === 'items') return itemFields(outcome, rowsOf(intent, view));
  if (action.kind === 'supplement') return { ...asked, list: 'required', effectiveOn: 'optional' };
  if (action.kind === 'deliver') return { ...asked, letter: 'required', method: 'required', date: 'required', receipt: 'optional' };
  if (action.kind === 'object') return { ...asked, reason: 'required', name: 'required', phone: 'optional', effectiveOn: 'optional' };
  const opinion: Fields = asked.opinion || asked.reason ? {} : { opinion: 'optional' };
  return { ...opinion, ...asked, effectiveOn: 'optional' };
}

function requiredOf(action: ActionView): Fields {
  const known: readonly FieldId[] = ['opinion', 'reason', 'clause', 'amount', 'to'];
  return Object.fromEntries(known.filter((field) => action.requires.includes(field)).map((field) => [field, 'required' as const]));
}

function itemFields(outcome: Outcome | undefined, rows: readonly ItemView[]): Fields {
  if (outcome === 'hold') return { reason: 'required' };
  if (outcome === 'refuse') return { reason: 'required', clause: 'required' };
  if (outcome === 'reopen') return { reason: 'optional' };
  return rows.some(({ result }) => result === 'manual')
    ? { amount: 'required', reason: 'required', clause: 'optional' }
    : { opinion: 'optional' };
}

/** Some chosen rows have an amount of the tables and others wait for a person's: they cannot be approved in one act. */
export function isMixed(intent: Intent, view: CaseView): boolean {
  if (intent.kind !== 'action' || intent.outcome !== 'approve') return false;
  const manual = rowsOf(intent, view).filter(({ result }) => result === 'manual').length;
  return manual > 0 && manual < rowsOf(intent, view).length;
}
