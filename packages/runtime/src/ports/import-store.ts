/** An import as stored. What it holds of people is one sealed text; the file's content lies in sealed files of its own. */
export interface StoredImport {
  readonly id: string;
  readonly register: string;
  /** From 1. */
  readonly version: number;
  readonly owner: string;
  /** ISO instant with the tenant's offset. */
  readonly at: string;
  /** Area of rows that name none. */
  readonly area?: string;
  readonly kind: 'text' | 'cells';
  readonly encoding?: string;
  readonly state: 'checking' | 'checked' | 'importing' | 'done' | 'refused' | 'expired';
  readonly total?: number;
  readonly read: number;
  readonly counts: { readonly added: number; readonly changed: number; readonly same: number; readonly wrong: number };
  readonly reason?: string;
  /** Key of the request that began to write. */
  readonly commitKey?: string;
  /** File name, issues, errors and rows shown. */
  readonly sealed: string;
}

/** Imports of one tenant. */
export interface ImportStore {
  get(id: string): Promise<StoredImport | undefined>;
  /** Compare-and-set: `version` must be one more than the stored one (1 for a new import). */
  put(found: StoredImport): Promise<boolean>;
  /** Those that wait for the machine or for a person. */
  open(): Promise<readonly StoredImport[]>;
  remove(id: string): Promise<boolean>;
}

/** States in which the file is still needed. */
export const openStates: readonly StoredImport['state'][] = ['checking', 'checked', 'importing'];
