import type { Issue, LocalizedText } from '@careway/definition';
import type { PersonView } from './views-basis.js';
import type { CaseRow } from './views-listing.js';

export interface RegisterFieldView {
  readonly id: string;
  readonly label: LocalizedText;
  readonly type: string;
  readonly values?: readonly { readonly value: string; readonly label: LocalizedText }[];
  readonly required: boolean;
  readonly sensitive: boolean;
  /** Records can be filtered by it. */
  readonly indexed: boolean;
  /** Tells whom the record is about: cannot be changed once it is there. */
  readonly fixed: boolean;
  /** Can be typed or imported; cases write the others. */
  readonly typed: boolean;
  /** Heading under which it is shown. */
  readonly group?: string;
  readonly reference?: { readonly register: string; readonly by: 'key' | 'subject' };
  readonly format?: 'credit-code';
}

/** A register as one viewer may use it. */
export interface RegisterView {
  readonly id: string;
  readonly label: LocalizedText;
  readonly key: string;
  readonly name: string;
  readonly scope: 'area' | 'tenant';
  readonly statusField?: string;
  readonly validUntilField?: string;
  readonly groups: readonly { readonly id: string; readonly label: LocalizedText }[];
  readonly fields: readonly RegisterFieldView[];
  /** Fields that a list shows, in order. */
  readonly columns: readonly string[];
  readonly total: number;
  readonly byStatus: readonly { readonly value: string; readonly label: LocalizedText; readonly count: number }[];
  /** Records whose last day is over. */
  readonly expired: number;
  readonly mayEdit: boolean;
  readonly mayImport: boolean;
  /** Who may change it by hand; absent where only cases write. */
  readonly editors?: LocalizedText;
  /** Areas in which the viewer may add records. */
  readonly areas: readonly { readonly id: string; readonly label: LocalizedText }[];
}

/** A value as it may be shown: numbers masked, codes in words, references by name. */
export interface ShownValue {
  readonly value: string | boolean;
  readonly text: LocalizedText;
  /** Record that it names, where the viewer may open it. */
  readonly record?: { readonly register: string; readonly id: string };
  /** Case that it names, where the viewer may open it. */
  readonly caseId?: string;
}

export interface RecordRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly area?: LocalizedText;
  /** Last day on which it holds. */
  readonly until?: string;
  readonly level?: 'expired' | 'expires-soon';
  readonly values: Readonly<Record<string, ShownValue>>;
}

/** What wrote a version. */
export interface RecordCauseView {
  readonly source: 'import' | 'manual' | 'effect' | 'seed';
  readonly at: string;
  readonly by?: PersonView;
  readonly reason?: string;
  readonly caseId?: string;
  readonly number?: string;
}

export interface RecordValueView {
  readonly field: string;
  readonly shown: ShownValue;
  /** Since when it holds. */
  readonly validOn: string;
  readonly cause: RecordCauseView;
}

export interface RecordView extends RecordRow {
  readonly register: string;
  readonly areaId?: string;
  readonly known: readonly RecordValueView[];
  readonly mayEdit: boolean;
  /** Numbers that can be shown whole for a reason. */
  readonly hidden: readonly string[];
  readonly cases: readonly CaseRow[];
  /** Records of other registers about the same person or organisation, or that name this record. */
  readonly related: readonly {
    readonly register: string;
    readonly label: LocalizedText;
    readonly columns: readonly { readonly id: string; readonly label: LocalizedText; readonly type: string }[];
    readonly rows: readonly RecordRow[];
    readonly total: number;
  }[];
}

export interface RecordVersionView {
  readonly version: number;
  readonly validOn: string;
  readonly cause: RecordCauseView;
  /** Fields that differ from the version before; of the first version all. */
  readonly changes: readonly {
    readonly field: string;
    readonly label: LocalizedText;
    readonly from?: LocalizedText;
    readonly to?: LocalizedText;
  }[];
}

/** A field that two people changed, or one of them. */
export interface RecordDifference {
  readonly field: string;
  readonly label: LocalizedText;
  readonly mine?: LocalizedText;
  readonly theirs?: LocalizedText;
}

export interface RowIssue {
  readonly line: number;
  readonly field?: string;
  readonly label?: LocalizedText;
  readonly code: string;
  readonly message: LocalizedText;
}

/** An imported file on its way into a register. */
export interface ImportView {
  readonly id: string;
  readonly register: string;
  readonly file: string;
  readonly at: string;
  /**
   * `checking`: being read · `checked`: may be imported · `importing` · `done` · `refused`: nothing of it can be imported, see `issues` ·
   * `expired`: the file is gone, choose it again
   */
  readonly state: 'checking' | 'checked' | 'importing' | 'done' | 'refused' | 'expired';
  readonly encoding?: string;
  /** Rows in the file, without headings and blank ones; absent until they are counted. */
  readonly total?: number;
  /** Rows read so far by the step under way. */
  readonly read: number;
  readonly counts: { readonly added: number; readonly changed: number; readonly same: number; readonly wrong: number };
  /** About the file as a whole. */
  readonly issues: readonly Issue[];
  /** Errors row by row, the first of them. */
  readonly errors: readonly RowIssue[];
  /** The first rows that add or change a record. */
  readonly rows: readonly {
    readonly line: number;
    readonly kind: 'added' | 'changed';
    readonly name: string;
    readonly changes: readonly RecordVersionView['changes'][number][];
  }[];
}
