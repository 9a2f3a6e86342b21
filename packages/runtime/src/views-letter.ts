import type { LocalizedText } from '@careway/definition';
import type { ItemStatus } from '@careway/engine';
import type { ClauseView } from './views-basis.js';

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
  readonly delivered?: { readonly method: string; readonly on: string; readonly receipt?: string };
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

export interface LetterBlock {
  readonly kind: 'heading' | 'paragraph' | 'items' | 'clauses' | 'remedies' | 'list' | 'signature';
  readonly text?: LocalizedText;
  readonly rows?: readonly {
    readonly row: number;
    readonly name: string;
    readonly status: ItemStatus;
    readonly amount?: string;
    readonly formula?: string;
    readonly reason?: string;
    readonly clause?: ClauseView;
  }[];
  readonly clauses?: readonly ClauseView[];
  readonly remedies?: LetterView['remedies'];
  readonly list?: readonly { readonly what: string; readonly why: string }[];
}
