import type { LocalizedText } from '@careway/definition';
import type { Refusal } from '@careway/engine';
import type { FactView, PersonView } from './views-basis.js';

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
