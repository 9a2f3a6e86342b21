/** Who holds a claim. */
export interface ClaimHolder {
  /** Case and item that asked. */
  readonly caseId: string;
  readonly item: string;
  readonly service: string;
  readonly since: string;
}

/** Unique keys of one tenant, raced by cases. */
export interface ClaimStore {
  /** Gives the claim to the first that asks; asking again for the same case and item is granted again. Answers the holder. */
  take(claim: string, key: string, holder: ClaimHolder): Promise<ClaimHolder>;
  /** Gives it back when this case and item hold it; else nothing happens. */
  release(claim: string, key: string, holder: { readonly caseId: string; readonly item: string }): Promise<void>;
  holder(claim: string, key: string): Promise<ClaimHolder | undefined>;
  /** Hands it on from one case and item to another; `since` and service stay. Nothing happens when the first does not hold it. */
  pass(
    claim: string,
    key: string,
    way: {
      readonly from: { readonly caseId: string; readonly item: string };
      readonly to: { readonly caseId: string; readonly item: string };
    },
  ): Promise<void>;
}

/** Number sequences of one tenant. */
export interface SequenceStore {
  /** The number for this request: counted up from 1 per sequence and scope, the same again for the same request. Not promised gap-free. */
  next(sequence: string, scope: string, request: string): Promise<number>;
}
