import type { Issue, LocalizedText } from '@careway/definition';
import type { AttachmentRef } from '@careway/engine';
import type { WhyView } from './views-row.js';

export interface DraftView {
  readonly id: string;
  readonly service: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly page?: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly attachments: readonly AttachmentRef[];
}

/** One computed value of a form: known, waiting for the fields named, or left undetermined by the rules for the reason given. */
export interface ComputedView {
  readonly id: string;
  readonly label: LocalizedText;
  readonly value?: number | string | boolean;
  readonly missing?: readonly { readonly field: string; readonly label: LocalizedText }[];
  readonly issue?: Issue;
}

/** Live check of a draft: every problem, the amounts so far. */
export interface DraftCheck {
  readonly issues: readonly Issue[];
  readonly pages: readonly { readonly id: string; readonly label: LocalizedText; readonly status: 'empty' | 'partial' | 'done' }[];
  /** What follows from the answers so far; absent where the form computes nothing. */
  readonly computed?: readonly ComputedView[];
  /** Per row of the item table. */
  readonly rows: readonly {
    readonly row: number;
    readonly amount?: string;
    readonly status: 'ok' | 'refused' | 'manual' | 'issue';
    readonly note?: LocalizedText;
    readonly issues: readonly Issue[];
  }[];
  readonly total: string;
  readonly why?: readonly WhyView[];
}

export interface InboxMessage {
  readonly id: string;
  readonly at: string;
  readonly caseId: string;
  readonly number?: string;
  readonly text: LocalizedText;
  readonly letter?: string;
  readonly read: boolean;
}

export interface ReceiptView {
  readonly caseId: string;
  readonly number?: string;
  readonly service: LocalizedText;
  readonly filedOn: string;
  readonly applicant: string;
  readonly items: number;
  readonly next: LocalizedText;
  readonly due?: string;
  readonly contact: { readonly office: LocalizedText; readonly telephone: string };
  /** With the number, lets somebody track without logging in. */
  readonly trackingCode: string;
}
