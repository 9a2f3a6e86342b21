import type { FormDefinition, FormField, Issue, Locale, LocalizedText } from '@careway/definition';
import type { FormContextType } from '@rjsf/utils';
import type { ReactNode } from 'react';

/** A file that has been stored, as an answer of a `files` field holds it. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

/** How files get to the server and back. A rejected upload throws an error whose `messages` are shown at the file. */
export interface FileAdapter {
  upload(field: FormField, file: File): Promise<StoredFile>;
  remove(file: StoredFile): Promise<void>;
  /** Address at which a stored file is read. */
  href(file: StoredFile): string;
  /** Words for a failed upload. */
  explain(error: unknown): LocalizedText;
}

/** What the server says about one row of a table, by index from 0. */
export interface RowNote {
  readonly amount?: string | undefined;
  readonly status: 'ok' | 'refused' | 'manual' | 'issue';
  readonly note?: LocalizedText | undefined;
}

export interface ReadRows {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly issues: readonly Issue[];
}

export interface TableAdapter {
  /** Reads a spreadsheet file into rows; nothing is saved by it. */
  readFile(field: FormField, file: File): Promise<ReadRows>;
  templateHref(field: FormField, format: 'xlsx' | 'csv'): string;
  explain(error: unknown): LocalizedText;
  /** Estimates by row; absent until the first answer. */
  readonly notes?: readonly (RowNote | undefined)[] | undefined;
  readonly total?: string | undefined;
  /** An estimate is being made for the rows as they are now. */
  readonly estimating?: boolean | undefined;
}

/** Everything the templates and widgets of a page need beside the schema. */
export interface CarewayFormContext extends FormContextType {
  readonly form: FormDefinition;
  readonly locale: Locale;
  /** ISO date of the tenant's today. */
  readonly today: string;
  readonly issues: readonly Issue[];
  /** Every answer of the form as it is now, those of other pages too. */
  readonly answersNow: () => Readonly<Record<string, unknown>>;
  /** Field whose label is the heading of the page: heard once. */
  readonly headingField?: string | undefined;
  readonly heading: (content: ReactNode) => ReactNode;
  /** Stands right under that heading. */
  readonly intro?: string | undefined;
  /** Where a known answer comes from, by field. */
  readonly sources: Readonly<Record<string, LocalizedText>>;
  readonly files: FileAdapter;
  readonly table: TableAdapter;
}
