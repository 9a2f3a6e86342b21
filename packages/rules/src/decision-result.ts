import type { Issue, LocalizedText } from '@careway/definition';
import type { JsonValue } from './value.js';

/** A row that applied, and the clause it rests on. */
export interface MatchedRule {
  readonly table: string;
  readonly rule: string;
  readonly clause: string;
}

export interface RowTrace {
  readonly rule: string;
  readonly matched: boolean;
  /** First input column whose cell did not hold. */
  readonly failed?: string;
  /** Facts that the row waits for. */
  readonly undecided?: readonly string[];
  /** The row was not in force on the legal date. */
  readonly outOfForce?: true;
}

export interface TableTrace {
  readonly table: string;
  /** Values of the input columns; null where not known. */
  readonly inputs: Readonly<Record<string, JsonValue | null>>;
  readonly rows: readonly RowTrace[];
  /** What the table gave, by output column. */
  readonly outputs: Readonly<Record<string, JsonValue>>;
}

export interface DecisionRefusal extends MatchedRule {
  readonly code: string;
  readonly reason: LocalizedText;
}

export interface ManualDecision extends MatchedRule {
  readonly reason: LocalizedText;
  /** Range in which the amount must lie, ends included; decimal text. */
  readonly minimum?: string;
  readonly maximum?: string;
}

/**
 * What a decision says. `ok`: `outputs` holds the result, or `manual` says that a person decides. `issue`: at least one issue of
 * severity error; the result is then absent, never 0. Amounts are decimal text at the scale of the result's rounding.
 */
export interface DecisionResult {
  readonly status: 'ok' | 'issue';
  /** The result by its id, the single outputs of the tables by column id and, per item, the aggregate by its id. */
  readonly outputs: Readonly<Record<string, string | boolean>>;
  readonly matched: readonly MatchedRule[];
  readonly refused?: DecisionRefusal;
  readonly manual?: ManualDecision;
  readonly issues: readonly Issue[];
  /** Empty when `trace: false` was asked. */
  readonly trace: readonly TableTrace[];
  /** For a decision per item, one result each in the order given. */
  readonly items?: readonly DecisionResult[];
}
