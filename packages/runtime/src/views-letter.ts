import type { LocalizedText } from '@careway/definition';
import type { ItemStatus } from '@careway/engine';
import type { CitySetView, ClauseView, FactView } from './views-basis.js';
import type { ResultView, WhyView } from './views-row.js';

export interface LetterView {
  readonly id: string;
  readonly letter: string;
  readonly label: LocalizedText;
  readonly number?: string;
  readonly issuedOn: string;
  readonly status: 'numbering' | 'issued' | 'delivered';
  readonly delivery: 'required' | 'inbox' | 'public';
  readonly total?: string;
  readonly batch?: number;
  /** The decision that it tells was revoked. */
  readonly revoked?: true;
  readonly delivered?: { readonly method: string; readonly on: string; readonly receipt?: string };
  /** Number of the letter that it replaces. */
  readonly supersedes?: string;
  readonly remedies: readonly {
    readonly id: string;
    readonly label: LocalizedText;
    readonly body: LocalizedText;
    readonly how: LocalizedText;
    readonly due?: string;
    readonly missingYear?: number;
    readonly daysLeft?: number;
    readonly clause?: ClauseView;
  }[];
}

/** A letter ready to be read or printed. */
export interface LetterText {
  readonly letter: LetterView;
  readonly title: LocalizedText;
  readonly blocks: readonly LetterBlock[];
}

/** A part of a letter; of those that are no text, `text` is the heading. */
export interface LetterBlock {
  readonly kind:
    | 'heading'
    | 'paragraph'
    | 'signature'
    | 'items'
    | 'why'
    | 'clauses'
    | 'changes'
    | 'remedies'
    | 'list'
    | 'facts'
    | 'receipt';
  readonly text?: LocalizedText;
  readonly rows?: readonly {
    readonly row: number;
    readonly name: string;
    readonly status: ItemStatus;
    readonly amount?: string;
    /** What the tables gave, where that is no money. */
    readonly results?: readonly ResultView[];
    readonly formula?: string;
    readonly reason?: LocalizedText;
    readonly clause?: ClauseView;
  }[];
  /** Rules that matched, as sentences, with the numbers of the rows for which they did. */
  readonly matched?: readonly {
    readonly words: LocalizedText;
    readonly rows: readonly number[];
    readonly clause?: ClauseView;
    readonly citySet?: CitySetView;
  }[];
  readonly clauses?: readonly ClauseView[];
  /** Of refused rows: the smallest changes that lead to a grant; none where a person refused what the tables grant. */
  readonly changes?: readonly { readonly row: number; readonly name: string; readonly changes: WhyView['changes'] }[];
  readonly remedies?: LetterView['remedies'];
  readonly list?: readonly { readonly what: string; readonly why: string }[];
  readonly facts?: readonly FactView[];
  readonly receipt?: DeliveryReceipt;
}

/** 送达回证: what was delivered to whom and how, line by line. A line without a value is filled in and signed by hand. */
export interface DeliveryReceipt {
  readonly lines: readonly { readonly label: LocalizedText; readonly value?: LocalizedText }[];
}
