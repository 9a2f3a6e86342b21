import type { Act, Effect } from '@careway/engine';

/** JSON text or value as a store keeps it; stores never look inside. */
export type Document = Readonly<Record<string, unknown>>;

/** A line by which a case is found in a list. The runtime makes them from the state; a store only filters and sorts. */
export interface ListingRow {
  /** Name of the list, such as `task`, `case`, `mine`. */
  readonly list: string;
  /** Unique within list and case. */
  readonly id: string;
  /** For whom it is in the list, such as `role:street-clerk` or `person:p1`. */
  readonly owner: string;
  /** Area path with a slash at both ends: `/city/district/street/`. */
  readonly path: string;
  readonly service: string;
  readonly step: string;
  readonly status: string;
  /** Instant at which it is late, or ''. ISO in UTC, so that text order is time order. */
  readonly due: string;
  /** ISO in UTC. */
  readonly opened: string;
  /** In hundredths, for sorting only. */
  readonly cents: number;
  /** What the list shows; personal. */
  readonly data: Document;
}

/** One commit of a case as history keeps it. */
export interface StoredCommit {
  readonly caseId: string;
  /** Version of the case after this commit, from 1. */
  readonly version: number;
  readonly key: string;
  /** Keyed hash of the command's body. */
  readonly bodyHash: string;
  readonly at: string;
  readonly acts: readonly Act[];
  readonly effects: readonly Effect[];
  readonly reply: Document;
  /** Hash of the chain after the last act. */
  readonly head: string;
}

export interface StoredCase {
  readonly caseId: string;
  readonly version: number;
  readonly state: Document;
  readonly head: string;
  readonly nextDue?: string;
}

/** Everything that one command changes. Written all or nothing. */
export interface CaseCommit extends StoredCommit {
  /** Version the command was decided on; 0 opens the case. `version` is this plus one. */
  readonly expected: number;
  readonly state: Document;
  /** Earliest instant at which a clock of the case is due. ISO in UTC. */
  readonly nextDue?: string;
  /** Replaces all lines of the case. */
  readonly rows: readonly ListingRow[];
  /** Replaces all search terms of the case. */
  readonly terms: readonly string[];
  /** Effects whose outcome this commit records: they leave the outbox. */
  readonly settled?: readonly string[];
  /** Earlier commits rewritten by an erasure; their chain heads stay. */
  readonly rewritten?: readonly StoredCommit[];
}

export type CommitResult =
  | { readonly ok: true; readonly version: number }
  /** Another commit came first. */
  | { readonly ok: false; readonly why: 'version'; readonly current: number }
  /** A command with this key was committed before. */
  | { readonly ok: false; readonly why: 'key'; readonly commit: StoredCommit };

export interface PendingEffect {
  readonly caseId: string;
  readonly effect: Effect;
  readonly attempts: number;
  /** Not to be tried before. ISO in UTC, or ''. */
  readonly notBefore: string;
  readonly error?: string;
  readonly dead: boolean;
}

export interface ListingQuery {
  readonly list: string;
  /** Any of these; all when absent. */
  readonly owners?: readonly string[];
  /** Prefixes of area paths, any of these; all when absent. */
  readonly paths?: readonly string[];
  /** Pairs of owner and path prefix, any of which must hold; joined to the other filters. */
  readonly scopes?: readonly { readonly owner: string; readonly path: string }[];
  readonly service?: string;
  readonly step?: string;
  readonly status?: string;
  readonly dueFrom?: string;
  readonly dueBefore?: string;
  /** Cases that have a term beginning with any of these. */
  readonly terms?: readonly string[];
  readonly sort: 'due' | 'opened' | 'amount';
  readonly offset: number;
  readonly limit: number;
}

export interface ListingPage {
  readonly rows: readonly { readonly caseId: string; readonly data: Document }[];
  readonly total: number;
}

/**
 * Cases of one tenant. It knows nothing of statuses: a case is a bounded document with a version, a row of commits behind it and the
 * lines by which it is found. Instants are ISO in UTC.
 */
export interface CaseStore {
  load(caseId: string): Promise<StoredCase | undefined>;
  /** All or nothing and durable when it resolves. Compare-and-set on the version; a lost one changes nothing. */
  commit(commit: CaseCommit): Promise<CommitResult>;
  /** The commit that a command with this key made. */
  committed(key: string): Promise<StoredCommit | undefined>;
  /** Commits of a case by version, oldest first. */
  commits(caseId: string, range?: { readonly from?: number; readonly limit?: number }): Promise<readonly StoredCommit[]>;
  list(query: ListingQuery): Promise<ListingPage>;
  /** Cases with a clock due at or before the instant, earliest first. */
  due(until: string, limit: number): Promise<readonly { readonly caseId: string; readonly nextDue: string }[]>;
  /** Outbox: effects not yet settled, oldest first; of one case, or of all that may be tried at the instant, or dead ones. */
  pending(query: {
    readonly caseId?: string;
    readonly until?: string;
    readonly dead?: boolean;
    readonly limit: number;
  }): Promise<readonly PendingEffect[]>;
  /** Takes an effect without outcome out of the outbox (`done`), or notes a failed attempt. False when it is not pending. */
  note(
    effectId: string,
    outcome: 'done' | { readonly attempts: number; readonly notBefore: string; readonly error?: string; readonly dead: boolean },
  ): Promise<boolean>;
  /** Case ids by a term that begins so. */
  find(term: string, limit: number): Promise<readonly string[]>;
  /** All case ids in the order of opening. */
  ids(query: { readonly after?: string; readonly limit: number }): Promise<readonly string[]>;
  counts(): Promise<{ readonly cases: number; readonly pending: number; readonly dead: number; readonly armed: number }>;
}
