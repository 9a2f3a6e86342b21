import type { PrintSheet } from '@careway/runtime';

/** Asked of the printing thread. */
export interface PrintJob {
  readonly id: number;
  readonly sheet: PrintSheet;
  readonly locale: 'zh-CN' | 'en';
}

/** A document as PDF. */
export interface PrintedPdf {
  readonly bytes: Uint8Array;
  /** Characters that the font lacks; a sign stands for each and the document ends with a note. */
  readonly missing: readonly string[];
}

export type PrintAnswer = ({ readonly id: number } & PrintedPdf) | { readonly id: number; readonly error: string };
