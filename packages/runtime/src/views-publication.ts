import type { Issue, LocalizedText } from '@careway/definition';
import type { Refusal } from '@careway/engine';
import type { BasisView, ClauseView, PersonView } from './views-basis.js';

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
