import type { ProposedChange } from './ports/proposal-store.js';
import type { Reply } from './runtime.js';
import type { ChecksView, PackInForceView, ParametersView, PreviewView, ProposalRow, ProposalView, PublicationView } from './views.js';

/** What a proposer saves of a proposal. */
export interface ProposalEdit {
  /** ISO date, or '' while it is not known. */
  readonly effectiveFrom: string;
  readonly note: string;
  readonly changes: readonly ProposedChange[];
}

/**
 * Standards and day counts of the areas that a viewer administers, and the way on which they are changed: proposed by one administrator,
 * published by another. Nothing here is found by others; auditors read the history.
 */
export interface PublicationDesk {
  packs(): Promise<readonly PackInForceView[]>;
  /** Figures of the pack that is in force for an area on a day, today when left out. */
  parameters(area: string, on?: string): Promise<ParametersView | undefined>;
  /** Every publication of the areas, the newest first. */
  history(): Promise<readonly PublicationView[]>;
  proposals(): Promise<readonly ProposalRow[]>;
  proposal(id: string): Promise<ProposalView | undefined>;
  /** The same key gives the same proposal. */
  create(area: string, options: { readonly idempotencyKey: string }): Promise<Reply<ProposalView>>;
  save(id: string, edit: ProposalEdit, ifVersion: number): Promise<Reply<ProposalView>>;
  /** Composes, analyses and runs the scenarios; tells whom the change reaches. */
  checks(id: string): Promise<Reply<ChecksView>>;
  /** What changes for example facts and for open cases. */
  preview(id: string): Promise<Reply<PreviewView>>;
  /** @param acknowledged scenarios whose other outcome the proposer has seen. */
  submit(id: string, acknowledged: readonly string[], ifVersion: number): Promise<Reply<ProposalView>>;
  publish(id: string, note: string, ifVersion: number): Promise<Reply<ProposalView>>;
  reject(id: string, reason: string, ifVersion: number): Promise<Reply<ProposalView>>;
  withdraw(id: string, ifVersion: number): Promise<Reply<ProposalView>>;
  /** Back to a draft, on what is in force now. */
  revise(id: string, ifVersion: number): Promise<Reply<ProposalView>>;
}
