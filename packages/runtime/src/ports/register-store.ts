import type { Document } from './case-store.js';

/** Why a record is as it is: what wrote this version of it. */
export interface RecordCause {
  /** ISO instant with the tenant's offset. */
  readonly at: string;
  readonly source: 'import' | 'manual' | 'effect' | 'seed';
  /** Person. */
  readonly by?: string;
  readonly caseId?: string;
  /** Number of the act after which the case's effect was due. */
  readonly act?: number;
  /** Id of the effect: performed again it changes nothing. */
  readonly effect?: string;
  readonly reason?: string;
  /** Mark of the request or import that wrote it: sent again it changes nothing. */
  readonly request?: string;
}

/** One version of a record of a register: typed values, sensitive ones sealed. */
export interface StoredRecord {
  readonly register: string;
  readonly key: string;
  /** From 1. */
  readonly version: number;
  readonly validOn: string;
  /** Name by which it is found. */
  readonly name: string;
  /** Area path with a slash at both ends, '/' for records of the whole tenant. */
  readonly path: string;
  /** Person concerned: erasure is by subject. */
  readonly subject: string;
  /** Value of the register's status field; '' without one. */
  readonly status: string;
  /** ISO date of the last day on which it holds; '' without one. */
  readonly until: string;
  /** By indexed field: the text by which the record is found, of sealed values the keyed hash. */
  readonly indexed: Readonly<Record<string, string>>;
  readonly values: Document;
  readonly cause: RecordCause;
}

/** Conditions that a record must meet, all of them. */
export interface RecordQuery {
  /** Beginning of the name. Where a record has one of `keys`, only records with these keys are found instead. */
  readonly text?: string;
  readonly keys?: readonly string[];
  /** Prefixes of area paths; all areas when left out. */
  readonly paths?: readonly string[];
  /** Indexed fields and the text that each must have. */
  readonly match?: Readonly<Record<string, string>>;
  readonly status?: string;
  /** Holds until a day in this range, both included. */
  readonly until?: { readonly from?: string; readonly to?: string };
  readonly subject?: string;
  /** `name` when left out; `changed`: last changed first; `until`: those first that end first. */
  readonly sort?: 'name' | 'changed' | 'until';
  readonly offset: number;
  readonly limit: number;
}

/** Registers of one tenant, with every version of every record. */
export interface RegisterStore {
  get(register: string, key: string): Promise<StoredRecord | undefined>;
  /** Those of the keys that are there, by key. */
  getAll(register: string, keys: readonly string[]): Promise<ReadonlyMap<string, StoredRecord>>;
  /** Compare-and-set: `version` must be one more than the stored one (1 for a new record). False when it is not. */
  put(record: StoredRecord): Promise<boolean>;
  /** The same for many at once: each is put or not by itself; answers in their order. */
  putAll(records: readonly StoredRecord[]): Promise<readonly boolean[]>;
  find(register: string, query: RecordQuery): Promise<{ readonly records: readonly StoredRecord[]; readonly total: number }>;
  /** All versions of a record, oldest first. */
  history(register: string, key: string): Promise<readonly StoredRecord[]>;
  /** How many records there are, by status. */
  counts(
    register: string,
    query?: { readonly paths?: readonly string[] },
  ): Promise<{ readonly total: number; readonly byStatus: Readonly<Record<string, number>> }>;
  /** Records of all registers about a subject. */
  about(subject: string, limit: number): Promise<readonly StoredRecord[]>;
  /** Records and their history about a subject are removed. Answers how many records there were. */
  erase(subject: string): Promise<number>;
}
