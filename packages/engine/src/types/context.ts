import type {
  CalendarDefinition,
  Clause,
  ClauseDocument,
  Issue,
  LetterDefinition,
  LocalizedText,
  OrganisationDefinition,
  RegisterDefinition,
  Remedy,
  ServiceDefinition,
} from '@careway/definition';
import type { CompiledDecision } from '@careway/rules';
import type { Act } from './act.js';
import type { Actor } from './actor.js';
import type { Effect } from './effect.js';
import type { CaseState } from './state.js';
import type { FactScalar } from './values.js';

/** Everything from outside that a decision may depend on. No clock, no randomness, no I/O. */
export interface DecideContext {
  /** ISO instant with the tenant's offset: 2021-07-05T09:00:00+08:00. */
  readonly now: string;
  readonly actor: Actor;
  /** Fresh randomness for this command, hex; slot salts derive from it. */
  readonly salt: string;
  /** Record by register and key (for identity facts the sealed value's `key`), loaded beforehand; see `neededRecords`. */
  readonly records: (register: string, key: string) => RegisterRead | undefined;
  /** Records that match on all fields given, loaded beforehand; see `neededMatches`. `undefined` when they were not loaded. */
  readonly matches?: (register: string, match: Readonly<Record<string, string>>) => readonly RegisterRead[] | undefined;
  /** People named by the command: their roles, and their record of the register that an assignment looks at. */
  readonly people?: (id: string) => PersonRead | undefined;
  /** Hash of the composed pack, pinned to a case when it is opened. */
  readonly packHash?: string;
  readonly services: ReadonlyMap<string, ServiceDefinition>;
  readonly letters: ReadonlyMap<string, LetterDefinition>;
  readonly remedies: ReadonlyMap<string, Remedy>;
  readonly organisation: OrganisationDefinition;
  /** Registers of the pinned pack: types of their fields. */
  readonly registers?: ReadonlyMap<string, RegisterDefinition>;
  readonly calendars: ReadonlyMap<number, CalendarDefinition>;
  /** The decision in force for the case's area at the legal date, compiled. */
  readonly decision: (id: string, legalDate: string) => { readonly compiled: CompiledDecision; readonly hash: string } | undefined;
  readonly clause: (id: string) => { readonly clause: Clause; readonly document: ClauseDocument } | undefined;
}

export interface PersonRead {
  readonly id: string;
  readonly roles: readonly { readonly role: string; readonly area: string }[];
  readonly record?: RegisterRead;
  /** Records that the record's reference fields name, by field: `organisation` gives `organisation_qualified` and the like. */
  readonly references?: Readonly<Record<string, RegisterRead>>;
}

export interface RegisterRead {
  readonly version: number;
  readonly values: Readonly<Record<string, FactScalar | undefined>>;
  readonly validOn: string;
}

/** An operation that is not allowed now. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: LocalizedText;
  /** What can be done instead. */
  readonly next?: LocalizedText;
  readonly clause?: string;
  readonly params?: Readonly<Record<string, string | number | boolean>>;
}

export type RefusalCode =
  | 'ACTION_NOT_AVAILABLE'
  | 'NOT_YOUR_TASK'
  | 'SAME_PERSON'
  | 'CASE_CLOSED'
  | 'CLOCK_NOT_DUE'
  | 'STEP_NOT_ACTIVE'
  | 'ALREADY_VOTED'
  | 'SUPPLEMENT_OPEN'
  | 'SUPPLEMENT_NOT_OPEN'
  | 'TIMES_EXHAUSTED'
  | 'ITEMS_UNDECIDED'
  | 'ITEM_FINAL'
  | 'ITEM_NOT_ELIGIBLE'
  | 'CLAIM_NOT_HELD'
  | 'RETURN_TARGET_NOT_VISITED'
  | 'TASK_TAKEN'
  | 'NOT_FOUND'
  | 'DATE_NOT_ALLOWED'
  | 'NOT_ASSIGNED'
  | 'PERSON_NOT_ELIGIBLE'
  | 'PERSON_RECUSED'
  | 'QUORUM_LOST'
  | 'NOT_CLERICAL'
  | 'SUPERSEDED'
  | 'RECEIPT_OF_ANOTHER'
  | 'NOTHING_TO_REVOKE';

export type Decided =
  | { readonly ok: true; readonly acts: readonly Act[]; readonly effects: readonly Effect[]; readonly state: CaseState }
  | { readonly ok: false; readonly refusal?: Refusal; readonly issues: readonly Issue[] };

/** An action as the case page shows it. */
export interface AvailableAction {
  readonly step: string;
  readonly action: string;
  readonly kind: string;
  readonly available: boolean;
  /** Why it is not available, in words. */
  readonly refusal?: Refusal;
  readonly requires: readonly string[];
  readonly seat?: string;
}
