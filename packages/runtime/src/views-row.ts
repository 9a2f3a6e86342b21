import type { Issue, LocalizedText } from '@careway/definition';
import type { ItemStatus } from '@careway/engine';
import type { CitySetView, ClauseView, FactView, TablesView } from './views-basis.js';
import type { LetterView } from './views-letter.js';

/** What the tables give for a row, in words: a level, a grade, an amount. */
export interface ResultView {
  readonly id: string;
  readonly label: LocalizedText;
  readonly text: LocalizedText;
  /** The result itself; the others are steps on the way to it. */
  readonly main: boolean;
}

/** Why a row gets what it gets. */
export interface WhyView {
  readonly on: string;
  readonly status: 'ok' | 'refused' | 'manual' | 'issue';
  readonly outputs: Readonly<Record<string, string | boolean>>;
  readonly results: readonly ResultView[];
  /** The result is money. */
  readonly pays: boolean;
  /** The calculation in figures: "200 × 1.1". */
  readonly formula?: string;
  readonly matched: readonly {
    readonly table: LocalizedText;
    readonly rule: string;
    /** The row in words. */
    readonly label: LocalizedText;
    readonly then: Readonly<Record<string, string>>;
    readonly clause?: ClauseView;
    /** Instead of a clause, where the city set the figures of the row. */
    readonly citySet?: CitySetView;
  }[];
  /** The version of the tables, once a case is decided by it or would be. */
  readonly tables?: TablesView;
  readonly unmatched: readonly { readonly table: LocalizedText; readonly rule: string; readonly failed: LocalizedText }[];
  readonly reason?: { readonly code: string; readonly text: LocalizedText; readonly clause?: ClauseView };
  /** Smallest changes that alter the result. */
  readonly changes: readonly {
    readonly changes: readonly {
      readonly fact: string;
      readonly label: LocalizedText;
      readonly from?: LocalizedText;
      readonly to: LocalizedText;
    }[];
    readonly result: LocalizedText;
  }[];
  readonly issues: readonly Issue[];
  /** What can be done against it, with last days once the letter is delivered; else what its letter will say. */
  readonly remedies: LetterView['remedies'];
}

export interface ItemView {
  readonly id: string;
  readonly row: number;
  readonly name: string;
  readonly status: ItemStatus;
  readonly final: boolean;
  readonly batch?: number;
  readonly facts: readonly FactView[];
  /** While a supplement is asked for: every answer of the row as filed, numbers masked. A masked one sent back stands for what is recorded. */
  readonly answers?: Readonly<Record<string, string | boolean>>;
  /** Result of the tables now, or as decided once final. Decimal text. */
  readonly amount?: string;
  readonly result: 'ok' | 'refused' | 'manual' | 'issue';
  readonly results: readonly ResultView[];
  /** Short reason when not `ok`. */
  readonly note?: LocalizedText;
  readonly reason?: string;
  readonly clause?: ClauseView;
  readonly claim?: {
    readonly status: 'requested' | 'granted' | 'refused';
    readonly heldSince?: string;
    readonly heldByService?: LocalizedText;
  };
  readonly childCase?: string;
  readonly childNumber?: string;
  readonly entitlement?: string;
}
