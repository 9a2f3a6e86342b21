/** A chain of packs bound to an area from a day on. */
export interface Publication {
  readonly area: string;
  readonly packHash: string;
  /** ISO date. */
  readonly effectiveFrom: string;
  readonly publishedAt: string;
  readonly by: string;
  readonly approvedBy?: string;
  readonly note?: string;
}

/** Publications of one tenant and the composed packs that cases are pinned to, by hash, for ever. */
export interface PublicationStore {
  publish(publication: Publication): Promise<void>;
  /** In the order of publishing. */
  publications(): Promise<readonly Publication[]>;
  /** Keeps a composed pack as text; the same hash again changes nothing. */
  keepPack(hash: string, text: string): Promise<void>;
  packs(): Promise<readonly { readonly hash: string; readonly text: string }[]>;
}
