import type { ActActor } from './actor.js';
import type { AttachmentRef, ItemResult, ItemStatus, LetterState, TaskState } from './state.js';
import type { FactValue, Slot } from './values.js';

/**
 * What happened, by type. Personal values are not here: a property named `slot` (or a record of them) names an entry of the act's `slots`.
 * Types are past tense.
 */
export interface ActData {
  /** Slots: `answers` (case-level submission), `party:<party>` ({name}), `item:<id>` (row as filed), `attachments`. */
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
    inheritedClocks: Readonly<Record<string, string>>;
    /** Of a child case: who acted on its rows in the parent, by step. */
    performers?: Readonly<Record<string, readonly string[]>>;
    tenant: string;
  };
  /** Slots: `facts` (case) and `item:<id>` hold `Record<factId, FactScalar>`. `sources` by fact id. */
  FactsRecorded: { item?: string; sources: Readonly<Record<string, FactValue['source']>>; validOn: string };
  PositionMoved: { from: readonly string[]; to: readonly string[]; exits: readonly string[]; entries: readonly string[] };
  TaskOpened: { task: TaskState };
  TaskTaken: { task: string };
  TaskReleased: { task: string };
  TaskClosed: { task: string; why: 'done' | 'left' | 'canceled' };
  /** Slots: `opinion`, `reason`, `attachments`. */
  ActionTaken: { action: string; clause?: string; attachments?: readonly string[] };
  VoteCast: { seat: string; action: string; vote: 'for' | 'against' | 'abstain'; readHash: string };
  VotesVoided: { step: string; why: 'left' | 'returned' | 'facts-changed' };
  /** `seats`: those whose facts are unchanged and whose holder may still vote; all when left out. */
  VotesRestored: { step: string; seats?: readonly string[] };
  /** One per row. Slots: `reason`. */
  ItemDecided: { item: string; status: ItemStatus; batch?: number; result?: ItemResult; clause?: string };
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
  ClockBreached: { id: string };
  ClockEnded: { id: string; how: 'done' | 'fired' | 'canceled' };
  /** Slots: `list`. */
  SupplementRequested: { letter?: string; due?: string };
  /** Slots: `answers`, `item:<id>`, `attachments`. */
  SupplementFiled: { items: readonly string[] };
  /** Slots: `list`, `reason` as the letter needs them. */
  LetterIssued: { letter: Omit<LetterState, 'reason' | 'list'> };
  NumberAssigned: { for: 'case' | 'letter'; letter?: string; number: string };
  /** Slots: `receipt`. */
  LetterDelivered: { letter: string; method: 'hand' | 'post' | 'electronic' | 'public-notice'; remedies: LetterState['remedies'] };
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
  ProcedureRequested: { id: string; procedure: string; clock: string; days: number };
  ProcedureVoted: { id: string; seat: string; vote: 'for' | 'against' | 'abstain' };
  ProcedureClosed: { id: string; outcome: 'granted' | 'refused' | 'canceled' };
  CaseClosed: { ending: 'completed' | 'withdrawn' | 'not-accepted' };
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
