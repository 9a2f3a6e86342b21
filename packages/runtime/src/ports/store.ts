import type { PeoplePort } from '../runtime.js';
import type { CaseStore } from './case-store.js';
import type { ClaimStore, SequenceStore } from './claim-store.js';
import type { BlobStore, DraftStore } from './draft-store.js';
import type { ImportStore } from './import-store.js';
import type { AccessLog, InboxStore, SettingsStore } from './inbox-store.js';
import type { ProposalStore } from './proposal-store.js';
import type { PublicationStore } from './publication-store.js';
import type { RegisterStore } from './register-store.js';

/** All ports of one tenant. Each unit changes by compare-and-set on its own version; nothing needs a transaction over two. */
export interface TenantStore {
  readonly cases: CaseStore;
  readonly registers: RegisterStore;
  readonly imports: ImportStore;
  readonly claims: ClaimStore;
  readonly sequences: SequenceStore;
  readonly publications: PublicationStore;
  readonly proposals: ProposalStore;
  readonly people: PeopleStore;
  readonly drafts: DraftStore;
  readonly blobs: BlobStore;
  readonly inbox: InboxStore;
  readonly access: AccessLog;
  readonly settings: SettingsStore;
}

export type PeopleStore = PeoplePort;

/** One database. Every acknowledged write survives a kill and a loss of power. */
export interface Store {
  tenant(id: string): TenantStore;
  /** After an erasure: no freed page, log or file holds an erased value any more. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/** The store cannot be used; `message` is one clear line. */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable';
  constructor(
    readonly code: 'NEWER_VERSION' | 'NOT_WRITABLE' | 'NOT_A_DATABASE' | 'DOCUMENT_TOO_LARGE',
    message: string,
  ) {
    super(message);
  }
}
