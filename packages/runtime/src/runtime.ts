import type { ComposedPack, FormDefinition, Issue, LocalizedText } from '@careway/definition';
import type { FormRules } from '@careway/forms';
import type { Act, AttachmentRef, Refusal } from '@careway/engine';
import type { ScopedRegisters } from './runtime-registers.js';
import type { ScheduleStatus } from './schedules/schedule-runner.js';
import type { PublicationDesk } from './publication-desk.js';
import type {
  CandidatesView,
  CaseRow,
  CaseView,
  DraftCheck,
  DraftView,
  HistoryView,
  InboxMessage,
  LetterText,
  LogRow,
  NamedChoice,
  Page,
  PrintSheet,
  PublicityView,
  ReceiptView,
  TrackView,
  WhyView,
  WorklistRow,
} from './views.js';

/** Who looks or acts. Every query is made for a viewer, and scope is checked here and nowhere else. */
export type Viewer =
  | {
      readonly kind: 'person';
      readonly id: string;
      readonly name: string;
      readonly roles: readonly { readonly role: string; readonly area: string }[];
      /** Organisations (facility register keys) for which the person is an agent. */
      readonly organisations: readonly { readonly key: string; readonly name: string }[];
    }
  | { readonly kind: 'public' };

/** What a person sends to a case. Plain JSON; sensitive values in clear, sealed by the runtime. */
export type CaseCommand =
  | {
      readonly type: 'TakeAction';
      readonly step: string;
      readonly action: string;
      readonly effectiveOn?: string;
      readonly opinion?: string;
      readonly reason?: string;
      readonly clause?: string;
      readonly attachments?: readonly string[];
      readonly to?: string;
      readonly seat?: string;
      readonly items?: readonly string[];
      readonly outcome?: 'approve' | 'hold' | 'refuse' | 'reopen';
      readonly amount?: string;
      readonly list?: readonly { readonly what: string; readonly why: string }[];
      readonly objector?: { readonly name: string; readonly phone?: string };
      readonly letter?: string;
      readonly method?: 'hand' | 'post' | 'electronic' | 'public-notice';
      readonly receipt?: string;
      /** Number printed on the receipt of a letter. */
      readonly receiptFor?: string;
      /** Answers of the action's form. */
      readonly answers?: Readonly<Record<string, unknown>>;
      readonly assignments?: readonly { readonly seat: string; readonly person: string }[];
    }
  | {
      readonly type: 'FileSupplement';
      readonly data: Readonly<Record<string, unknown>>;
      readonly attachments?: readonly string[];
      readonly effectiveOn?: string;
    }
  | { readonly type: 'TakeTask'; readonly task: string }
  | { readonly type: 'ReleaseTask'; readonly task: string }
  | {
      readonly type: 'RequestProcedure';
      readonly procedure: string;
      readonly clock?: string;
      readonly days?: number;
      readonly step?: string;
      readonly seat?: string;
      readonly substitute?: string;
      readonly batch?: number;
      readonly clause?: string;
      readonly reason: string;
    }
  | {
      readonly type: 'CorrectFact';
      readonly fact: string;
      readonly item?: string;
      readonly value: string | boolean;
      /** Number of the act whose value is wrong. */
      readonly supersedes: number;
      readonly reason: string;
      readonly attachments?: readonly string[];
    }
  | { readonly type: 'VoteProcedure'; readonly id: string; readonly vote: 'for' | 'against' | 'abstain'; readonly seat?: string };

/** A refusal of the engine, or of the publication of packs. */
export type AnyRefusal = Omit<Refusal, 'code'> & { readonly code: string };

/** Outcome of anything that writes. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T; readonly replayed: boolean }
  /** `issues`: where in what was sent the reason lies. */
  | { readonly ok: false; readonly kind: 'refused'; readonly refusal: AnyRefusal; readonly issues?: readonly Issue[] }
  | { readonly ok: false; readonly kind: 'issues'; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly kind: 'not-found' }
  /** `current` is the version now; `since` tells who did what since the caller's version. */
  | { readonly ok: false; readonly kind: 'version-conflict'; readonly current: number; readonly since: LocalizedText }
  | { readonly ok: false; readonly kind: 'key-reused' };

export interface WriteOptions {
  readonly idempotencyKey: string;
  /** Version the caller saw; a commit by another in between is a conflict. */
  readonly ifVersion?: number;
}

export interface WorklistQuery {
  readonly view: 'todo' | 'done' | 'started';
  readonly service?: string;
  readonly step?: string;
  readonly area?: string;
  readonly level?: 'due-soon' | 'overdue' | 'paused' | 'in-time';
  readonly text?: string;
  readonly sort?: 'due' | 'opened' | 'amount';
  readonly cursor?: string;
  readonly limit?: number;
}

export interface CaseQuery {
  /** Number, name (surname at least) or a whole identity number. */
  readonly text?: string;
  readonly service?: string;
  readonly status?: 'open' | 'closed';
  readonly cursor?: string;
  readonly limit?: number;
}

/** Somebody named in a case: the person of a row, a party, who filed an objection, an agent of a party; else who filed the case. */
export interface WhomToErase {
  readonly caseId: string;
  readonly item?: string;
  /** Party id of the workflow. */
  readonly party?: string;
  /** Number of the act by which the objection was filed. */
  readonly objection?: number;
  /** Id of the person who acts for a party. */
  readonly agent?: string;
}

/** A document of a case for paper. */
export type PrintRequest =
  | { readonly document: 'letter' | 'delivery-receipt'; readonly letter: string }
  | { readonly document: 'approval-form' | 'receipt' };

/** Everything one viewer may do in one tenant. Another area's case is `not-found`. */
export interface ScopedTenant {
  fileCase(
    input: {
      service: string;
      draft?: string;
      data?: Readonly<Record<string, unknown>>;
      attachments?: readonly string[];
      area?: string;
      /** For whom it is filed, where that is somebody else. */
      onBehalfOf?: string;
      /** How it reached the office; staff only. */
      channel?: 'counter' | 'paper' | 'telephone';
      filedOn?: string;
    },
    options: WriteOptions,
  ): Promise<Reply<ReceiptView>>;
  command(caseId: string, command: CaseCommand, options: WriteOptions): Promise<Reply<CaseView>>;
  /** Letters as they would go out by this command; nothing is recorded. For staff. */
  previewLetters(caseId: string, command: CaseCommand): Promise<Reply<readonly LetterText[]>>;
  case(caseId: string): Promise<CaseView | undefined>;
  why(caseId: string, item: string): Promise<WhyView | undefined>;
  /** Who might be named for the seats of an assignment, or take the seat of a member who is recused. Colleagues of the case only. */
  candidates(
    caseId: string,
    query: { readonly step: string; readonly action: string } | { readonly step: string; readonly procedure: string },
  ): Promise<CandidatesView | undefined>;
  /** Acts of the case, or of one row and the case. */
  history(caseId: string, options?: { readonly item?: string }): Promise<HistoryView | undefined>;
  letter(caseId: string, letter: string): Promise<LetterText | undefined>;
  receipt(caseId: string): Promise<ReceiptView | undefined>;
  /** A document of the case for paper; entered in the access log. The approval form is for staff. */
  print(caseId: string, wanted: PrintRequest): Promise<PrintSheet | undefined>;
  /** Whole identity and phone numbers of one row; entered in the access log. */
  reveal(caseId: string, item: string | undefined, why: string): Promise<Readonly<Record<string, string>> | undefined>;
  worklist(query: WorklistQuery): Promise<Page<WorklistRow>>;
  cases(query: CaseQuery): Promise<Page<CaseRow>>;
  /** Cases the viewer filed, or filed by an organisation they are agent of. */
  myCases(query: { cursor?: string; limit?: number }): Promise<Page<CaseRow>>;
  inbox(query: { cursor?: string; limit?: number }): Promise<Page<InboxMessage>>;
  markRead(message: string): Promise<boolean>;
  /** `text`: whom it tells of, by whole name, identity number or key of an organisation. */
  accessLog(query: { subject?: string; caseId?: string; text?: string; cursor?: string; limit?: number }): Promise<Page<LogRow>>;
  /** Erases every personal value about somebody, everywhere; the chain stays verifiable. Administrators only. */
  erase(whom: WhomToErase, options: WriteOptions & { reason: string }): Promise<Reply<{ readonly erased: number }>>;

  drafts: {
    list(): Promise<readonly DraftView[]>;
    create(service: string): Promise<DraftView>;
    get(id: string): Promise<DraftView | undefined>;
    /** `ifVersion` missing = last writer wins is not offered: a stale save is a conflict that returns both. */
    save(id: string, change: { data: Readonly<Record<string, unknown>>; page?: string }, ifVersion: number): Promise<Reply<DraftView>>;
    check(id: string, options?: { readonly why?: boolean }): Promise<DraftCheck | undefined>;
    remove(id: string): Promise<boolean>;
  };
  attachments: {
    /** Type is detected from the content; name is kept for display only. */
    put(input: {
      readonly draft?: string;
      readonly caseId?: string;
      readonly field: string;
      readonly name: string;
      readonly bytes: Uint8Array;
    }): Promise<Reply<AttachmentRef>>;
    get(id: string): Promise<{ readonly ref: AttachmentRef; readonly bytes: Uint8Array } | undefined>;
    remove(id: string): Promise<boolean>;
  };
  readonly publications: PublicationDesk;
  readonly registers: ScopedRegisters;
  /** Known values to prefill a form with, each with its source. */
  prefill(service: string): Promise<Readonly<Record<string, { readonly value: string; readonly source: LocalizedText }>>>;
}

export interface PublicTenant {
  publicity(): Promise<readonly PublicityView[]>;
  publicityOf(caseId: string): Promise<PublicityView | undefined>;
  object(
    caseId: string,
    input: {
      readonly step: string;
      readonly action: string;
      readonly items: readonly string[];
      readonly reason: string;
      readonly objector: { readonly name: string; readonly phone: string };
    },
    options: WriteOptions,
  ): Promise<Reply<{ readonly receivedOn: string }>>;
  /** Files a case of a service that asks for no account, with a name or without; the receipt holds number and tracking code. */
  file(
    input: {
      readonly service: string;
      readonly data: Readonly<Record<string, unknown>>;
      readonly area?: string;
    },
    options: WriteOptions,
  ): Promise<Reply<ReceiptView>>;
  /** Organisations that the form of such a service can name; `undefined` for a service that asks for an account. */
  named(service: string, query: { readonly text?: string; readonly area?: string }): Promise<readonly NamedChoice[] | undefined>;
  track(number: string, code: string): Promise<TrackView | undefined>;
  /** What somebody who filed without an account does later, by number and code. */
  act(
    track: { readonly number: string; readonly code: string },
    command: {
      readonly step: string;
      readonly action: string;
      readonly answers?: Readonly<Record<string, unknown>>;
      readonly reason?: string;
    },
    options: WriteOptions,
  ): Promise<Reply<TrackView>>;
}

/** The tenant's clock: real, or a training clock that is stored, ticks and only moves forward. */
export interface TenantClock {
  /** ISO instant with the tenant's offset. */
  now(): string;
  readonly training: boolean;
  /** Training only: to the next working day at 09:00, or to the next due instant of any clock. The due loop does the rest. */
  advance(
    to: 'next-working-day' | 'next-deadline' | { readonly instant: string },
  ): Promise<{ readonly now: string; readonly fired: number }>;
}

export interface TenantRuntime {
  readonly id: string;
  readonly label: LocalizedText;
  readonly clock: TenantClock;
  /** Composed pack in force for an area on a day (ISO), or on the clock's today. */
  packFor(area: string, on?: string): ComposedPack;
  packByHash(hash: string): ComposedPack | undefined;
  /** Form of any publication, in force or not, by content hash: submissions keep the form of their day. */
  formByHash?(hash: string): FormDefinition | undefined;
  /** What the computed values of that form read, from the pack that it was published in. */
  formRules?(hash: string): FormRules | undefined;
  areas(): readonly { readonly id: string; readonly parent?: string; readonly level: string; readonly label: LocalizedText }[];
  as(viewer: Viewer): ScopedTenant;
  readonly public: PublicTenant;
  /** Fires due clocks and performs pending effects until none is left; the server calls it on a timer. */
  tick(): Promise<{ readonly fired: number; readonly opened: number; readonly performed: number; readonly failed: number }>;
  people: PeoplePort;
  /** Raw acts, for verification and export. */
  acts(caseId: string): Promise<readonly Act[]>;
  operations(): Promise<{
    readonly pendingEffects: number;
    readonly deadLetters: readonly {
      readonly id: string;
      readonly caseId: string;
      readonly kind: string;
      readonly attempts: number;
      readonly error: string;
    }[];
    readonly armedClocks: number;
    readonly nextDue?: string;
    readonly cases: number;
    readonly schedules: readonly ScheduleStatus[];
  }>;
  retryEffect(id: string): Promise<boolean>;
}

/** People and sessions are live data of the tenant. Passwords are hashed by the server; this port only stores. */
export interface PeoplePort {
  byLogin(login: string): Promise<PersonRecord | undefined>;
  byId(id: string): Promise<PersonRecord | undefined>;
  list(): Promise<readonly PersonRecord[]>;
  put(person: PersonRecord): Promise<void>;
  putSession(session: {
    readonly tokenHash: string;
    readonly personId: string;
    readonly csrf: string;
    readonly expiresAt: number;
  }): Promise<void>;
  session(tokenHash: string): Promise<{ readonly personId: string; readonly csrf: string; readonly expiresAt: number } | undefined>;
  dropSession(tokenHash: string): Promise<void>;
  /** Drops sessions that expired before an instant, in milliseconds since 1970; tells how many. */
  purgeSessions(before: number): Promise<number>;
}

export interface PersonRecord {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly roles: readonly { readonly role: string; readonly area: string }[];
  readonly organisations: readonly { readonly key: string; readonly name: string }[];
}

export interface Careway {
  tenant(id: string): TenantRuntime | undefined;
  tenants(): readonly TenantRuntime[];
  close(): Promise<void>;
}
