import type { CompiledRule, CompiledTable } from './compile-decision.js';
import type { RowTrace } from './decision-result.js';
import type { Evaluator } from './evaluator.js';
import type { Scope } from './scope.js';
import { mergeUndecided, type Outcome, Undecided } from './value.js';

export interface RowMatches {
  /** In row order. */
  readonly matched: readonly CompiledRule[];
  /** Rows that would apply if unknown facts turned out so. */
  readonly open: readonly { readonly rule: CompiledRule; readonly facts: readonly string[] }[];
  readonly rows: readonly RowTrace[];
}

export interface MatchInput {
  readonly evaluator: Evaluator;
  readonly scope: Scope;
  readonly inputs: readonly Outcome[];
  /** Legal date, ISO. */
  readonly on: string;
}

/** Every row against the inputs, cell by cell, with the reason why a row does not apply. */
export function scanRows(table: CompiledTable, input: MatchInput): RowMatches {
  const matched: CompiledRule[] = [];
  const open: { rule: CompiledRule; facts: readonly string[] }[] = [];
  const rows: RowTrace[] = [];
  for (const rule of table.rules) {
    const { id } = rule.definition;
    if (!inForce(rule, input.on)) {
      rows.push({ rule: id, matched: false, outOfForce: true });
      continue;
    }
    const outcome = rowOutcome(rule, input);
    if (outcome === true) {
      matched.push(rule);
      rows.push({ rule: id, matched: true });
    } else if (outcome instanceof Undecided) {
      open.push({ rule, facts: outcome.facts });
      rows.push({ rule: id, matched: false, undecided: outcome.facts });
    } else {
      rows.push({ rule: id, matched: false, failed: table.columns[outcome]?.definition.id ?? '' });
    }
  }
  return { matched, open, rows };
}

/** The same matches by the columns' indexes, without a trace. Scans when an input is unknown. */
export function lookUpRows(table: CompiledTable, input: MatchInput): RowMatches {
  if (input.inputs.some((value) => value instanceof Undecided)) return scanRows(table, input);
  const candidates = intersect(table, input.inputs);
  const matched: CompiledRule[] = [];
  const open: { rule: CompiledRule; facts: readonly string[] }[] = [];
  for (let word = 0; word < candidates.length; word += 1) {
    let rest = candidates[word] as number;
    while (rest !== 0) {
      const bit = 31 - Math.clz32(rest & -rest);
      rest &= rest - 1;
      const rule = table.rules[word * 32 + bit];
      if (!rule || !inForce(rule, input.on)) continue;
      const outcome = rule.residual ? rowOutcome(rule, input) : true;
      if (outcome === true) matched.push(rule);
      else if (outcome instanceof Undecided) open.push({ rule, facts: outcome.facts });
    }
  }
  return { matched, open, rows: [] };
}

function intersect(table: CompiledTable, inputs: readonly Outcome[]): Uint32Array {
  const words = Math.ceil(table.rules.length / 32);
  let result: Uint32Array | undefined;
  for (let column = 0; column < table.columns.length; column += 1) {
    const index = table.columns[column]?.index;
    const value = inputs[column];
    if (!index || value === undefined || value instanceof Undecided) continue;
    const offset = index.positionOf(value) * words;
    if (!result) result = index.bits.slice(offset, offset + words);
    else for (let word = 0; word < words; word += 1) result[word] = (result[word] as number) & (index.bits[offset + word] as number);
  }
  return result ?? new Uint32Array(words).fill(0xffffffff);
}

/** True, the facts it waits for, or the number of the first column whose cell fails. */
function rowOutcome(rule: CompiledRule, { evaluator, scope, inputs }: MatchInput): true | Undecided | number {
  const open: Undecided[] = [];
  for (let column = 0; column < rule.cells.length; column += 1) {
    const cell = rule.cells[column];
    if (!cell) continue;
    const outcome = evaluator.cell(cell, inputs[column] as Outcome, scope);
    if (outcome === false) return column;
    if (outcome instanceof Undecided) open.push(outcome);
  }
  return open.length > 0 ? mergeUndecided(...open) : true;
}

function inForce({ definition: { validity } }: CompiledRule, on: string): boolean {
  return !validity || (validity.from <= on && (validity.to === undefined || on <= validity.to));
}
