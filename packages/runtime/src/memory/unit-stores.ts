import type { ClaimHolder, ClaimStore, SequenceStore } from '../ports/claim-store.js';
import type { Publication, PublicationStore } from '../ports/publication-store.js';

/** Claims in memory. */
export class MemoryClaimStore implements ClaimStore {
  readonly #held = new Map<string, ClaimHolder>();

  async take(claim: string, key: string, holder: ClaimHolder): Promise<ClaimHolder> {
    const id = `${claim}\n${key}`;
    const held = this.#held.get(id) ?? { ...holder };
    this.#held.set(id, held);
    return { ...held };
  }

  async release(claim: string, key: string, { caseId, item }: { caseId: string; item: string }): Promise<void> {
    const held = this.#held.get(`${claim}\n${key}`);
    if (held?.caseId === caseId && held.item === item) this.#held.delete(`${claim}\n${key}`);
  }

  async holder(claim: string, key: string): Promise<ClaimHolder | undefined> {
    return this.#held.get(`${claim}\n${key}`);
  }

  async pass(claim: string, key: string, { from, to }: Parameters<ClaimStore['pass']>[2]): Promise<void> {
    const held = this.#held.get(`${claim}\n${key}`);
    if (held?.caseId === from.caseId && held.item === from.item) this.#held.set(`${claim}\n${key}`, { ...held, ...to });
  }
}

/** Sequences in memory. */
export class MemorySequenceStore implements SequenceStore {
  readonly #last = new Map<string, number>();
  readonly #given = new Map<string, number>();

  async next(sequence: string, scope: string, request: string): Promise<number> {
    const given = this.#given.get(request);
    if (given !== undefined) return given;
    const number = (this.#last.get(`${sequence}\n${scope}`) ?? 0) + 1;
    this.#last.set(`${sequence}\n${scope}`, number);
    this.#given.set(request, number);
    return number;
  }
}

/** Publications in memory. */
export class MemoryPublicationStore implements PublicationStore {
  readonly #publications: Publication[] = [];
  readonly #packs = new Map<string, string>();

  async publish(publication: Publication, after: number): Promise<boolean> {
    if (this.#publications.length !== after) return false;
    this.#publications.push({ ...publication });
    return true;
  }

  async publications(): Promise<readonly Publication[]> {
    return [...this.#publications];
  }

  async keepPack(hash: string, text: string): Promise<void> {
    if (!this.#packs.has(hash)) this.#packs.set(hash, text);
  }

  async packs() {
    return [...this.#packs].map(([hash, text]) => ({ hash, text }));
  }
}
