/** JSON as acts and states hold it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * An identity or phone number as the engine sees it: never in clear. The runtime seals it before `decide`; `key` is a keyed hash
 * (equal numbers, equal keys), `hint` what may be shown to anyone who may see the case.
 */
export interface SealedValue {
  readonly sealed: string;
  readonly key: string;
  readonly hint: string;
}

/** A fact's value: boolean, decimal text, text, code, ISO date or month, or sealed. */
export type FactScalar = boolean | string | SealedValue;

/** Where a value came from and since when it holds. */
export interface FactValue {
  /** Absent when erased. */
  readonly value?: FactScalar;
  readonly erased?: true;
  readonly source: {
    readonly kind:
      | 'submission'
      | 'register'
      | 'derived'
      | 'system'
      | 'action'
      | 'sheets'
      | 'decision'
      | 'default'
      | 'correction'
      | 'inherited';
    readonly register?: string;
    readonly key?: string;
    readonly version?: number;
    /** It tells about whoever filed, where the case is about somebody else. */
    readonly filer?: true;
  };
  /** ISO date. */
  readonly validOn: string;
  /** ISO instant. */
  readonly recordedAt: string;
}

/** A personal value inside an act: the chain hashes SHA-256(salt ‖ canonical value), so the value can be erased. */
export interface Slot {
  /** Whom it concerns: an opaque id. Erasure is by subject. */
  readonly subject: string;
  readonly salt: string;
  /** Absent when erased. */
  readonly value?: Json;
  readonly commitment: string;
}
