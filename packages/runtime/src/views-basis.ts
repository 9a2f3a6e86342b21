import type { LocalizedText } from '@careway/definition';

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
