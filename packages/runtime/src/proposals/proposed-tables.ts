import type { ComposedPack } from '@careway/definition';
import type { DecideContext } from '@careway/engine';
import { CompiledPack } from '@careway/proof';
import type { Publication } from '../ports/publication-store.js';
import type { PackShelf } from '../publications/pack-shelf.js';

export interface ProposedTablesInput {
  readonly shelf: PackShelf;
  readonly area: string;
  readonly effectiveFrom: string;
  readonly composed: ComposedPack;
}

/** The tables that would be in force if a proposal were published now. */
export class ProposedTables {
  readonly compiled: CompiledPack;
  readonly #imagined: Publication;

  constructor(readonly input: ProposedTablesInput) {
    this.compiled = new CompiledPack(input.composed);
    const { area, effectiveFrom, composed } = input;
    this.#imagined = { area, effectiveFrom, packHash: composed.hash, publishedAt: '', by: '' };
  }

  /** Whether the proposal would decide in an area on a legal date. */
  reaches(area: string, on: string): boolean {
    const { shelf } = this.input;
    return shelf.publicationInForce(area, on, [...shelf.publications, this.#imagined]) === this.#imagined;
  }

  /** The day on which another publication of the area takes over. */
  get until(): string | undefined {
    const { shelf, area, effectiveFrom } = this.input;
    const later = shelf.publications.filter((known) => known.area === area && known.effectiveFrom > effectiveFrom);
    return later.map((known) => known.effectiveFrom).sort()[0];
  }

  /** A context whose decisions are those of the proposal where it reaches. */
  context(area: string, ctx: DecideContext): DecideContext {
    const { decision } = this.compiled.context();
    return { ...ctx, decision: (id, on) => (this.reaches(area, on) ? decision(id, on) : undefined) ?? ctx.decision(id, on) };
  }
}
