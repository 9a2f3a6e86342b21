import type { FactValue } from './values.js';

/** How a case ended. */
export type CaseEnding = 'completed' | 'withdrawn' | 'not-accepted' | 'transferred' | 'terminated';

export type ItemStatus = 'open' | 'held' | 'approved' | 'refused' | 'split';

/** What the tables said about one item when it was decided. Amounts are decimal text. */
export interface ItemResult {
  readonly outputs: Readonly<Record<string, string | boolean>>;
  /** The result as decimal text: 0 when refused, the proposed amount when manual; absent when the decision yields no number. */
  readonly amount?: string;
  readonly matched: readonly { readonly table: string; readonly rule: string; readonly clause: string }[];
  readonly refused?: { readonly code: string; readonly rule: string; readonly clause: string };
  /** The amount was proposed by a person because the policy gives none. */
  readonly manual?: { readonly amount: string; readonly by: string; readonly confirmedBy?: string };
  readonly decisionHash: string;
  /** Legal date by which tables were chosen. */
  readonly on: string;
}

/** One row of a case. */
export interface ItemState {
  readonly id: string;
  /** From 1, as filed. */
  readonly row: number;
  /** Opaque id of the person concerned. */
  readonly subject: string;
  readonly status: ItemStatus;
  readonly facts: Readonly<Record<string, FactValue>>;
  /** Batch in which it was or will be decided; absent while open or held. */
  readonly batch?: number;
  /** The batch's decision was taken: the status no longer changes. */
  readonly final?: true;
  readonly result?: ItemResult;
  /** The tables alone decided it: judged again when the case comes to be evaluated once more. */
  readonly byTables?: true;
  /** Reason given by the person who held or refused it. */
  readonly reason?: { readonly text?: string; readonly clause?: string; readonly erased?: true };
  readonly claim?: {
    readonly status: 'requested' | 'granted' | 'refused';
    readonly key: string;
    readonly heldSince?: string;
    readonly heldByService?: string;
    /** Claim id of the service. */
    readonly claim?: string;
  };
  readonly childCase?: string;
  readonly entitlement?: string;
}

export interface PartyState {
  /** Party id of the workflow: applicant … */
  readonly party: string;
  readonly kind: 'person' | 'organisation' | 'anonymous' | 'external';
  /** Opaque id; for persons the subject of their slots. */
  readonly subject: string;
  readonly name?: string;
  readonly erased?: true;
  /** People who may act for it. */
  readonly agents: readonly string[];
}

/** Work waiting for somebody (待办). */
export interface TaskState {
  readonly id: string;
  readonly kind: 'step' | 'supplement' | 'procedure' | 'overdue';
  readonly step: string;
  readonly seat?: string;
  /** Role and area, or party. */
  readonly role?: string;
  readonly area?: string;
  readonly party?: string;
  readonly procedure?: string;
  readonly clock?: string;
  readonly takenBy?: string;
  /** Of an assigned seat: only this person may take it. */
  readonly person?: string;
  readonly openedAt: string;
}

export interface VoteState {
  readonly step: string;
  readonly seat: string;
  readonly by: string;
  readonly action: string;
  readonly vote: 'for' | 'against' | 'abstain';
  /** Hash of the facts the step reads, for `keep-unchanged`. */
  readonly readHash: string;
}

/** A statutory time limit of this case. Dates are the tenant's; the last day counts whole. */
export interface ClockState {
  readonly id: string;
  /** Clock id of the workflow. */
  readonly clock: string;
  readonly step: string;
  readonly status: 'running' | 'paused' | 'undetermined' | 'ended' | 'canceled';
  /** Day from which it counts: day 1 is the day after. */
  readonly startedOn: string;
  /** Of a clock in hours: the instant from which it counts. */
  readonly startedAt?: string;
  /** Last day; absent while paused or undetermined. */
  readonly due?: string;
  /** Instant from which it is late or fires: the start of the day after `due`. ISO with offset. */
  readonly dueAt?: string;
  readonly amount?: number;
  /** Pauses so far, open one last. */
  readonly pauses: readonly { readonly from: string; readonly to?: string; readonly why: string }[];
  readonly extendedBy: number;
  readonly breachedOn?: string;
  /** Levels told since the breach, and when the next one is. */
  readonly escalated?: number;
  readonly escalateAt?: string;
  readonly endedOn?: string;
  /** Year without a calendar, while undetermined. */
  readonly missingYear?: number;
}

export interface LetterState {
  readonly id: string;
  readonly letter: string;
  readonly party: string;
  readonly status: 'numbering' | 'issued' | 'delivered';
  readonly number?: string;
  readonly issuedOn: string;
  /** Area of the office that issued it. */
  readonly area?: string;
  readonly batch?: number;
  readonly items: readonly string[];
  readonly total?: string;
  readonly reason?: string;
  /** Whole, of the person who acted. */
  readonly opinion?: string;
  /** Clause cited by the person who acted. */
  readonly clause?: string;
  /** Letter of this case that it replaces. */
  readonly supersedes?: string;
  readonly list?: readonly { readonly what: string; readonly why: string }[];
  /** Last day named in the letter, such as that of a supplement. */
  readonly due?: string;
  readonly delivery?: {
    readonly method: 'hand' | 'post' | 'electronic' | 'public-notice';
    readonly on: string;
    readonly receipt?: string;
    readonly receiptFor?: string;
  };
  /** Facts of the case that its text repeats, as they were when it was issued; `null` where there was none. */
  readonly facts?: Readonly<Record<string, FactValue | null>>;
  /** Rows that have changed since, by id, as the letter says of them. */
  readonly rows?: Readonly<Record<string, KeptRow>>;
  /** Last days of the remedies, counted from the delivery; `missingYear` when no calendar says. */
  readonly remedies: readonly { readonly remedy: string; readonly due?: string; readonly missingYear?: number }[];
}

/** What a letter said of a row before it changed. `decided`: result and reason then, none where they are absent. */
export interface KeptRow {
  readonly decided?: Pick<ItemState, 'status' | 'result' | 'reason'>;
  readonly facts?: ItemState['facts'];
}

export interface SupplementState {
  readonly step: string;
  readonly list: readonly { readonly what: string; readonly why: string }[];
  readonly requestedOn: string;
  readonly letter?: string;
}

export interface ProcedureState {
  readonly id: string;
  readonly procedure: string;
  readonly clock?: string;
  readonly days?: number;
  readonly step?: string;
  readonly seat?: string;
  readonly person?: string;
  readonly substitute?: string;
  readonly batch?: number;
  readonly clause?: string;
  readonly reason?: string;
  readonly requestedBy: string;
  readonly votes: readonly { readonly seat: string; readonly by: string; readonly vote: 'for' | 'against' | 'abstain' }[];
}

/** A form filed with an action: the last one of each step and seat. */
export interface SheetState {
  readonly step: string;
  readonly action: string;
  readonly seat?: string;
  readonly by: string;
  readonly on: string;
  readonly form: { readonly id: string; readonly hash: string };
  readonly answers: Readonly<Record<string, unknown>>;
  readonly erased?: true;
  /** The step was entered again since: it is shown, and counts no more. */
  readonly earlier?: true;
  /** Number of the act by which it was filed. */
  readonly act: number;
}

/** A person named for a seat. */
export interface SeatAssignment {
  readonly step: string;
  readonly seat: string;
  readonly person: string;
  readonly on: string;
}

/** A person who takes no part at a step any more. `dropped`: the seat is not counted any more. */
export interface RecusalState {
  readonly step: string;
  readonly seat?: string;
  readonly person: string;
  readonly dropped?: true;
}

/** A register record that the case wrote or asked for. */
export interface RecordWriteState {
  readonly id: string;
  readonly register: string;
  readonly item?: string;
  readonly status: 'requested' | 'written' | 'refused';
  readonly version?: number;
  readonly why?: 'exists' | 'missing';
}

export interface PublicityState {
  readonly batch: number;
  readonly items: readonly string[];
  readonly from: string;
  readonly until?: string;
  readonly status: 'open' | 'ended' | 'withdrawn';
}

/** Everything `decide` needs to know about a case, bounded by the definition. */
export interface CaseState {
  readonly caseId: string;
  readonly tenant: string;
  readonly service: string;
  readonly workflow: { readonly id: string; readonly hash: string };
  /** Composed pack whose procedure and forms are pinned to the case. */
  readonly packHash: string;
  readonly form: { readonly id: string; readonly hash: string };
  readonly entry: string;
  /** Area of the case and its ancestors, widest first. */
  readonly areaPath: readonly { readonly level: string; readonly id: string }[];
  readonly openedAt: string;
  /** Day on which it was filed. */
  readonly filedOn: string;
  readonly filedBy: string;
  /** 受理编号 */
  readonly number?: string;
  readonly parent?: { readonly caseId: string; readonly items: readonly string[]; readonly cause: 'objection' };
  /** Opened by the calendar. */
  readonly schedule?: { readonly id: string; readonly period: string };
  readonly status: 'open' | 'closed';
  readonly ending?: CaseEnding;
  readonly closedOn?: string;
  /** Sorted active leaf ids; `block$branch$done` for a finished branch. */
  readonly position: readonly string[];
  readonly visited: readonly string[];
  /** Day on which each step was last entered. */
  readonly enteredOn?: Readonly<Record<string, string>>;
  /** Who acted at which step, for segregation of duties. */
  readonly performers: Readonly<Record<string, readonly string[]>>;
  readonly actionCounts: Readonly<Record<string, number>>;
  readonly parties: readonly PartyState[];
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly items: readonly ItemState[];
  /** Number of the batch being prepared; counts from 1. */
  readonly batch: number;
  readonly tasks: readonly TaskState[];
  readonly votes: readonly VoteState[];
  /** Votes voided when their step was left: they never count, unless `keep-unchanged` restores them by an act. */
  readonly keptVotes?: readonly VoteState[];
  readonly sheets?: readonly SheetState[];
  readonly seats?: readonly SeatAssignment[];
  readonly recusals?: readonly RecusalState[];
  readonly recordWrites?: readonly RecordWriteState[];
  /** Act that last recorded each fact: `fact` or `item:fact` → number of the act, for corrections. */
  readonly factActs?: Readonly<Record<string, number>>;
  /** Act that took the decision of each batch, while it stands. */
  readonly decisions?: readonly { readonly batch: number; readonly act: number }[];
  readonly clocks: readonly ClockState[];
  /** Last days of clocks of the parent that this case continues. */
  readonly inheritedClocks: Readonly<Record<string, string>>;
  readonly letters: readonly LetterState[];
  readonly supplement?: SupplementState;
  readonly procedures: readonly ProcedureState[];
  readonly publicity: readonly PublicityState[];
  /** An objection against the whole was filed and no publicity has opened since. */
  readonly wholeObjection?: true;
  readonly children: readonly {
    readonly key: string;
    readonly caseId?: string;
    readonly items: readonly string[];
    readonly status: 'opening' | 'open' | 'closed';
  }[];
  /** Submission data of the case level, for showing the form (rows lie in items). Personal. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly attachments: readonly AttachmentRef[];
  /** Acts so far. */
  readonly seq: number;
}

export interface AttachmentRef {
  readonly id: string;
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly uploadedBy: string;
  readonly uploadedAt: string;
  readonly supplement?: true;
}
