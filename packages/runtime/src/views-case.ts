import type { LocalizedText } from '@careway/definition';
import type { AttachmentRef, CaseEnding, ItemStatus, Refusal } from '@careway/engine';
import type { ClauseView, ClockView, FactView, PersonView } from './views-basis.js';
import type { LetterView } from './views-letter.js';
import type {
  CorrectionsView,
  PartyView,
  ProcedureView,
  RecordWriteView,
  RecusalView,
  RequestableView,
  SeatView,
  SheetView,
} from './views-procedure.js';
import type { ItemView } from './views-row.js';

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
