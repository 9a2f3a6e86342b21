import type { ActActor } from './actor.js';
import type { AttachmentRef, CaseEnding, ItemResult, ItemStatus, LetterState, TaskState } from './state.js';
import type { FactValue, Slot } from './values.js';

/**
 * What happened, by type. Personal values are not here: a property named `slot` (or a record of them) names an entry of the act's `slots`.
 * Types are past tense.
 */
export interface ActData {
  /**
   * Slots: `answers` (case-level submission; `answers:filer` what of it tells about whoever files, where the case is about somebody else),
   * `party:<party>` ({name}), `item:<id>` (row as filed), `attachment:<id>` one for each file.
   */
  CaseOpened: {
    caseId: string;
    service: string;
    workflow: { id: string; hash: string };
    packHash: string;
    form: { id: string; hash: string };
    entry: string;
    areaPath: readonly { level: string; id: string }[];
    filedOn: string;
    parties: readonly {
      party: string;
      kind: 'person' | 'organisation' | 'anonymous' | 'external';
      subject: string;
      agents: readonly string[];
    }[];
    items: readonly { id: string; row: number; subject: string }[];
    parent?: { caseId: string; items: readonly string[]; cause: 'objection' };
    /** Opened by the calendar: schedule, period and the record or area it is for. */
    schedule?: { id: string; period: string };
    inheritedClocks: Readonly<Record<string, string>>;
    /** Of a child case: who acted on its rows in the parent, by step. */
    performers?: Readonly<Record<string, readonly string[]>>;
    tenant: string;
  };
  /** Slots: `facts` and `facts:filer` (case) and `item:<id>` hold `Record<factId, FactScalar>`. `sources` by fact id. */
  FactsRecorded: {
    item?: string;
    sources: Readonly<Record<string, FactValue['source']>>;
    validOn: string;
    /** Facts that are not known any more: what they were looked up by, or derived from, has changed. */
    cleared?: readonly string[];
  };
  PositionMoved: { from: readonly string[]; to: readonly string[]; exits: readonly string[]; entries: readonly string[] };
  TaskOpened: { task: TaskState };
  TaskTaken: { task: string };
  TaskReleased: { task: string };
  TaskClosed: { task: string; why: 'done' | 'left' | 'canceled' };
  /** Slots: `opinion`, `reason`, `attachment:<id>`, `answers` (of the action's form). */
  ActionTaken: {
    action: string;
    clause?: string;
    attachments?: readonly string[];
    form?: { id: string; hash: string };
    /** Seat that filed the form. */
    seat?: string;
  };
  /** People were named for the seats of a step; whoever held one of them before holds it no more. */
  SeatsAssigned: { step: string; seats: readonly { seat: string; person: string }[] };
  /** A person takes no part at a step any more (回避): vote and sheet are void. `quorum`: the seat is not counted any more. */
  PersonRecused: { step: string; seat?: string; person: string; how: 'substitute' | 'quorum' };
  /**
   * A clerical error was corrected (更正). `supersedes`: the act that recorded the value before. Slots: `before`, `after`, `reason`,
   * `attachment:<id>`.
   */
  FactCorrected: {
    fact: string;
    item?: string;
    supersedes: number;
    validOn: string;
    attachments?: readonly string[];
    /** Whom the row is about from now on. */
    subject?: string;
    /** The fact is about whoever filed. */
    filer?: true;
  };
  /** The decision of a batch was revoked (撤销决定); `supersedes`: the act that took it. Slots: `reason`. */
  DecisionRevoked: { batch: number; items: readonly string[]; supersedes: number; clause?: string };
  CaseReopened: { closedOn: string };
  /** A register record is to be written. Slots: `write` ({key, values}) of the subject concerned. */
  RecordWriteRequested: { id: string; register: string; mode: 'create' | 'update' | 'upsert'; item?: string };
  RecordWritten: { id: string; version: number };
  RecordRefused: { id: string; why: 'exists' | 'missing' };
  VoteCast: { seat: string; action: string; vote: 'for' | 'against' | 'abstain'; readHash: string };
  VotesVoided: { step: string; why: 'left' | 'returned' | 'facts-changed' };
  /** `seats`: those whose facts are unchanged and whose holder may still vote; all when left out. */
  VotesRestored: { step: string; seats?: readonly string[] };
  /** One per row. Slots: `reason`. */
  ItemDecided: {
    item: string;
    status: ItemStatus;
    batch?: number;
    result?: ItemResult;
    clause?: string;
    /** The tables alone decided it, by an action that evaluates. */
    byTables?: true;
  };
  /** Every row of the batch is final. */
  BatchDecided: { batch: number; items: readonly string[]; outcome: 'grant' | 'refuse'; total?: string };
  /** A person other than the proposer confirmed a manual amount. */
  ManualAmountConfirmed: { item: string };
  ClockStarted: {
    clock: string;
    id: string;
    startedOn: string;
    /** Of a clock in hours: the instant from which it counts. */
    startedAt?: string;
    due?: string;
    dueAt?: string;
    amount?: number;
    missingYear?: number;
  };
  ClockPaused: { id: string; why: string };
  ClockResumed: { id: string; due?: string; dueAt?: string; missingYear?: number };
  ClockDetermined: { id: string; due: string; dueAt: string };
  ClockExtended: { id: string; days: number; due?: string; dueAt?: string; missingYear?: number };
  /** `escalateAt`: when the next level is told. */
  ClockBreached: { id: string; escalateAt?: string };
  /** The next level is told of a breach; `level` counts from 1. */
  ClockEscalated: { id: string; level: number; role: string; escalateAt?: string };
  ClockEnded: { id: string; how: 'done' | 'fired' | 'canceled' };
  /** Slots: `list`. */
  SupplementRequested: { letter?: string; due?: string };
  /** Slots: `answers`, `answers:filer`, `item:<id>`, `attachment:<id>`. */
  SupplementFiled: { items: readonly string[] };
  /** Slots: `list`, `reason` as the letter needs them. */
  LetterIssued: {
    letter: Omit<LetterState, 'reason' | 'opinion' | 'list' | 'facts' | 'rows'>;
    /** Facts of the case that the text repeats. */
    facts?: readonly string[];
  };
  NumberAssigned: { for: 'case' | 'letter'; letter?: string; number: string };
  /** Slots: `receipt`, `receiptFor` where the letter has no number to compare it with. */
  LetterDelivered: {
    letter: string;
    method: 'hand' | 'post' | 'electronic' | 'public-notice';
    remedies: LetterState['remedies'];
    /** The letter's own number, printed on the receipt that came back. */
    receiptFor?: string;
  };
  PublicityOpened: { batch: number; items: readonly string[]; until?: string };
  PublicityEnded: { batch: number; how: 'ended' | 'withdrawn' };
  /** Slots: `objector` ({name, phone?}), `reason`. */
  ObjectionFiled: { items: readonly string[]; whole: boolean };
  ItemsSplit: { items: readonly string[]; key: string };
  ChildOpened: { key: string; caseId: string };
  ChildClosed: { caseId: string };
  ClaimRequested: { item: string; claim: string; key: string };
  ClaimGranted: { item: string };
  ClaimRefused: { item: string; heldSince: string; heldByService: string };
  ClaimReleased: { item: string };
  EntitlementRecorded: { item: string; record: string };
  /** Slots: `reason`. */
  ProcedureRequested: {
    id: string;
    procedure: string;
    /** Of an extension. */
    clock?: string;
    days?: number;
    /** Of 回避: whom it concerns, where, and who takes the seat. */
    step?: string;
    seat?: string;
    person?: string;
    substitute?: string;
    /** Of a revocation. */
    batch?: number;
    clause?: string;
  };
  ProcedureVoted: { id: string; seat: string; vote: 'for' | 'against' | 'abstain' };
  ProcedureClosed: { id: string; outcome: 'granted' | 'refused' | 'canceled' };
  CaseClosed: { ending: CaseEnding };
}

export type ActType = keyof ActData;

/** One immutable entry in a case's history. */
export type Act = { [T in ActType]: ActOf<T> }[ActType];

export interface ActOf<T extends ActType> {
  /** From 1, gap-free within the case. */
  readonly seq: number;
  readonly type: T;
  /** ISO instant with offset: when it was entered. */
  readonly recordedAt: string;
  /** ISO date: when it took effect. */
  readonly effectiveOn: string;
  readonly actor: ActActor;
  readonly step?: string;
  /** Rows it concerns; absent for acts of the whole case. */
  readonly items?: readonly string[];
  readonly data: Readonly<ActData[T]>;
  readonly slots: Readonly<Record<string, Slot>>;
}

export type { AttachmentRef };
