import type {
  Clause,
  ClauseDocument,
  DecisionDefinition,
  FactDefinition,
  LocalizedText,
  Remedy,
  ServiceDefinition,
  WorkflowDefinition,
} from '@careway/definition';
import type { ItemStatus } from '../types/state.js';

/** What a letter needs from the pack. */
export interface LetterData {
  readonly service: ServiceDefinition;
  /** Facts of the case, for the labels of codes. */
  readonly facts: readonly FactDefinition[];
  /** Item fact that is the row's name. */
  readonly itemName?: string | undefined;
  readonly remedies: ReadonlyMap<string, Remedy>;
  readonly clause: (id: string) => { readonly clause: Clause; readonly document: ClauseDocument } | undefined;
  /** The decision by which rows were decided, for the words of a refusal. */
  readonly decision?: DecisionDefinition | undefined;
  /** Who issues it; the service's contact office when left out. */
  readonly office?: LocalizedText | undefined;
  /** Labels of parties of the workflow, for those without a name. */
  readonly parties: WorkflowDefinition['parties'];
  /** Rows concern persons, whose names the public does not see whole. */
  readonly rowsArePersons: boolean;
  /** How the public sees a person's name; used in letters that are shown in public. */
  readonly maskName: (name: string) => string;
  /** Labels of the case's area and its ancestors, by level. */
  readonly areas?: ReadonlyMap<string, LocalizedText> | undefined;
}

export interface LetterRow {
  readonly item: string;
  readonly row: number;
  /** Absent when erased. */
  readonly name?: string;
  readonly status: ItemStatus;
  /** Decimal text, for approved rows. */
  readonly amount?: string;
  /** Why it was refused or held: the table's words, or the person's. */
  readonly reason?: LocalizedText;
  readonly clauses: readonly string[];
}

export interface LetterClause {
  readonly id: string;
  readonly document: LocalizedText;
  readonly article: string;
  readonly quote: string;
  readonly status: string;
}

export interface LetterRemedy {
  readonly id: string;
  readonly label: LocalizedText;
  readonly body: LocalizedText;
  readonly how: LocalizedText;
  readonly amount: number;
  readonly unit: Remedy['unit'];
  readonly clause: string;
  /** Last day, once delivered. */
  readonly due?: string;
  readonly missingYear?: number;
}

/** A rule that matched, with the rows for which it did; without rows it matched for the case. */
export interface LetterMatch {
  readonly table: string;
  readonly rule: string;
  readonly clause: string;
  readonly rows: readonly number[];
}

/** A part of a letter. `text` of what is no text itself is its heading. */
export type LetterBlock = { readonly text?: LocalizedText } & (
  | { readonly kind: 'heading' | 'paragraph' | 'signature'; readonly text: LocalizedText }
  | { readonly kind: 'items'; readonly rows: readonly LetterRow[]; readonly total?: string }
  | { readonly kind: 'why'; readonly matched: readonly LetterMatch[] }
  | { readonly kind: 'clauses'; readonly clauses: readonly LetterClause[] }
  /** Items refused, for which the caller finds what would change the result. */
  | { readonly kind: 'changes'; readonly items: readonly string[] }
  | { readonly kind: 'remedies'; readonly remedies: readonly LetterRemedy[] }
  | { readonly kind: 'list'; readonly list: readonly { readonly what: string; readonly why: string }[] }
  /** Ids of facts of the case that have a value. */
  | { readonly kind: 'facts'; readonly facts: readonly string[] }
  | { readonly kind: 'receipt' }
);

export interface RenderedLetter {
  readonly title: LocalizedText;
  /** 文号; absent while it is being assigned. */
  readonly number?: string;
  readonly blocks: readonly LetterBlock[];
}
