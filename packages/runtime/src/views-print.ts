import type { LocalizedText } from '@careway/definition';

/** A document for paper as data: browser print and PDF show the same parts. */
export interface PrintSheet {
  readonly document: 'letter' | 'delivery-receipt' | 'approval-form' | 'receipt' | 'form';
  readonly title: LocalizedText;
  /** 文号 of a letter. */
  readonly number?: string;
  /** 受理编号 */
  readonly case?: string;
  readonly parts: readonly PrintPart[];
  /** Lines at the foot of every page: what it was printed from. */
  readonly foot: readonly LocalizedText[];
  /** ISO instant of the tenant's clock. */
  readonly printedAt: string;
}

/** A part of a printed document; which members it has follows from its kind. */
export interface PrintPart {
  /**
   * `heading` `paragraph` `signature` `small`: `text` · `pairs`: labels with values, to be filled in by hand where there is none ·
   * `table`: head repeated on every page · `quotes`: clauses · `list`: numbered · `question`: of a blank form
   */
  readonly kind: 'heading' | 'paragraph' | 'signature' | 'small' | 'pairs' | 'table' | 'quotes' | 'list' | 'question';
  readonly text?: LocalizedText;
  readonly pairs?: readonly { readonly label: LocalizedText; readonly value?: LocalizedText }[];
  readonly columns?: readonly PrintColumn[];
  readonly rows?: readonly (readonly LocalizedText[])[];
  readonly quotes?: readonly { readonly quote: string; readonly source: LocalizedText; readonly note?: LocalizedText }[];
  readonly entries?: readonly LocalizedText[];
  /** Of a question: what to tick. */
  readonly options?: readonly LocalizedText[];
  /** Of a question: lines to write on. */
  readonly lines?: number;
  readonly hint?: LocalizedText;
}

export interface PrintColumn {
  readonly label: LocalizedText;
  /** Part of the width, in hundredths. */
  readonly share: number;
  readonly align?: 'right';
}
