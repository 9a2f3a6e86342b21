import type { LocalizedText } from '@careway/definition';

export interface StoredMessage {
  /** Effect and person: the same message again changes nothing. */
  readonly id: string;
  readonly person: string;
  readonly at: string;
  readonly caseId: string;
  readonly number?: string;
  readonly text: LocalizedText;
  readonly letter?: string;
  readonly read: boolean;
}

/** In-app messages of one tenant. */
export interface InboxStore {
  put(message: StoredMessage): Promise<void>;
  /** Newest first. */
  list(
    person: string,
    query: { readonly offset: number; readonly limit: number },
  ): Promise<{ readonly messages: readonly StoredMessage[]; readonly total: number }>;
  byCase(caseId: string): Promise<readonly StoredMessage[]>;
  markRead(person: string, id: string): Promise<boolean>;
  /** Messages of a case are removed. */
  erase(caseId: string): Promise<number>;
}

export interface AccessEntry {
  readonly at: string;
  readonly person: string;
  /** Case looked at. */
  readonly caseId?: string;
  /** Record or, without a key, register looked at. */
  readonly record?: { readonly register: string; readonly key?: string };
  /** Opaque id of the person looked at; absent for the whole case. */
  readonly subject?: string;
  readonly what: string;
  readonly why?: string;
}

/** Who looked at whose file. Append only; of an erased person's name nothing stays in the reasons given. */
export interface AccessLog {
  add(entry: AccessEntry): Promise<void>;
  /** Newest first. */
  list(query: {
    readonly subject?: string;
    readonly caseId?: string;
    /** Whole cases that tell of somebody, and what was looked at of them under one of these ids. */
    readonly about?: { readonly subjects: readonly string[]; readonly cases: readonly string[] };
    readonly offset: number;
    readonly limit: number;
  }): Promise<{ readonly entries: readonly AccessEntry[]; readonly total: number }>;
  /** Takes away reasons in which one of these texts stands. Answers how many. */
  forget(texts: readonly string[]): Promise<number>;
}

/** Small named values of one tenant, such as the offset of its training clock. */
export interface SettingsStore {
  get(name: string): Promise<string | undefined>;
  set(name: string, value: string): Promise<void>;
}
