import type { StoredFile } from '@careway/form-react';
import type { ActionView, CaseView, CorrectableFact, ItemView, ProcedureView, RequestableView } from '../../../api/index.js';

/** What a person is about to do: opens the panel, which asks for what is needed and sends it. */
export type Intent =
  | { readonly kind: 'action'; readonly action: ActionView; readonly outcome?: Outcome; readonly items?: readonly string[] }
  | { readonly kind: 'public-objection'; readonly step: string; readonly action: string; readonly items: readonly string[] }
  | { readonly kind: 'request'; readonly request: RequestableView }
  | { readonly kind: 'vote'; readonly procedure: ProcedureView }
  | { readonly kind: 'correct' };

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
  /** Number printed on the receipt that came back. */
  readonly receiptFor: string;
  readonly to: string;
  readonly name: string;
  readonly phone: string;
  readonly effectiveOn: string;
  readonly days: string;
  readonly clock: string;
  readonly vote: Vote | '';
  readonly evidence: readonly StoredFile[];
  /** Person by seat. */
  readonly assignments: Readonly<Record<string, string>>;
  /** Of 回避: `step seat`. */
  readonly seat: string;
  readonly substitute: string;
  /** Of a revocation. */
  readonly batch: string;
  /** Of a correction: see `factKey`. */
  readonly fact: string;
  readonly value: string;
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
    receiptFor: '',
    to: '',
    name: '',
    phone: '',
    effectiveOn: '',
    days: '',
    clock: view.requestable.find(({ clocks }) => clocks.length > 0)?.clocks[0] ?? '',
    vote: '',
    evidence: [],
    assignments: {},
    seat: '',
    substitute: '',
    batch: '',
    fact: '',
    value: '',
  };
}

/** Letters that must still be handed over. */
export function undelivered(view: CaseView): CaseView['letters'] {
  return view.letters.filter(({ delivery, status, revoked }) => delivery === 'required' && status !== 'delivered' && !revoked);
}

/** The rows an intent is about. */
export function rowsOf(intent: Intent, view: CaseView): readonly ItemView[] {
  const ids = intent.kind === 'action' || intent.kind === 'public-objection' ? intent.items : undefined;
  return ids ? view.items.filter(({ id }) => ids.includes(id)) : [];
}

/** Tells correctable values apart. */
export function factKey({ item, fact }: Pick<CorrectableFact, 'item' | 'fact'>): string {
  return item === undefined ? fact : `${item}:${fact}`;
}

export function chosenFact(view: CaseView, key: string): CorrectableFact | undefined {
  return view.corrections?.facts.find((fact) => factKey(fact) === key);
}

/** What the panel asks for. */
export function fieldsOf(intent: Intent, view: CaseView): Fields {
  switch (intent.kind) {
    case 'request':
      return requestFields(intent.request);
    case 'vote':
      return { vote: 'required' };
    case 'correct':
      return { fact: 'required', value: 'required', reason: 'required', evidence: 'optional' };
    case 'public-objection':
      return { reason: 'required', name: 'required', phone: 'required' };
    case 'action':
      return actionFields(intent, view);
  }
}

function requestFields({ kind, substitutes }: RequestableView): Fields {
  if (kind === 'extend-clock') return { clock: 'required', days: 'required', reason: 'required' };
  if (kind === 'recuse') return { seat: 'required', ...(substitutes ? { substitute: 'optional' } : {}), reason: 'required' };
  if (kind === 'revoke-decision') return { batch: 'required', reason: 'required', clause: 'optional' };
  return { reason: 'required', clause: 'optional' };
}

function actionFields({ action, outcome, items }: Extract<Intent, { kind: 'action' }>, view: CaseView): Fields {
  const asked = requiredOf(action);
  const late: Fields = { effectiveOn: 'optional', evidence: asked.evidence ?? 'optional' };
  switch (action.kind) {
    case 'items':
      return itemFields(outcome, rowsOf({ kind: 'action', action, ...(items ? { items } : {}) }, view));
    case 'supplement':
      return { ...asked, list: 'required', ...late };
    case 'assign':
      return { ...asked, assignments: 'required', opinion: asked.opinion ?? 'optional', ...late };
    case 'deliver':
      return {
        ...asked,
        letter: 'required',
        method: 'required',
        date: 'required',
        receipt: 'optional',
        evidence: asked.evidence ?? 'optional',
      };
    case 'object':
      return { ...asked, reason: 'required', name: 'required', phone: 'optional', ...late };
    default:
      return { ...(asked.opinion || asked.reason ? {} : { opinion: 'optional' }), ...asked, ...late };
  }
}

function requiredOf(action: ActionView): Fields {
  const known: readonly FieldId[] = ['opinion', 'reason', 'clause', 'amount', 'to', 'evidence'];
  const asked = known.filter((field) => action.requires.includes(field)).map((field) => [field, 'required' as const]);
  return { ...Object.fromEntries(asked), ...(action.requires.includes('receipt') ? { receiptFor: 'required' } : {}) };
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
