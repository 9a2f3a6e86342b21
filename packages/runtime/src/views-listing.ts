import type { LocalizedText } from '@careway/definition';
import type { CaseEnding } from '@careway/engine';
import type { ClockView, PersonView } from './views-basis.js';

/** A line of the worklist. */
export interface WorklistRow {
  readonly caseId: string;
  readonly task: string;
  readonly kind: 'step' | 'supplement' | 'procedure' | 'overdue';
  readonly number?: string;
  readonly service: LocalizedText;
  readonly step: string;
  readonly stepLabel: LocalizedText;
  readonly applicant: string;
  readonly area: LocalizedText;
  readonly areaId: string;
  readonly items: number;
  /** Absent where the service pays no money. */
  readonly amount?: string;
  readonly openedAt: string;
  readonly takenBy?: PersonView;
  /** The viewer was named for it and fills in a form. */
  readonly sheet?: true;
  readonly clock?: {
    readonly label: LocalizedText;
    readonly due?: string;
    readonly daysLeft?: number;
    readonly unit: string;
    readonly level: ClockView['level'];
  };
}

export interface CaseRow {
  readonly caseId: string;
  readonly number?: string;
  readonly service: LocalizedText;
  readonly applicant: string;
  readonly area: LocalizedText;
  readonly status: 'open' | 'closed';
  readonly ending?: CaseEnding;
  readonly stepLabel: LocalizedText;
  readonly filedOn: string;
  readonly items: number;
  /** Absent where the service pays no money. */
  readonly amount?: string;
  readonly mustAct: boolean;
  /** What must be done: hand in what is missing, or act at a step of one's own. */
  readonly duty?: 'supplement' | 'step';
  readonly clock?: WorklistRow['clock'];
  readonly parent?: string;
}

export interface Page<T> {
  readonly rows: readonly T[];
  /** Opaque; absent on the last page. */
  readonly next?: string;
  readonly total: number;
}

/** A line of the access log: who looked at a case, at a record, or took a list away. */
export interface LogRow {
  readonly at: string;
  readonly person: string;
  readonly what: string;
  readonly why?: string;
  /** Opaque id of the person looked at. */
  readonly subject?: string;
  readonly caseId?: string;
  readonly record?: { readonly register: string; readonly label: LocalizedText; readonly id?: string };
}
