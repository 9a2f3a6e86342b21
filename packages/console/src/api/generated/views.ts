import type { Issue, LocalizedText } from '@careway/definition';

/* Written by scripts/generate-api-types.mjs. Do not edit. */

export type CaseEnding = 'completed' | 'withdrawn' | 'not-accepted' | 'transferred' | 'terminated';

export type ItemStatus = 'open' | 'held' | 'approved' | 'refused' | 'split';

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

export interface Refusal {
  readonly code: RefusalCode;
  readonly message: LocalizedText;
  /** What can be done instead. */
  readonly next?: LocalizedText;
  readonly clause?: string;
  readonly params?: Readonly<Record<string, string | number | boolean>>;
}

export type CaseCommand =
  | {
      readonly type: 'TakeAction';
      readonly step: string;
      readonly action: string;
      readonly effectiveOn?: string;
      readonly opinion?: string;
      readonly reason?: string;
      readonly clause?: string;
      readonly attachments?: readonly string[];
      readonly to?: string;
      readonly seat?: string;
      readonly items?: readonly string[];
      readonly outcome?: 'approve' | 'hold' | 'refuse' | 'reopen';
      readonly amount?: string;
      readonly list?: readonly { readonly what: string; readonly why: string }[];
      readonly objector?: { readonly name: string; readonly phone?: string };
      readonly letter?: string;
      readonly method?: 'hand' | 'post' | 'electronic' | 'public-notice';
      readonly receipt?: string;
      /** Number printed on the receipt of a letter. */
      readonly receiptFor?: string;
      /** Answers of the action's form. */
      readonly answers?: Readonly<Record<string, unknown>>;
      readonly assignments?: readonly { readonly seat: string; readonly person: string }[];
    }
  | {
      readonly type: 'FileSupplement';
      readonly data: Readonly<Record<string, unknown>>;
      readonly attachments?: readonly string[];
      readonly effectiveOn?: string;
    }
  | { readonly type: 'TakeTask'; readonly task: string }
  | { readonly type: 'ReleaseTask'; readonly task: string }
  | {
      readonly type: 'RequestProcedure';
      readonly procedure: string;
      readonly clock?: string;
      readonly days?: number;
      readonly step?: string;
      readonly seat?: string;
      readonly substitute?: string;
      readonly batch?: number;
      readonly clause?: string;
      readonly reason: string;
    }
  | {
      readonly type: 'CorrectFact';
      readonly fact: string;
      readonly item?: string;
      readonly value: string | boolean;
      /** Number of the act whose value is wrong. */
      readonly supersedes: number;
      readonly reason: string;
      readonly attachments?: readonly string[];
    }
  | { readonly type: 'VoteProcedure'; readonly id: string; readonly vote: 'for' | 'against' | 'abstain'; readonly seat?: string };

export interface WorklistQuery {
  readonly view: 'todo' | 'done' | 'started';
  readonly service?: string;
  readonly step?: string;
  readonly area?: string;
  readonly level?: 'due-soon' | 'overdue' | 'paused' | 'in-time';
  readonly text?: string;
  readonly sort?: 'due' | 'opened' | 'amount';
  readonly cursor?: string;
  readonly limit?: number;
}

export interface CaseQuery {
  /** Number, name (surname at least) or a whole identity number. */
  readonly text?: string;
  readonly service?: string;
  readonly status?: 'open' | 'closed';
  readonly cursor?: string;
  readonly limit?: number;
}

export interface PersonView {
  readonly id: string;
  /** Full for colleagues; surname and * for applicants looking at staff and for the public. */
  readonly name: string;
  readonly post?: LocalizedText;
}

export interface ClockView {
  readonly id: string;
  readonly clock: string;
  readonly label: LocalizedText;
  readonly unit: 'hour' | 'working-day' | 'calendar-day' | 'month' | 'year';
  readonly status: 'running' | 'paused' | 'undetermined' | 'ended' | 'canceled';
  readonly startedOn: string;
  readonly due?: string;
  /** Of a limit in hours: when it ends. ISO with offset. */
  readonly dueAt?: string;
  /** In the clock's unit; negative when overdue. */
  readonly daysLeft?: number;
  readonly amount?: number;
  readonly pauses: readonly { readonly from: string; readonly to?: string; readonly why: string }[];
  readonly extendedBy: number;
  readonly breachedOn?: string;
  /** Who was told of the breach, level by level. */
  readonly escalated?: readonly LocalizedText[];
  readonly endedOn?: string;
  readonly missingYear?: number;
  readonly owner: LocalizedText;
  readonly level: 'in-time' | 'due-soon' | 'overdue' | 'paused' | 'undetermined' | 'ended';
  readonly basis: BasisView;
}

export interface BasisView {
  readonly source: 'city-set' | 'clause';
  readonly clause?: ClauseView;
}

/** Ground of a figure that no clause gives: the city set it. */
export interface CitySetView {
  readonly note?: LocalizedText;
}

/** The version of a decision that decided, and the publication with which it came into force. */
export interface TablesView {
  /** Content hash of the decision. */
  readonly hash: string;
  readonly effectiveFrom?: string;
  /** Who proposed and who published it; neither for a pack that the program was started with. */
  readonly by?: PersonView;
  readonly approvedBy?: PersonView;
  readonly note?: string;
}

export interface ClauseView {
  readonly id: string;
  readonly document: LocalizedText;
  readonly documentNumber?: string;
  readonly article: string;
  readonly quote: string;
  readonly plain?: LocalizedText;
  readonly status: 'in-force' | 'historical' | 'draft' | 'repealed';
  readonly validFrom: string;
  readonly validTo?: string;
}

export interface FactView {
  readonly id: string;
  readonly label: LocalizedText;
  readonly type: string;
  /** Masked where sensitive; words for codes in `text`. */
  readonly value?: string | boolean;
  readonly text?: LocalizedText;
  readonly erased?: true;
  /** Of a fact that came from another case: where it came from there. */
  readonly source:
    | 'submission'
    | 'register'
    | 'derived'
    | 'system'
    | 'action'
    | 'sheets'
    | 'decision'
    | 'default'
    | 'correction'
    | 'inherited';
  readonly validOn: string;
  /** Of a value that was corrected: what stood there before, and when it was corrected. */
  readonly before?: { readonly text: LocalizedText; readonly on: string };
}

export interface ActionView {
  readonly step: string;
  readonly action: string;
  readonly kind: string;
  readonly label: LocalizedText;
  readonly available: boolean;
  readonly refusal?: Refusal;
  readonly requires: readonly string[];
  /** Target in words, with who acts there. */
  readonly leadsTo?: LocalizedText;
  /** What it rests on. */
  readonly clause?: ClauseView;
  readonly letters: readonly { readonly id: string; readonly label: LocalizedText }[];
  readonly seat?: string;
  /** Form that is filled in to take it. */
  readonly form?: { readonly id: string; readonly hash: string };
  /** Of `assign`: the seats to fill, with who holds them now. */
  readonly assign?: { readonly seats: readonly SeatView[]; readonly register?: LocalizedText };
  /** Taken by a party; the office enters what it brought or sent. */
  readonly onBehalf?: true;
}

export interface StepView {
  readonly id: string;
  readonly label: LocalizedText;
  readonly kind: 'task' | 'wait' | 'end';
  readonly owner?: LocalizedText;
}

export interface TaskView {
  readonly id: string;
  readonly kind: 'step' | 'supplement' | 'procedure' | 'overdue';
  readonly step: string;
  readonly seat?: string;
  readonly owner: LocalizedText;
  readonly takenBy?: PersonView;
  /** Named for the seat: nobody else may take it, and it is not put back. */
  readonly named?: PersonView;
  readonly mine: boolean;
}

/** The whole case page. */
export interface CaseView {
  readonly id: string;
  readonly version: number;
  readonly number?: string;
  readonly service: { readonly id: string; readonly label: LocalizedText; readonly notice?: LocalizedText };
  readonly workflow: { readonly id: string; readonly label: LocalizedText; readonly hash: string };
  readonly area: readonly { readonly level: string; readonly id: string; readonly label: LocalizedText }[];
  readonly status: 'open' | 'closed';
  readonly ending?: CaseEnding;
  readonly filedOn: string;
  readonly closedOn?: string;
  readonly applicant: { readonly kind: string; readonly name: string; readonly agent?: PersonView; readonly channel?: string };
  readonly position: readonly StepView[];
  /** Steps passed, current and (predicted) to come, in the order of the workflow. */
  readonly path: readonly {
    readonly step: StepView;
    readonly state: 'done' | 'now' | 'expected' | 'skipped';
    readonly on?: string;
    readonly by?: PersonView;
  }[];
  /** One sentence: on whom the case waits, until when. */
  readonly waiting: LocalizedText;
  readonly facts: readonly FactView[];
  /** Form id and answers by field, as filed, masked. */
  readonly form: { readonly id: string; readonly hash: string };
  readonly answers: Readonly<Record<string, unknown>>;
  readonly attachments: readonly AttachmentRef[];
  readonly items: readonly ItemView[];
  readonly total: string;
  /** Of the rows approved in the batch that is being prepared, published or decided; absent when there are none. */
  readonly batchTotal?: string;
  readonly counts: Readonly<Record<ItemStatus, number>>;
  readonly batch: number;
  readonly actions: readonly ActionView[];
  readonly tasks: readonly TaskView[];
  readonly clocks: readonly ClockView[];
  readonly letters: readonly LetterView[];
  readonly supplement?: {
    readonly list: readonly { readonly what: string; readonly why: string }[];
    readonly requestedOn: string;
    readonly due?: string;
  };
  /** Of a case split off by an objection, or objected to as a whole. The objector's name is whole for colleagues only. */
  readonly objection?: {
    readonly reason?: string;
    readonly receivedOn: string;
    /** Rows objected to; none when it is against the whole. */
    readonly items: readonly string[];
    readonly objector: string;
  };
  readonly procedures: readonly ProcedureView[];
  readonly requestable: readonly RequestableView[];
  readonly publicity: readonly {
    readonly batch: number;
    readonly from: string;
    readonly until?: string;
    readonly status: 'open' | 'ended' | 'withdrawn';
  }[];
  readonly parent?: { readonly caseId: string; readonly number?: string };
  readonly children: readonly {
    readonly caseId?: string;
    readonly number?: string;
    readonly items: readonly string[];
    readonly status: 'opening' | 'open' | 'closed';
  }[];
  readonly parties: readonly PartyView[];
  readonly seats: readonly SeatView[];
  /** Of a step at which each seat files its own, those of others appear when every seat has filed; to supervisors at once. */
  readonly sheets: readonly SheetView[];
  readonly recusals: readonly RecusalView[];
  readonly records: readonly RecordWriteView[];
  readonly corrections?: CorrectionsView;
  /** Opened by the calendar. */
  readonly schedule?: { readonly id: string; readonly label: LocalizedText; readonly period: string };
  /** `table`: rows of a roster · `one`: the form itself is the only row · `none` */
  readonly rows: 'table' | 'one' | 'none';
  /** The service pays money. */
  readonly pays: boolean;
  /** The viewer acts for a party that sees only its own part. */
  readonly shielded: boolean;
  /** Effects not yet performed, in words. */
  readonly pending: readonly LocalizedText[];
}

export interface DraftView {
  readonly id: string;
  readonly service: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly page?: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly attachments: readonly AttachmentRef[];
}

/** One computed value of a form: known, waiting for the fields named, or left undetermined by the rules for the reason given. */
export interface ComputedView {
  readonly id: string;
  readonly label: LocalizedText;
  readonly value?: number | string | boolean;
  readonly missing?: readonly { readonly field: string; readonly label: LocalizedText }[];
  readonly issue?: Issue;
}

/** Live check of a draft: every problem, the amounts so far. */
export interface DraftCheck {
  readonly issues: readonly Issue[];
  readonly pages: readonly { readonly id: string; readonly label: LocalizedText; readonly status: 'empty' | 'partial' | 'done' }[];
  /** What follows from the answers so far; absent where the form computes nothing. */
  readonly computed?: readonly ComputedView[];
  /** Per row of the item table. */
  readonly rows: readonly {
    readonly row: number;
    readonly amount?: string;
    readonly status: 'ok' | 'refused' | 'manual' | 'issue';
    readonly note?: LocalizedText;
    readonly issues: readonly Issue[];
  }[];
  readonly total: string;
  readonly why?: readonly WhyView[];
}

export interface InboxMessage {
  readonly id: string;
  readonly at: string;
  readonly caseId: string;
  readonly number?: string;
  readonly text: LocalizedText;
  readonly letter?: string;
  readonly read: boolean;
}

export interface ReceiptView {
  readonly caseId: string;
  readonly number?: string;
  readonly service: LocalizedText;
  readonly filedOn: string;
  readonly applicant: string;
  readonly items: number;
  readonly next: LocalizedText;
  readonly due?: string;
  readonly contact: { readonly office: LocalizedText; readonly telephone: string };
  /** With the number, lets somebody track without logging in. */
  readonly trackingCode: string;
}

/** One act as a sentence. */
export interface ActView {
  readonly seq: number;
  readonly type: string;
  readonly recordedAt: string;
  readonly effectiveOn: string;
  readonly late: boolean;
  readonly actor: {
    readonly kind: 'person' | 'public' | 'system';
    readonly person?: PersonView;
    readonly as?: LocalizedText;
    readonly channel?: string;
  };
  readonly step?: LocalizedText;
  readonly items: readonly { readonly id: string; readonly row: number; readonly name: string }[];
  readonly sentence: LocalizedText;
  readonly opinion?: string;
  readonly reason?: string;
  readonly clause?: ClauseView;
  readonly result?: {
    readonly amount?: string;
    readonly formula?: string;
    readonly matched: readonly { readonly rule: string; readonly clause?: ClauseView; readonly citySet?: CitySetView }[];
    readonly tables?: TablesView;
  };
  readonly erased: boolean;
  /** Number of the later act that supersedes it: a correction or a revocation. */
  readonly supersededBy?: number;
  /** Hash of this act in the chain. */
  readonly hash: string;
  readonly definition?: string;
}

export interface HistoryView {
  readonly acts: readonly ActView[];
  readonly chain: { readonly ok: boolean; readonly head: string; readonly length: number; readonly brokenAt?: number };
}

export interface LetterView {
  readonly id: string;
  readonly letter: string;
  readonly label: LocalizedText;
  readonly number?: string;
  readonly issuedOn: string;
  readonly status: 'numbering' | 'issued' | 'delivered';
  readonly delivery: 'required' | 'inbox' | 'public';
  readonly total?: string;
  readonly batch?: number;
  /** The decision that it tells was revoked. */
  readonly revoked?: true;
  readonly delivered?: { readonly method: string; readonly on: string; readonly receipt?: string };
  /** Number of the letter that it replaces. */
  readonly supersedes?: string;
  readonly remedies: readonly {
    readonly id: string;
    readonly label: LocalizedText;
    readonly body: LocalizedText;
    readonly how: LocalizedText;
    readonly due?: string;
    readonly missingYear?: number;
    readonly daysLeft?: number;
    readonly clause?: ClauseView;
  }[];
}

/** A letter ready to be read or printed. */
export interface LetterText {
  readonly letter: LetterView;
  readonly title: LocalizedText;
  readonly blocks: readonly LetterBlock[];
}

/** A part of a letter; of those that are no text, `text` is the heading. */
export interface LetterBlock {
  readonly kind:
    | 'heading'
    | 'paragraph'
    | 'signature'
    | 'items'
    | 'why'
    | 'clauses'
    | 'changes'
    | 'remedies'
    | 'list'
    | 'facts'
    | 'receipt';
  readonly text?: LocalizedText;
  readonly rows?: readonly {
    readonly row: number;
    readonly name: string;
    readonly status: ItemStatus;
    readonly amount?: string;
    /** What the tables gave, where that is no money. */
    readonly results?: readonly ResultView[];
    readonly formula?: string;
    readonly reason?: LocalizedText;
    readonly clause?: ClauseView;
  }[];
  /** Rules that matched, as sentences, with the numbers of the rows for which they did. */
  readonly matched?: readonly {
    readonly words: LocalizedText;
    readonly rows: readonly number[];
    readonly clause?: ClauseView;
    readonly citySet?: CitySetView;
  }[];
  readonly clauses?: readonly ClauseView[];
  /** Of refused rows: the smallest changes that lead to a grant; none where a person refused what the tables grant. */
  readonly changes?: readonly { readonly row: number; readonly name: string; readonly changes: WhyView['changes'] }[];
  readonly remedies?: LetterView['remedies'];
  readonly list?: readonly { readonly what: string; readonly why: string }[];
  readonly facts?: readonly FactView[];
  readonly receipt?: DeliveryReceipt;
}

/** 送达回证: what was delivered to whom and how, line by line. A line without a value is filled in and signed by hand. */
export interface DeliveryReceipt {
  readonly lines: readonly { readonly label: LocalizedText; readonly value?: LocalizedText }[];
}

/** A document for paper as data: browser print and PDF show the same parts. */
export interface PrintSheet {
  readonly document: 'letter' | 'delivery-receipt' | 'approval-form' | 'receipt' | 'form';
  readonly title: LocalizedText;
  /** 文号 of a letter. */
  readonly number?: string;
  /** 受理编号 */
  readonly case?: string;
  readonly parts: readonly PrintPart[];
  /** Lines at the foot of every page: what it was printed from. */
  readonly foot: readonly LocalizedText[];
  /** ISO instant of the tenant's clock. */
  readonly printedAt: string;
}

/** A part of a printed document; which members it has follows from its kind. */
export interface PrintPart {
  /**
   * `heading` `paragraph` `signature` `small`: `text` · `pairs`: labels with values, to be filled in by hand where there is none ·
   * `table`: head repeated on every page · `quotes`: clauses · `list`: numbered · `question`: of a blank form
   */
  readonly kind: 'heading' | 'paragraph' | 'signature' | 'small' | 'pairs' | 'table' | 'quotes' | 'list' | 'question';
  readonly text?: LocalizedText;
  readonly pairs?: readonly { readonly label: LocalizedText; readonly value?: LocalizedText }[];
  readonly columns?: readonly PrintColumn[];
  readonly rows?: readonly (readonly LocalizedText[])[];
  readonly quotes?: readonly { readonly quote: string; readonly source: LocalizedText; readonly note?: LocalizedText }[];
  readonly entries?: readonly LocalizedText[];
  /** Of a question: what to tick. */
  readonly options?: readonly LocalizedText[];
  /** Of a question: lines to write on. */
  readonly lines?: number;
  readonly hint?: LocalizedText;
}

export interface PrintColumn {
  readonly label: LocalizedText;
  /** Part of the width, in hundredths. */
  readonly share: number;
  readonly align?: 'right';
}

/** A place at a step that one person fills. */
export interface SeatView {
  readonly step: string;
  readonly stepLabel: LocalizedText;
  readonly seat: string;
  readonly label: LocalizedText;
  /** Only the person named may take it. */
  readonly assigned: boolean;
  /** Who was named, else who has voted. */
  readonly person?: PersonView;
  /** `vacant`: somebody must be named · `waiting`: nobody has acted yet · `dropped`: not counted any more, after a recusal */
  readonly state: 'vacant' | 'waiting' | 'voted' | 'dropped';
  readonly vote?: 'for' | 'against' | 'abstain';
  readonly mine: boolean;
}

/** A form filed with an action. */
export interface SheetView {
  readonly step: string;
  readonly stepLabel: LocalizedText;
  readonly action: LocalizedText;
  readonly seat?: string;
  readonly seatLabel?: LocalizedText;
  readonly by: PersonView;
  readonly on: string;
  readonly form: { readonly id: string; readonly hash: string };
  /** Numbers masked. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly erased?: true;
  readonly mine: boolean;
}

/** Somebody who takes no part any more (回避). */
export interface RecusalView {
  readonly step: string;
  readonly stepLabel: LocalizedText;
  readonly seat?: string;
  readonly seatLabel?: LocalizedText;
  readonly person: PersonView;
  /** The others go on without the seat. */
  readonly dropped: boolean;
}

/** A register record that the case wrote or asked for. */
export interface RecordWriteView {
  readonly id: string;
  readonly register: string;
  readonly registerLabel: LocalizedText;
  /** The record's key, numbers masked; absent when erased. */
  readonly key?: string;
  readonly status: 'requested' | 'written' | 'refused';
  readonly why?: 'exists' | 'missing';
  readonly item?: string;
}

export interface PartyView {
  readonly party: string;
  readonly label: LocalizedText;
  readonly kind: string;
  readonly name: string;
  readonly mine: boolean;
}

/** A value that may be corrected as a clerical error (更正), and the act that recorded it. */
export interface CorrectableFact extends Pick<FactView, 'label' | 'type' | 'value' | 'text'> {
  readonly fact: string;
  readonly item?: string;
  readonly row?: number;
  readonly values?: readonly { readonly value: string; readonly label: LocalizedText }[];
  readonly act: number;
  readonly recordedAt: string;
}

export interface CorrectionsView {
  readonly may: boolean;
  /** Who may, in words. */
  readonly role: LocalizedText;
  readonly facts: readonly CorrectableFact[];
}

export interface ProcedureView {
  readonly id: string;
  readonly procedure: string;
  readonly kind: 'extend-clock' | 'recuse' | 'revoke-decision' | 'terminate';
  readonly label: LocalizedText;
  /** Of an extension. */
  readonly clock?: string;
  readonly days?: number;
  /** Of 回避: whom it concerns and who takes the seat. */
  readonly stepLabel?: LocalizedText;
  readonly seatLabel?: LocalizedText;
  readonly person?: PersonView;
  readonly substitute?: PersonView;
  /** Of a revocation. */
  readonly batch?: number;
  readonly clause?: string;
  readonly reason?: string;
  readonly requestedBy: PersonView;
  readonly votes: readonly { readonly seat: string; readonly by: PersonView; readonly vote: 'for' | 'against' | 'abstain' }[];
  readonly canVote: boolean;
  /** Who decides. */
  readonly deciders: readonly LocalizedText[];
  /** One person decides, without a vote of several. */
  readonly alone: boolean;
}

/** A side procedure that the viewer may ask for, with what must be said. */
export interface RequestableView {
  readonly procedure: string;
  readonly kind: ProcedureView['kind'];
  readonly label: LocalizedText;
  /** Of an extension: the clocks concerned, and the most days. */
  readonly clocks: readonly string[];
  readonly maximum: number;
  /** Of 回避: seats whose holders may be recused. */
  readonly seats: readonly SeatView[];
  /** A substitute may be named for the seat. */
  readonly substitutes: boolean;
  /** Of a revocation: decisions that stand. */
  readonly batches: readonly { readonly batch: number; readonly on?: string }[];
  readonly deciders: readonly LocalizedText[];
}

/** Somebody who might be named for a seat. */
export interface CandidateView {
  readonly person: PersonView;
  /** Seats of the action for which the person may be named. */
  readonly seats: readonly string[];
  /** Fields of the register in which the person stands. */
  readonly facts: readonly FactView[];
  /** Cases in which the person has a seat and that are not closed. */
  readonly openCases: number;
  /** Day on which the person was last named for a seat. */
  readonly lastAssigned?: string;
  /** The person's turn: the fewest open cases, then the longest since the last one. Nothing follows from it. */
  readonly suggested: boolean;
  /** Why the person cannot be named for any of the seats. */
  readonly refusal?: Refusal;
}

export interface CandidatesView {
  readonly seats: readonly SeatView[];
  readonly candidates: readonly CandidateView[];
}

/** A line of the worklist. */
export interface WorklistRow {
  readonly caseId: string;
  readonly task: string;
  readonly kind: 'step' | 'supplement' | 'procedure' | 'overdue';
  readonly number?: string;
  readonly service: LocalizedText;
  readonly step: string;
  readonly stepLabel: LocalizedText;
  readonly applicant: string;
  readonly area: LocalizedText;
  readonly areaId: string;
  readonly items: number;
  /** Absent where the service pays no money. */
  readonly amount?: string;
  readonly openedAt: string;
  readonly takenBy?: PersonView;
  /** The viewer was named for it and fills in a form. */
  readonly sheet?: true;
  readonly clock?: {
    readonly label: LocalizedText;
    readonly due?: string;
    readonly daysLeft?: number;
    readonly unit: string;
    readonly level: ClockView['level'];
  };
}

export interface CaseRow {
  readonly caseId: string;
  readonly number?: string;
  readonly service: LocalizedText;
  readonly applicant: string;
  readonly area: LocalizedText;
  readonly status: 'open' | 'closed';
  readonly ending?: CaseEnding;
  readonly stepLabel: LocalizedText;
  readonly filedOn: string;
  readonly items: number;
  /** Absent where the service pays no money. */
  readonly amount?: string;
  readonly mustAct: boolean;
  /** What must be done: hand in what is missing, or act at a step of one's own. */
  readonly duty?: 'supplement' | 'step';
  readonly clock?: WorklistRow['clock'];
  readonly parent?: string;
}

export interface Page<T> {
  readonly rows: readonly T[];
  /** Opaque; absent on the last page. */
  readonly next?: string;
  readonly total: number;
}

/** A line of the access log: who looked at a case, at a record, or took a list away. */
export interface LogRow {
  readonly at: string;
  readonly person: string;
  readonly what: string;
  readonly why?: string;
  /** Opaque id of the person looked at. */
  readonly subject?: string;
  readonly caseId?: string;
  readonly record?: { readonly register: string; readonly label: LocalizedText; readonly id?: string };
}

export interface RegisterFieldView {
  readonly id: string;
  readonly label: LocalizedText;
  readonly type: string;
  readonly values?: readonly { readonly value: string; readonly label: LocalizedText }[];
  readonly required: boolean;
  readonly sensitive: boolean;
  /** Records can be filtered by it. */
  readonly indexed: boolean;
  /** Tells whom the record is about: cannot be changed once it is there. */
  readonly fixed: boolean;
  /** Can be typed or imported; cases write the others. */
  readonly typed: boolean;
  /** Heading under which it is shown. */
  readonly group?: string;
  readonly reference?: { readonly register: string; readonly by: 'key' | 'subject' };
  readonly format?: 'credit-code';
}

/** A register as one viewer may use it. */
export interface RegisterView {
  readonly id: string;
  readonly label: LocalizedText;
  readonly key: string;
  readonly name: string;
  readonly scope: 'area' | 'tenant';
  readonly statusField?: string;
  readonly validUntilField?: string;
  readonly groups: readonly { readonly id: string; readonly label: LocalizedText }[];
  readonly fields: readonly RegisterFieldView[];
  /** Fields that a list shows, in order. */
  readonly columns: readonly string[];
  readonly total: number;
  readonly byStatus: readonly { readonly value: string; readonly label: LocalizedText; readonly count: number }[];
  /** Records whose last day is over. */
  readonly expired: number;
  readonly mayEdit: boolean;
  readonly mayImport: boolean;
  /** Who may change it by hand; absent where only cases write. */
  readonly editors?: LocalizedText;
  /** Areas in which the viewer may add records. */
  readonly areas: readonly { readonly id: string; readonly label: LocalizedText }[];
}

/** A value as it may be shown: numbers masked, codes in words, references by name. */
export interface ShownValue {
  readonly value: string | boolean;
  readonly text: LocalizedText;
  /** Record that it names, where the viewer may open it. */
  readonly record?: { readonly register: string; readonly id: string };
  /** Case that it names, where the viewer may open it. */
  readonly caseId?: string;
}

export interface RecordRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly area?: LocalizedText;
  /** Last day on which it holds. */
  readonly until?: string;
  readonly level?: 'expired' | 'expires-soon';
  readonly values: Readonly<Record<string, ShownValue>>;
}

/** What wrote a version. */
export interface RecordCauseView {
  readonly source: 'import' | 'manual' | 'effect' | 'seed';
  readonly at: string;
  readonly by?: PersonView;
  readonly reason?: string;
  readonly caseId?: string;
  readonly number?: string;
}

export interface RecordValueView {
  readonly field: string;
  readonly shown: ShownValue;
  /** Since when it holds. */
  readonly validOn: string;
  readonly cause: RecordCauseView;
}

export interface RecordView extends RecordRow {
  readonly register: string;
  readonly areaId?: string;
  readonly known: readonly RecordValueView[];
  readonly mayEdit: boolean;
  /** Numbers that can be shown whole for a reason. */
  readonly hidden: readonly string[];
  readonly cases: readonly CaseRow[];
  /** Records of other registers about the same person or organisation, or that name this record. */
  readonly related: readonly {
    readonly register: string;
    readonly label: LocalizedText;
    readonly columns: readonly { readonly id: string; readonly label: LocalizedText; readonly type: string }[];
    readonly rows: readonly RecordRow[];
    readonly total: number;
  }[];
}

export interface RecordVersionView {
  readonly version: number;
  readonly validOn: string;
  readonly cause: RecordCauseView;
  /** Fields that differ from the version before; of the first version all. */
  readonly changes: readonly {
    readonly field: string;
    readonly label: LocalizedText;
    readonly from?: LocalizedText;
    readonly to?: LocalizedText;
  }[];
}

/** A field that two people changed, or one of them. */
export interface RecordDifference {
  readonly field: string;
  readonly label: LocalizedText;
  readonly mine?: LocalizedText;
  readonly theirs?: LocalizedText;
}

export interface RowIssue {
  readonly line: number;
  readonly field?: string;
  readonly label?: LocalizedText;
  readonly code: string;
  readonly message: LocalizedText;
}

/** An imported file on its way into a register. */
export interface ImportView {
  readonly id: string;
  readonly register: string;
  readonly file: string;
  readonly at: string;
  /**
   * `checking`: being read · `checked`: may be imported · `importing` · `done` · `refused`: nothing of it can be imported, see `issues` ·
   * `expired`: the file is gone, choose it again
   */
  readonly state: 'checking' | 'checked' | 'importing' | 'done' | 'refused' | 'expired';
  readonly encoding?: string;
  /** Rows in the file, without headings and blank ones; absent until they are counted. */
  readonly total?: number;
  /** Rows read so far by the step under way. */
  readonly read: number;
  readonly counts: { readonly added: number; readonly changed: number; readonly same: number; readonly wrong: number };
  /** About the file as a whole. */
  readonly issues: readonly Issue[];
  /** Errors row by row, the first of them. */
  readonly errors: readonly RowIssue[];
  /** The first rows that add or change a record. */
  readonly rows: readonly {
    readonly line: number;
    readonly kind: 'added' | 'changed';
    readonly name: string;
    readonly changes: readonly RecordVersionView['changes'][number][];
  }[];
}

/** What the public sees during publicity: surname, community, benefit, until when. */
export interface PublicityView {
  readonly caseId: string;
  readonly number?: string;
  readonly service: LocalizedText;
  readonly applicant: string;
  readonly area: LocalizedText;
  readonly from: string;
  readonly until?: string;
  readonly daysLeft?: number;
  readonly rows: readonly {
    readonly item: string;
    readonly row: number;
    readonly name: string;
    readonly community?: string;
    readonly benefit: string;
  }[];
  readonly howToObject: LocalizedText;
  /** Where an objection is filed while the notice is open. */
  readonly objection?: { readonly step: string; readonly action: string };
}

/** An organisation that a form can name, for whoever fills it in without an account: the answers that name it. */
export interface NamedChoice {
  readonly name: string;
  readonly area?: { readonly id: string; readonly label: LocalizedText };
  readonly answers: Readonly<Record<string, string>>;
}

/** Public tracking by number and code: neither name nor amount. Who filed without an account sees what was answered too. */
export interface TrackView {
  readonly number: string;
  readonly service: LocalizedText;
  readonly status: 'open' | 'closed';
  readonly waiting: LocalizedText;
  readonly path: CaseView['path'];
  readonly pauses: readonly { readonly from: string; readonly to?: string; readonly why: LocalizedText }[];
  /** Of a case filed without an account: what the office wrote, names left out. */
  readonly letters: readonly LetterText[];
  /** The same: what can be done now, such as asking for the case to be opened again. */
  readonly actions: readonly ActionView[];
}

/** A pack in force for an area, as the designer's first page lists it. */
export interface PackInForceView {
  readonly area: string;
  readonly areaLabel: LocalizedText;
  /** Id of the pack. */
  readonly pack: string;
  readonly label: LocalizedText;
  readonly version: string;
  readonly hash: string;
  readonly effectiveFrom: string;
  /** A publication that has not taken effect yet: from when. */
  readonly next?: string;
  readonly notice?: LocalizedText;
  /** The packs that it is made of, base first. */
  readonly chain: readonly LocalizedText[];
  /** Proposals of this area that wait: mine to finish, and submitted ones. */
  readonly drafts: number;
  readonly submitted: number;
}

/** One figure in the policy's wording. */
export interface ParameterView {
  readonly key: string;
  readonly group: 'rate' | 'days' | 'threshold' | 'switch';
  readonly of: LocalizedText;
  /** With `{value}` where the figure stands. */
  readonly sentence: LocalizedText;
  readonly label: LocalizedText;
  readonly type: 'money' | 'decimal' | 'integer' | 'boolean' | 'code' | 'month' | 'date';
  readonly value: string;
  readonly words: LocalizedText;
  readonly values?: readonly { readonly value: string; readonly label: LocalizedText }[];
  readonly minimum?: string;
  readonly maximum?: string;
  readonly basis: BasisView;
  readonly note?: LocalizedText;
  readonly expects: string;
  /** By which date the version is chosen; `opening`: by the day on which the case is opened. */
  readonly legalDate: 'application' | 'decision' | 'service-month' | 'opening';
  /** Which pack of the chain set it last. */
  readonly origin: LocalizedText;
  readonly inForceFrom: string;
  /** What it was and will be, the oldest first, when it was ever changed by a publication. */
  readonly versions: readonly { readonly from: string; readonly words: LocalizedText; readonly origin: LocalizedText }[];
}

export interface ParametersView {
  readonly area: string;
  readonly areaLabel: LocalizedText;
  readonly pack: string;
  readonly label: LocalizedText;
  readonly hash: string;
  readonly on: string;
  /** Day from which the area has any pack at all: nothing takes effect before. */
  readonly firstFrom: string;
  readonly notice?: LocalizedText;
  readonly parameters: readonly ParameterView[];
  /** Clauses that a new figure may rest on. */
  readonly clauses: readonly ClauseView[];
}

/** One change of a proposal as a sentence. */
export interface ChangeView {
  readonly parameter: string;
  readonly of: LocalizedText;
  readonly label: LocalizedText;
  readonly before: LocalizedText;
  /** As typed. */
  readonly value: string;
  /** Content hash that it was typed against. */
  readonly expects: string;
  readonly after: LocalizedText;
  readonly clause?: ClauseView;
  readonly note?: string;
  /** 基准运营补贴（中度）：150.00 → 160.00 */
  readonly sentence: LocalizedText;
}

export interface ProposalActionView {
  readonly action: 'save' | 'submit' | 'publish' | 'reject' | 'withdraw' | 'revise';
  readonly available: boolean;
  readonly refusal?: Omit<Refusal, 'code'> & { readonly code: string };
}

export interface ProposalView {
  readonly id: string;
  readonly version: number;
  readonly area: string;
  readonly areaLabel: LocalizedText;
  readonly pack: string;
  readonly status: 'draft' | 'submitted' | 'published' | 'rejected' | 'withdrawn';
  readonly effectiveFrom: string;
  /** The first service month to which the new figures apply, where any of them goes by service months. */
  readonly firstMonth?: string;
  readonly note: string;
  readonly by: PersonView;
  readonly updatedAt: string;
  readonly changes: readonly ChangeView[];
  /** What must be mended before it can be submitted; by place in the proposal. */
  readonly issues: readonly Issue[];
  /** What others published meanwhile, in sentences; the proposal must be looked at again. */
  readonly moved: readonly LocalizedText[];
  readonly acknowledged: readonly string[];
  readonly events: readonly { readonly at: string; readonly by: PersonView; readonly what: string; readonly note?: string }[];
  readonly actions: readonly ProposalActionView[];
  /** Hash of the pack that was published. */
  readonly published?: string;
}

export interface ProposalRow {
  readonly id: string;
  readonly area: string;
  readonly areaLabel: LocalizedText;
  readonly pack: string;
  readonly status: ProposalView['status'];
  readonly effectiveFrom: string;
  readonly note: string;
  readonly by: PersonView;
  readonly mine: boolean;
  readonly updatedAt: string;
  readonly changes: readonly LocalizedText[];
}

/** A scenario that comes out otherwise than it says. */
export interface ScenarioDifferenceView {
  readonly id: string;
  readonly label: LocalizedText;
  readonly differences: readonly LocalizedText[];
  readonly acknowledged: boolean;
}

/** Whom the change reaches. */
export interface TouchedView {
  /** Open cases that the new tables apply to. */
  readonly cases: number;
  /** Their rows that are not decided yet and come out otherwise. */
  readonly rows: number;
  /** Rows of theirs that are decided and keep their result. */
  readonly kept: number;
  /** Open cases that go on under the procedure and day counts with which they were opened. */
  readonly pinned: number;
  readonly services: readonly {
    readonly service: LocalizedText;
    readonly step: LocalizedText;
    readonly cases: number;
    readonly rows: number;
  }[];
  /** There are more open cases than were looked at. */
  readonly more: boolean;
}

export interface ChecksView {
  readonly issues: readonly Issue[];
  readonly scenarios: {
    readonly total: number;
    readonly passed: number;
    /** They held before and would not after: figures they name are changed on purpose, or something is wrong. */
    readonly expected: readonly ScenarioDifferenceView[];
    /** They do not hold today either. */
    readonly failing: readonly ScenarioDifferenceView[];
  };
  readonly touched: TouchedView;
}

/** Facts, what they come to today and after the change. */
export interface ExampleView {
  readonly facts: readonly { readonly label: LocalizedText; readonly text: LocalizedText }[];
  readonly before: LocalizedText;
  readonly after: LocalizedText;
  /** Decimal text, when both are amounts. */
  readonly difference?: string;
  readonly formula?: string;
  readonly rows: readonly LocalizedText[];
}

export interface PreviewView {
  readonly decisions: readonly {
    readonly id: string;
    readonly label: LocalizedText;
    /** Too many combinations to try: see the open cases. */
    readonly untried: boolean;
    readonly examples: readonly ExampleView[];
    /** The same facts on the last day before the change takes effect. */
    readonly unchanged?: ExampleView;
  }[];
  readonly days: readonly {
    readonly label: LocalizedText;
    readonly before: LocalizedText;
    readonly after: LocalizedText;
    /** Last days of a time limit that begins on the day the change takes effect. */
    readonly example?: { readonly from: string; readonly before: string; readonly after: string };
  }[];
  readonly open: {
    readonly before: string;
    readonly after: string;
    readonly difference: string;
    readonly rows: readonly {
      readonly caseId: string;
      readonly number: string;
      readonly row: number;
      readonly service: LocalizedText;
      readonly step: LocalizedText;
      readonly before: LocalizedText;
      readonly after: LocalizedText;
      readonly difference?: string;
      readonly formula?: string;
    }[];
    /** Rows that are not listed one by one. */
    readonly more: number;
  };
  readonly touched: TouchedView;
}

/** One publication with both names. */
export interface PublicationView {
  readonly area: string;
  readonly areaLabel: LocalizedText;
  readonly pack: string;
  readonly label: LocalizedText;
  readonly hash: string;
  readonly effectiveFrom: string;
  readonly publishedAt: string;
  /** Who proposed and who published; neither for a pack that the program was started with. */
  readonly by?: PersonView;
  readonly approvedBy?: PersonView;
  readonly note?: string;
  readonly proposal?: string;
  readonly changes: readonly LocalizedText[];
}

/** What the tables give for a row, in words: a level, a grade, an amount. */
export interface ResultView {
  readonly id: string;
  readonly label: LocalizedText;
  readonly text: LocalizedText;
  /** The result itself; the others are steps on the way to it. */
  readonly main: boolean;
}

/** Why a row gets what it gets. */
export interface WhyView {
  readonly on: string;
  readonly status: 'ok' | 'refused' | 'manual' | 'issue';
  readonly outputs: Readonly<Record<string, string | boolean>>;
  readonly results: readonly ResultView[];
  /** The result is money. */
  readonly pays: boolean;
  /** The calculation in figures: "200 × 1.1". */
  readonly formula?: string;
  readonly matched: readonly {
    readonly table: LocalizedText;
    readonly rule: string;
    /** The row in words. */
    readonly label: LocalizedText;
    readonly then: Readonly<Record<string, string>>;
    readonly clause?: ClauseView;
    /** Instead of a clause, where the city set the figures of the row. */
    readonly citySet?: CitySetView;
  }[];
  /** The version of the tables, once a case is decided by it or would be. */
  readonly tables?: TablesView;
  readonly unmatched: readonly { readonly table: LocalizedText; readonly rule: string; readonly failed: LocalizedText }[];
  readonly reason?: { readonly code: string; readonly text: LocalizedText; readonly clause?: ClauseView };
  /** Smallest changes that alter the result. */
  readonly changes: readonly {
    readonly changes: readonly {
      readonly fact: string;
      readonly label: LocalizedText;
      readonly from?: LocalizedText;
      readonly to: LocalizedText;
    }[];
    readonly result: LocalizedText;
  }[];
  readonly issues: readonly Issue[];
  /** What can be done against it, with last days once the letter is delivered; else what its letter will say. */
  readonly remedies: LetterView['remedies'];
}

export interface ItemView {
  readonly id: string;
  readonly row: number;
  readonly name: string;
  readonly status: ItemStatus;
  readonly final: boolean;
  readonly batch?: number;
  readonly facts: readonly FactView[];
  /** While a supplement is asked for: every answer of the row as filed, numbers masked. A masked one sent back stands for what is recorded. */
  readonly answers?: Readonly<Record<string, string | boolean>>;
  /** Result of the tables now, or as decided once final. Decimal text. */
  readonly amount?: string;
  readonly result: 'ok' | 'refused' | 'manual' | 'issue';
  readonly results: readonly ResultView[];
  /** Short reason when not `ok`. */
  readonly note?: LocalizedText;
  readonly reason?: string;
  readonly clause?: ClauseView;
  readonly claim?: {
    readonly status: 'requested' | 'granted' | 'refused';
    readonly heldSince?: string;
    readonly heldByService?: LocalizedText;
  };
  readonly childCase?: string;
  readonly childNumber?: string;
  readonly entitlement?: string;
}
