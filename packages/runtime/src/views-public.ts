import type { LocalizedText } from '@careway/definition';
import type { ActionView, CaseView } from './views-case.js';
import type { LetterText } from './views-letter.js';

/** What the public sees during publicity: surname, community, benefit, until when. */
export interface PublicityView {
  readonly caseId: string;
  readonly number?: string;
  readonly service: LocalizedText;
  readonly applicant: string;
  readonly area: LocalizedText;
  readonly from: string;
  readonly until?: string;
  readonly daysLeft?: number;
  readonly rows: readonly {
    readonly item: string;
    readonly row: number;
    readonly name: string;
    readonly community?: string;
    readonly benefit: string;
  }[];
  readonly howToObject: LocalizedText;
  /** Where an objection is filed while the notice is open. */
  readonly objection?: { readonly step: string; readonly action: string };
}

/** An organisation that a form can name, for whoever fills it in without an account: the answers that name it. */
export interface NamedChoice {
  readonly name: string;
  readonly area?: { readonly id: string; readonly label: LocalizedText };
  readonly answers: Readonly<Record<string, string>>;
}

/** Public tracking by number and code: neither name nor amount. Who filed without an account sees what was answered too. */
export interface TrackView {
  readonly number: string;
  readonly service: LocalizedText;
  readonly status: 'open' | 'closed';
  readonly waiting: LocalizedText;
  readonly path: CaseView['path'];
  readonly pauses: readonly { readonly from: string; readonly to?: string; readonly why: LocalizedText }[];
  /** Of a case filed without an account: what the office wrote, names left out. */
  readonly letters: readonly LetterText[];
  /** The same: what can be done now, such as asking for the case to be opened again. */
  readonly actions: readonly ActionView[];
}
