import type { FormDefinition, Issue, LocalizedText, ServiceDefinition } from '@careway/definition';
import type { FormRules } from '@careway/forms';
import type { ClauseView, LetterView, RecordDifference } from './generated/views.js';

/** Answers of the API that are not views of a case. */

export interface SessionView {
  /** Absent when logged out. */
  readonly person?: {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly {
      readonly role: string;
      readonly label: LocalizedText;
      readonly kind: 'applicant' | 'staff' | 'supervisor' | 'administrator' | 'auditor' | 'operator';
      readonly area: string;
      readonly areaLabel: LocalizedText;
    }[];
    readonly organisations: readonly { readonly key: string; readonly name: string }[];
  };
  readonly csrf?: string;
  readonly expiresAt?: string;
}

export interface TenantView {
  readonly id: string;
  readonly label: LocalizedText;
  /** ISO instant with the tenant's offset. */
  readonly now: string;
  readonly training: boolean;
  readonly demo: boolean;
  readonly isDefault: boolean;
  /** Other tenants of the same server. */
  readonly others: readonly { readonly id: string; readonly label: LocalizedText; readonly isDefault: boolean }[];
  readonly notice?: LocalizedText;
  /** Demo log-ins, in demo mode only. */
  readonly people?: readonly {
    readonly login: string;
    readonly name: string;
    readonly role: LocalizedText;
    readonly password: string;
    /** What this person does in the story. */
    readonly hint?: LocalizedText;
  }[];
}

export interface AreaView {
  readonly id: string;
  readonly label: LocalizedText;
  readonly level: string;
  readonly parent?: string;
}

export interface ServiceRow {
  readonly id: string;
  readonly label: LocalizedText;
  readonly summary: LocalizedText;
  readonly target?: LocalizedText;
  readonly benefit?: LocalizedText;
  readonly notice?: LocalizedText;
  readonly validity?: { readonly from: string; readonly to?: string };
  readonly open: boolean;
  readonly applicants: readonly string[];
  /** Opened by staff or by the calendar only. */
  readonly internal?: boolean;
}

export interface ServiceView extends Omit<ServiceDefinition, 'clauses' | 'form'> {
  readonly open?: boolean;
  /** Its decision yields money. */
  readonly pays?: boolean;
  readonly clauses: readonly ClauseView[];
  readonly decisionSummary?: unknown;
  readonly clocks: readonly {
    readonly label: LocalizedText;
    readonly amount?: number;
    readonly unit: string;
    readonly basis?: { readonly source?: string; readonly clause?: ClauseView };
  }[];
  readonly form: FormDefinition;
  /** What the form's computed values read besides the answers. */
  readonly formRules?: FormRules;
  readonly formHash: string;
  /** Field with the name of whom it is for, where somebody else may fill it in. */
  readonly nameField?: string;
  readonly remedies?: readonly Omit<LetterView['remedies'][number], 'due' | 'daysLeft'>[];
}

export type PrefillView = Readonly<Record<string, { readonly value: string; readonly source: LocalizedText }>>;

/** What reading a pasted or imported roster gave; nothing is saved by it. */
export interface RosterView {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly issues: readonly Issue[];
  readonly encoding?: string;
  readonly headers?: readonly unknown[];
}

/** RFC 9457 with the product's own members. */
export interface ProblemBody {
  readonly type?: string;
  readonly title?: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: LocalizedText;
  readonly next?: LocalizedText;
  readonly issues?: readonly Issue[];
  /** Short number to read out on the telephone. */
  readonly instance?: string;
  readonly current?: number;
  readonly since?: LocalizedText;
  /** Of a record that somebody else changed: both sides. */
  readonly differences?: readonly RecordDifference[];
}
