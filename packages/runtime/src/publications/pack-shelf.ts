import type { CalendarDefinition, Clause, ClauseDocument, ComposedPack, FormDefinition } from '@careway/definition';
import { type CompiledWorkflow, compileWorkflow } from '@careway/engine';
import { type FormRules, formRules } from '@careway/forms';
import { type CompiledDecision, compileDecision, declareFacts } from '@careway/rules';
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

  /** Binds a pack to an area from a day on; the pack is kept for ever. The same binding again changes nothing. */
  async publish(pack: ComposedPack, publication: Omit<Publication, 'packHash'>): Promise<boolean> {
    const same = (known: Publication) =>
      known.area === publication.area && known.packHash === pack.hash && known.effectiveFrom === publication.effectiveFrom;
    const latest = this.#publications.filter(({ area }) => area === publication.area).at(-1);
    if (latest && same(latest)) return false;
    await this.store.keepPack(pack.hash, packToText(pack));
    await this.store.publish({ ...publication, packHash: pack.hash });
    this.#packs.set(pack.hash, pack);
    this.#publications = await this.store.publications();
    this.#calendars.clear();
    this.#inForce.clear();
    return true;
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
      this.#inForce.set(key, this.#chooseInForce(area, on));
    }
    return this.#inForce.get(key);
  }

  #chooseInForce(area: string, on: string): ComposedPack | undefined {
    const path = this.areas.path(area).map(({ id }) => id);
    const rank = ({ area: where }: Publication) => path.indexOf(where);
    const found = this.#publications
      .filter((publication) => rank(publication) >= 0 && publication.effectiveFrom <= on)
      .sort((a, b) => rank(a) - rank(b) || compare(a.effectiveFrom, b.effectiveFrom) || compare(a.publishedAt, b.publishedAt))
      .at(-1);
    return found && this.#packs.get(found.packHash);
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
    const workflow = pack.workflows.get(definition.workflow);
    const compiled = workflow
      ? compileDecision(definition, {
          facts: this.workflow(pack.hash, workflow.id).declared,
          itemFacts: this.workflow(pack.hash, workflow.id).itemDeclared,
        })
      : compileDecision(definition, { facts: declareFacts([]) });
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

export interface ClauseEntry {
  readonly clause: Clause;
  readonly document: ClauseDocument;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
