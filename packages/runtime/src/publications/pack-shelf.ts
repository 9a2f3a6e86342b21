import type { CalendarDefinition, Clause, ClauseDocument, ComposedPack, FormDefinition } from '@careway/definition';
import { type CompiledWorkflow, compileWorkflow } from '@careway/engine';
import { type FormRules, formRules } from '@careway/forms';
import { type CompiledDecision, compileDecision, factsOfDecision } from '@careway/rules';
import type { Publication, PublicationStore } from '../ports/publication-store.js';
import type { AreaTree } from './area-tree.js';
import { packFromText, packToText } from './pack-text.js';

/** The packs of one tenant: which is in force where and when, and every one that a case was ever pinned to. */
export class PackShelf {
  readonly #packs = new Map<string, ComposedPack>();
  #publications: readonly Publication[] = [];
  readonly #workflows = new Map<string, CompiledWorkflow>();
  readonly #decisions = new Map<string, CompiledDecision>();
  readonly #inForce = new Map<string, ComposedPack | undefined>();
  readonly #calendars = new Map<string, ReadonlyMap<number, CalendarDefinition>>();
  readonly #clauses = new Map<string, ReadonlyMap<string, ClauseEntry>>();

  private constructor(
    readonly store: PublicationStore,
    readonly areas: AreaTree,
  ) {}

  static async open(store: PublicationStore, areas: AreaTree): Promise<PackShelf> {
    const shelf = new PackShelf(store, areas);
    for (const { hash, text } of await store.packs()) shelf.#packs.set(hash, packFromText(text));
    shelf.#publications = await store.publications();
    return shelf;
  }

  get publications(): readonly Publication[] {
    return this.#publications;
  }

  /**
   * Binds the pack that the program was started with to an area. Nothing happens when the last start bound the same one: what people
   * published since stays in force.
   */
  async start(pack: ComposedPack, publication: Omit<Publication, 'packHash' | 'by'>): Promise<void> {
    const last = this.#publications.filter(({ area, by }) => area === publication.area && by === startedBy).at(-1);
    if (last?.packHash === pack.hash && last.effectiveFrom === publication.effectiveFrom) return;
    while (!(await this.publish(pack, { ...publication, by: startedBy }, this.#publications.length)));
  }

  /**
   * Binds a pack to an area from a day on; the pack is kept for ever.
   * @param after how many publications there were when the caller looked: false, and nothing is changed, when another came first.
   */
  async publish(pack: ComposedPack, publication: Omit<Publication, 'packHash'>, after: number): Promise<boolean> {
    await this.store.keepPack(pack.hash, packToText(pack));
    const published = await this.store.publish({ ...publication, packHash: pack.hash }, after);
    await this.refresh();
    return published;
  }

  /** Reads what was published since, by another process too. */
  async refresh(): Promise<void> {
    const publications = await this.store.publications();
    if (publications.length === this.#publications.length) return;
    const unknown = publications.some(({ packHash }) => !this.#packs.has(packHash));
    const packs = unknown ? await this.store.packs() : [];
    for (const { hash, text } of packs) if (!this.#packs.has(hash)) this.#packs.set(hash, packFromText(text));
    this.#publications = publications;
    this.#calendars.clear();
    this.#inForce.clear();
  }

  byHash(hash: string): ComposedPack | undefined {
    return this.#packs.get(hash);
  }

  /** A form of any pack ever published, by the hash of its content. */
  formByHash(hash: string): FormDefinition | undefined {
    return this.#published(hash)?.form;
  }

  /** What the computed values of that form read, from the pack that it was published in first. */
  formRules(hash: string): FormRules | undefined {
    const found = this.#published(hash);
    return found && formRules(found.pack, found.form);
  }

  #published(hash: string): { readonly pack: ComposedPack; readonly form: FormDefinition } | undefined {
    for (const pack of this.#packs.values()) {
      for (const [id, form] of pack.forms) if (pack.documentHashes.get(`form:${id}`) === hash) return { pack, form };
    }
    return undefined;
  }

  /** The pack of the narrowest area that has one in force on the day; of several the one that took effect last, published last. */
  inForce(area: string, on: string): ComposedPack | undefined {
    const key = `${area} ${on}`;
    if (!this.#inForce.has(key)) {
      if (this.#inForce.size > 2000) this.#inForce.clear();
      const found = this.publicationInForce(area, on);
      this.#inForce.set(key, found && this.#packs.get(found.packHash));
    }
    return this.#inForce.get(key);
  }

  /** The publication by which that pack is in force. @param known publications to choose from; all when left out. */
  publicationInForce(area: string, on: string, known: readonly Publication[] = this.#publications): Publication | undefined {
    return this.#candidates(area, on, known).at(-1);
  }

  /** Publications of an area and those above it that have taken effect; the one in force last. */
  #candidates(area: string, on: string, known: readonly Publication[]): readonly Publication[] {
    const path = this.areas.path(area).map(({ id }) => id);
    const rank = ({ area: where }: Publication) => path.indexOf(where);
    return known
      .filter((publication) => rank(publication) >= 0 && publication.effectiveFrom <= on)
      .map((publication, order) => ({ publication, order }))
      .sort(
        (a, b) =>
          rank(a.publication) - rank(b.publication) ||
          compare(a.publication.effectiveFrom, b.publication.effectiveFrom) ||
          a.order - b.order,
      )
      .map(({ publication }) => publication);
  }

  /** A pack that holds a decision with this content hash. */
  packOfDecision(id: string, hash: string): ComposedPack | undefined {
    return [...this.#packs.values()].find((pack) => pack.documentHashes.get(`decision:${id}`) === hash);
  }

  /** The publication with which this version of a decision came into force in an area; later ones may have carried it on. */
  publicationOfDecision(id: string, hash: string, { area, on }: { readonly area: string; readonly on: string }): Publication | undefined {
    const candidates = this.#candidates(area, on, this.#publications);
    const holds = (publication: Publication | undefined) =>
      publication !== undefined && this.#packs.get(publication.packHash)?.documentHashes.get(`decision:${id}`) === hash;
    let at = candidates.findLastIndex(holds);
    while (at > 0 && holds(candidates[at - 1])) at -= 1;
    return candidates[at];
  }

  /** The pinned workflow of a pack, compiled. @throws RangeError when the pack does not hold it. */
  workflow(packHash: string, id: string): CompiledWorkflow {
    const key = `${packHash}:${id}`;
    const known = this.#workflows.get(key);
    if (known) return known;
    const pack = this.#packs.get(packHash);
    const definition = pack?.workflows.get(id);
    if (!pack || !definition) throw new RangeError(`no workflow ${id} in pack ${packHash}`);
    const compiled = compileWorkflow(definition, { hash: pack.documentHashes.get(`workflow:${id}`) ?? pack.hash });
    this.#workflows.set(key, compiled);
    return compiled;
  }

  /** A decision of the pack in force, compiled, with its content hash. */
  decision(pack: ComposedPack, id: string): { readonly compiled: CompiledDecision; readonly hash: string } | undefined {
    const definition = pack.decisions.get(id);
    if (!definition) return undefined;
    const hash = pack.documentHashes.get(`decision:${id}`) ?? pack.hash;
    const key = `${pack.hash}:${id}`;
    const known = this.#decisions.get(key);
    if (known) return { compiled: known, hash };
    const workflow = pack.workflows.get(definition.workflow ?? '');
    const compiled = workflow
      ? compileDecision(definition, {
          facts: this.workflow(pack.hash, workflow.id).declared,
          itemFacts: this.workflow(pack.hash, workflow.id).itemDeclared,
        })
      : compileDecision(definition, factsOfDecision(definition, undefined));
    this.#decisions.set(key, compiled);
    return { compiled, hash };
  }

  clause(pack: ComposedPack, id: string): ClauseEntry | undefined {
    let entries = this.#clauses.get(pack.hash);
    if (!entries) {
      const all = [...pack.clauseDocuments.values()].flatMap((document) =>
        document.clauses.map((clause) => [clause.id, { clause, document }] as const),
      );
      entries = new Map(all);
      this.#clauses.set(pack.hash, entries);
    }
    return entries.get(id);
  }

  /** Calendars of every pack published for the area, the latest last: a year that was loaded once stays. */
  calendars(area: string): ReadonlyMap<number, CalendarDefinition> {
    const known = this.#calendars.get(area);
    if (known) return known;
    const path = this.areas.path(area).map(({ id }) => id);
    const calendars = new Map<number, CalendarDefinition>();
    for (const { area: where, packHash } of this.#publications) {
      if (!path.includes(where)) continue;
      for (const [year, calendar] of this.#packs.get(packHash)?.calendars ?? []) calendars.set(year, calendar);
    }
    this.#calendars.set(area, calendars);
    return calendars;
  }
}

/** Who publishes the pack that the program is started with. */
export const startedBy = 'system';

export interface ClauseEntry {
  readonly clause: Clause;
  readonly document: ClauseDocument;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
