import type { Document } from './case-store.js';

/** A record of a register: typed values with a version, sensitive ones sealed. */
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
  readonly values: Document;
}

/** Registers of one tenant, with the history of every record. */
export interface RegisterStore {
  get(register: string, key: string): Promise<StoredRecord | undefined>;
  /** Compare-and-set: `version` must be one more than the stored one (1 for a new record). False when it is not. */
  put(record: StoredRecord): Promise<boolean>;
  /** Many new records at once; those whose key is there are left alone. Answers how many were added. */
  seed(records: readonly StoredRecord[]): Promise<number>;
  list(
    register: string,
    query: {
      readonly text?: string;
      readonly keys?: readonly string[];
      readonly paths?: readonly string[];
      readonly offset: number;
      readonly limit: number;
    },
  ): Promise<{ readonly records: readonly StoredRecord[]; readonly total: number }>;
  /** Records and their history about a subject are removed. Answers how many records there were. */
  erase(subject: string): Promise<number>;
}
