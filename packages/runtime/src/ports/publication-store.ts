/** A chain of packs bound to an area from a day on. */
export interface Publication {
  readonly area: string;
  readonly packHash: string;
  /** ISO date. */
  readonly effectiveFrom: string;
  readonly publishedAt: string;
  /** Who proposed it: id of a person, or `system` for a pack that the program was started with. */
  readonly by: string;
  readonly approvedBy?: string;
  readonly note?: string;
  /** The proposal that it carries out. */
  readonly proposal?: string;
}

/** Publications of one tenant and the composed packs that cases are pinned to, by hash, for ever. */
export interface PublicationStore {
  /** Compare-and-set on the list: false, and nothing is kept, when there are not exactly `after` publications before it. */
  publish(publication: Publication, after: number): Promise<boolean>;
  /** In the order of publishing. */
  publications(): Promise<readonly Publication[]>;
  /** Keeps a composed pack as text; the same hash again changes nothing. */
  keepPack(hash: string, text: string): Promise<void>;
  packs(): Promise<readonly { readonly hash: string; readonly text: string }[]>;
}
