import type { AttachmentRef } from '@careway/engine';

/** A draft as stored: its data is one sealed text. */
export interface StoredDraft {
  readonly id: string;
  readonly owner: string;
  readonly service: string;
  /** From 1. */
  readonly version: number;
  readonly updatedAt: string;
  readonly page?: string;
  readonly sealed: string;
  /** Keyed hashes of the people it names: erasure is by subject. */
  readonly subjects: readonly string[];
}

/** Drafts of one tenant. */
export interface DraftStore {
  list(owner: string): Promise<readonly StoredDraft[]>;
  get(id: string): Promise<StoredDraft | undefined>;
  /** Compare-and-set: `version` must be one more than the stored one (1 for a new draft). */
  put(draft: StoredDraft): Promise<boolean>;
  remove(id: string): Promise<boolean>;
  bySubject(subject: string): Promise<readonly StoredDraft[]>;
}

/** What is known of a file, and to what it belongs. */
export interface StoredBlob {
  readonly ref: AttachmentRef;
  readonly owner: string;
  readonly draft?: string;
  readonly caseId?: string;
  readonly createdAt: string;
}

/** Uploaded files of one tenant, under random names. Content is sealed by the runtime before it comes here. */
export interface BlobStore {
  put(blob: StoredBlob, bytes: Uint8Array): Promise<void>;
  get(id: string): Promise<{ readonly blob: StoredBlob; readonly bytes: Uint8Array } | undefined>;
  /** By owner of the draft or by case. */
  list(query: { readonly draft?: string; readonly caseId?: string }): Promise<readonly StoredBlob[]>;
  /** Binds a file to a case when its draft is filed. */
  attach(id: string, caseId: string): Promise<void>;
  remove(id: string): Promise<boolean>;
}
