/** One figure that a proposal changes, as it was typed. */
export interface ProposedChange {
  /** Address of the figure in the pack, such as `cell:<decision>/<table>/<row>/then/<column>`. */
  readonly parameter: string;
  /** As typed: a draft keeps what is not right yet. */
  readonly value: string;
  /** Content hash of the node that the proposer saw. */
  readonly expects: string;
  /** Clause whose quote holds the new figure; the city's own decision when left out. */
  readonly clause?: string;
  /** On what ground the city sets it. */
  readonly note?: string;
}

export type ProposalStatus = 'draft' | 'submitted' | 'published' | 'rejected' | 'withdrawn';

/** One thing that was done with a proposal. */
export interface ProposalEvent {
  readonly at: string;
  /** Id of a person. */
  readonly by: string;
  readonly what: 'created' | 'submitted' | 'revised' | 'published' | 'rejected' | 'withdrawn';
  readonly note?: string;
}

/** Changes to the pack of an area that wait for a second person. */
export interface StoredProposal {
  readonly id: string;
  /** From 1. */
  readonly version: number;
  readonly area: string;
  /** Hash of the pack that the changes were written against. */
  readonly base: string;
  readonly status: ProposalStatus;
  /** ISO date; '' while it is not known. */
  readonly effectiveFrom: string;
  readonly note: string;
  readonly changes: readonly ProposedChange[];
  /** Scenarios whose other outcome the proposer has seen and wants. */
  readonly acknowledged: readonly string[];
  /** Id of the person who proposes. */
  readonly by: string;
  readonly updatedAt: string;
  readonly events: readonly ProposalEvent[];
}

/** Proposals of one tenant. */
export interface ProposalStore {
  get(id: string): Promise<StoredProposal | undefined>;
  /** Compare-and-set: `version` must be one more than the stored one (1 for a new proposal). False when it is not. */
  put(proposal: StoredProposal): Promise<boolean>;
  /** All, the newest first. */
  list(): Promise<readonly StoredProposal[]>;
}
