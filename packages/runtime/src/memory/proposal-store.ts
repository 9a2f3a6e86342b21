import type { ProposalStore, StoredProposal } from '../ports/proposal-store.js';

/** Proposals in memory. */
export class MemoryProposalStore implements ProposalStore {
  readonly #proposals = new Map<string, StoredProposal>();

  async get(id: string): Promise<StoredProposal | undefined> {
    return this.#proposals.get(id);
  }

  async put(proposal: StoredProposal): Promise<boolean> {
    const before = this.#proposals.get(proposal.id)?.version ?? 0;
    if (proposal.version !== before + 1) return false;
    this.#proposals.set(proposal.id, proposal);
    return true;
  }

  async list(): Promise<readonly StoredProposal[]> {
    return [...this.#proposals.values()].reverse();
  }
}
