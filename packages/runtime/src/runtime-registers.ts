import type { Issue, LocalizedText } from '@careway/definition';
import type { RegisterRefusal } from './registers/register-messages.js';
import type { ImportView, Page, RecordDifference, RecordRow, RecordVersionView, RecordView, RegisterView } from './views.js';
import type { Reply, WriteOptions } from './runtime.js';

export interface RecordListQuery {
  /** Beginning of the name, whole key or whole identity number. */
  readonly text?: string;
  readonly status?: string;
  /** Values of indexed fields. */
  readonly match?: Readonly<Record<string, string>>;
  /** Last day is over, or within so many days. */
  readonly expires?: 'past' | '30' | '90';
  readonly sort?: 'name' | 'changed' | 'until';
  readonly cursor?: string;
  readonly limit?: number;
}

/** What a person writes into a record: new values by field, `null` takes one away; a masked number means "as it is". */
export interface RecordInput {
  readonly values: Readonly<Record<string, unknown>>;
  /** Area in which the record lies from now on. */
  readonly area?: string;
  readonly reason: string;
  /** Day from which it holds, today when left out. */
  readonly validOn?: string;
}

type Refused = { readonly ok: false; readonly kind: 'refused'; readonly refusal: RegisterRefusal; readonly issues?: undefined };

/** Outcome of a write to a register. `record-conflict`: somebody changed it since, with both sides. */
export type RegisterReply<T> =
  | Exclude<Reply<T>, { readonly kind: 'refused' } | { readonly kind: 'version-conflict' }>
  | Refused
  | {
      readonly ok: false;
      readonly kind: 'record-conflict';
      readonly current: number;
      readonly since: LocalizedText;
      readonly differences: readonly RecordDifference[];
    };

/** A file to import: text as it came, in pieces, or the cells of a spreadsheet. */
export interface ImportInput {
  readonly name: string;
  /** Area of rows that name none. */
  readonly area?: string;
  readonly content:
    | { readonly kind: 'text'; readonly bytes: AsyncIterable<Uint8Array> }
    | { readonly kind: 'cells'; readonly rows: AsyncIterable<readonly (readonly unknown[])[]> }
    | { readonly kind: 'unreadable'; readonly issues: readonly Issue[] };
}

/** A row of an export: words by field, everything personal masked. */
export type ExportRow = Readonly<Record<string, LocalizedText>>;

/** The registers as one viewer may use them. Another area's record is not there. */
export interface ScopedRegisters {
  all(): Promise<readonly RegisterView[]>;
  one(register: string): Promise<RegisterView | undefined>;
  list(register: string, query: RecordListQuery): Promise<Page<RecordRow> | undefined>;
  /** Entered in the access log. */
  record(register: string, id: string): Promise<RecordView | undefined>;
  history(register: string, id: string): Promise<readonly RecordVersionView[] | undefined>;
  /** Whole numbers of one record; entered in the access log with the reason. */
  reveal(register: string, id: string, why: string): Promise<Readonly<Record<string, string>> | undefined>;
  create(register: string, input: RecordInput, options: WriteOptions): Promise<RegisterReply<RecordView>>;
  change(register: string, id: string, input: RecordInput, options: WriteOptions): Promise<RegisterReply<RecordView>>;
  /** All records that a query finds, masked; refused when there are too many. Entered in the access log. */
  export(register: string, query: RecordListQuery): Promise<RegisterReply<readonly ExportRow[]>>;
  imports: {
    start(register: string, input: ImportInput): Promise<RegisterReply<ImportView>>;
    get(register: string, id: string): Promise<ImportView | undefined>;
    commit(register: string, id: string, reason: string, options: WriteOptions): Promise<RegisterReply<ImportView>>;
    discard(register: string, id: string): Promise<boolean>;
  };
}
