import type { AttachmentRef, ItemState, PartyState } from './state.js';
import type { FactScalar, FactValue } from './values.js';

/** A submission that the forms package found valid, with sensitive values sealed. `decide` takes no other. */
export interface ValidatedSubmission {
  readonly validated: true;
  readonly form: { readonly id: string; readonly hash: string };
  /** Case-level answers; the item table is in `rows`. Decimals as text. */
  readonly answers: Readonly<Record<string, FactScalar | readonly unknown[] | undefined>>;
  readonly rows: readonly {
    readonly subject: string;
    readonly values: Readonly<Record<string, FactScalar | undefined>>;
    /** Of a supplement: an answer that is no fact differs from the one filed before. */
    readonly differs?: boolean;
  }[];
  readonly attachments: readonly AttachmentRef[];
  /** Answers that tell about whoever files, not about the row that the form is: field ids, or all where the rows are a table of the form. */
  readonly ofFiler?: readonly string[] | 'all';
}

export interface OpenCase {
  readonly type: 'OpenCase';
  readonly caseId: string;
  readonly tenant: string;
  readonly service: string;
  readonly entry?: string;
  readonly areaPath: readonly { readonly level: string; readonly id: string }[];
  readonly submission: ValidatedSubmission;
  readonly parties: readonly PartyState[];
  /** Paper came in earlier than today. */
  readonly filedOn?: string;
  /** Opened by the calendar. */
  readonly schedule?: { readonly id: string; readonly period: string };
}

/** A child case for rows split off the parent: carries their facts. */
export interface OpenChildCase {
  readonly type: 'OpenChildCase';
  readonly caseId: string;
  readonly tenant: string;
  readonly service: string;
  readonly entry: string;
  readonly areaPath: readonly { readonly level: string; readonly id: string }[];
  readonly form: { readonly id: string; readonly hash: string };
  readonly parent: { readonly caseId: string; readonly items: readonly string[]; readonly cause: 'objection' };
  readonly parties: readonly PartyState[];
  readonly items: readonly ItemState[];
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly inheritedClocks: Readonly<Record<string, string>>;
  readonly filedOn: string;
  /** Who acted on these rows in the parent: segregation of duties goes on. */
  readonly performers: Readonly<Record<string, readonly string[]>>;
  readonly objection: {
    readonly reason: string;
    /** Whose words it is, as in the parent. */
    readonly subject: string;
    readonly objector?: { readonly name: string; readonly phone?: FactScalar };
  };
}

/** What an actor does at a step. Which fields are needed follows from the action's `kind` and `requires`. */
export interface TakeAction {
  readonly type: 'TakeAction';
  readonly step: string;
  readonly action: string;
  /** When it happened, if earlier than today (paper first). */
  readonly effectiveOn?: string;
  readonly opinion?: string;
  readonly reason?: string;
  readonly clause?: string;
  readonly attachments?: readonly AttachmentRef[];
  /** Return target, when the action does not fix it. */
  readonly to?: string;
  /** Seat voted on, when the actor could take several. */
  readonly seat?: string;
  /** `items`: rows and outcome. `object`: rows objected to; empty = the whole. */
  readonly items?: readonly string[];
  readonly outcome?: 'approve' | 'hold' | 'refuse' | 'reopen';
  /** What a person proposes where the tables leave the result to one: an amount as decimal text, or a code that the decision can give. */
  readonly amount?: string;
  readonly list?: readonly { readonly what: string; readonly why: string }[];
  readonly objector?: { readonly name: string; readonly phone?: FactScalar };
  readonly letter?: string;
  readonly method?: 'hand' | 'post' | 'electronic' | 'public-notice';
  readonly receipt?: string;
  /** Number printed on the receipt of a letter. */
  readonly receiptFor?: string;
  /** Answers of the action's form, found valid. */
  readonly submission?: ValidatedSubmission;
  /** `assign`: who takes which seat. */
  readonly assignments?: readonly { readonly seat: string; readonly person: string }[];
}

/** A clerical error is corrected (更正): both values stay in the history. */
export interface CorrectFact {
  readonly type: 'CorrectFact';
  readonly fact: string;
  readonly item?: string;
  readonly value: FactScalar;
  /** What follows from a number that is sealed: its birth date, as it lies beside it in a submission. */
  readonly beside?: Readonly<Record<string, FactScalar>>;
  /** Where the fact tells whom a row is about: the opaque id of that person. */
  readonly subject?: string;
  /** Number of the act whose value is wrong, as the sender saw it: refused when another act has superseded it since. */
  readonly supersedes: number;
  readonly reason: string;
  readonly attachments?: readonly AttachmentRef[];
}

/** The applicant completes the file. Rows replace those of the same row number; answers and attachments are added. */
export interface FileSupplement {
  readonly type: 'FileSupplement';
  readonly submission: ValidatedSubmission;
  readonly effectiveOn?: string;
}

export interface TakeTask {
  readonly type: 'TakeTask';
  readonly task: string;
}
export interface ReleaseTask {
  readonly type: 'ReleaseTask';
  readonly task: string;
}

/** A due clock. Refused when it is not due. */
export interface FireClock {
  readonly type: 'FireClock';
  readonly clock: string;
}

/** Calendars arrived: compute what was undetermined. */
export interface DetermineClocks {
  readonly type: 'DetermineClocks';
}

export interface RequestProcedure {
  readonly type: 'RequestProcedure';
  readonly procedure: string;
  readonly clock?: string;
  readonly days?: number;
  /** 回避: the seat and step concerned, and who takes the seat instead. */
  readonly step?: string;
  readonly seat?: string;
  readonly substitute?: string;
  readonly batch?: number;
  readonly clause?: string;
  readonly reason: string;
}
export interface VoteProcedure {
  readonly type: 'VoteProcedure';
  /** Id of the open procedure. */
  readonly id: string;
  readonly vote: 'for' | 'against' | 'abstain';
  readonly seat?: string;
}

/** What came of effects, fed back by the runtime. */
export interface RecordOutcomes {
  readonly type: 'RecordOutcomes';
  readonly outcomes: readonly EffectOutcome[];
}
export type EffectOutcome =
  | { readonly kind: 'number-assigned'; readonly for: 'case' | 'letter'; readonly letter?: string; readonly number: string }
  | { readonly kind: 'claim-granted'; readonly item: string }
  | { readonly kind: 'claim-refused'; readonly item: string; readonly heldSince: string; readonly heldByService: string }
  | { readonly kind: 'entitlement-recorded'; readonly item: string; readonly record: string }
  | { readonly kind: 'record-written'; readonly write: string; readonly version: number }
  | { readonly kind: 'record-refused'; readonly write: string; readonly why: 'exists' | 'missing' }
  | { readonly kind: 'child-opened'; readonly key: string; readonly caseId: string }
  | { readonly kind: 'child-closed'; readonly caseId: string };

export type Command =
  | OpenCase
  | OpenChildCase
  | TakeAction
  | FileSupplement
  | TakeTask
  | ReleaseTask
  | FireClock
  | DetermineClocks
  | CorrectFact
  | RequestProcedure
  | VoteProcedure
  | RecordOutcomes;
