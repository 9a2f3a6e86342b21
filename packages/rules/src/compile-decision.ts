import type { DecisionDefinition, DecisionRule, DecisionTable, Issue, TableColumn } from '@careway/definition';
import { checkDecision, type DecisionFacts } from './check-decision.js';
import { type ColumnIndex, indexColumn } from './column-index.js';
import { type FactDeclaration, type FactDeclarations, isIssue, readFact } from './fact.js';
import { parseExpression, parseUnaryTests } from './parse-expression.js';
import type { Expression, UnaryTests } from './syntax.js';
import type { Value } from './value.js';

export interface CompiledColumn {
  readonly definition: TableColumn;
  readonly expression: Expression;
  /** Undefined where the cells cannot be indexed. */
  readonly index: ColumnIndex | undefined;
}

export interface CompiledRule {
  readonly definition: DecisionRule;
  readonly position: number;
  /** By input column; undefined matches anything. */
  readonly cells: readonly (UnaryTests | undefined)[];
  readonly outputs: ReadonlyMap<string, Value>;
  /** Some cell is not covered by its column's index. */
  readonly residual: boolean;
}

export interface CompiledTable {
  readonly definition: DecisionTable;
  readonly position: number;
  readonly columns: readonly CompiledColumn[];
  readonly rules: readonly CompiledRule[];
}

/** A decision ready to run. Immutable; compile once per definition. */
export interface CompiledDecision {
  readonly definition: DecisionDefinition;
  readonly tables: readonly CompiledTable[];
  readonly result: Expression | undefined;
  readonly declared: FactDeclarations;
  readonly itemDeclared: FactDeclarations;
  /** Case and item facts together, as tables of a decision per item see them. */
  readonly visible: FactDeclarations;
  /** Errors found by `checkDecision`: a decision that has some evaluates to them. */
  readonly issues: readonly Issue[];
}

/** Memory for the indexes of one decision, in 32-bit words (32 MB), shared evenly by its columns. */
const MAX_INDEX_WORDS = 8_000_000;

/** Parses, checks and indexes a decision against the facts of its workflow. Never throws. */
export function compileDecision(definition: DecisionDefinition, { facts, itemFacts = new Map() }: DecisionFacts): CompiledDecision {
  const issues = checkDecision(definition, { facts, itemFacts }).filter((issue) => issue.severity === 'error');
  const sound = issues.length === 0;
  const columns = definition.tables.reduce((count, table) => count + table.inputs.length, 0);
  const maxWords = Math.floor(MAX_INDEX_WORDS / Math.max(1, columns));
  return {
    definition,
    tables: sound ? definition.tables.map((table, position) => compileTable(table, position, maxWords)) : [],
    result: sound ? parseExpression(definition.result.expression).ast : undefined,
    declared: facts,
    itemDeclared: itemFacts,
    visible: definition.per === 'item' ? new Map([...facts, ...itemFacts]) : facts,
    issues,
  };
}

function compileTable(definition: DecisionTable, position: number, maxWords: number): CompiledTable {
  const cache = new Map<string, UnaryTests | undefined>();
  const cells = definition.rules.map((rule) => definition.inputs.map((column) => cellOf(rule, column, cache)));
  const columns = definition.inputs.map((column, index) =>
    compileColumn(
      column,
      cells.map((row) => row[index]),
      maxWords,
    ),
  );
  const rules = definition.rules.map((rule, index): CompiledRule => {
    const row = cells[index] as (UnaryTests | undefined)[];
    const residual = columns.some((column, at) => row[at] !== undefined && (!column.index || column.index.uncovered.has(index)));
    return { definition: rule, position: index, cells: row, outputs: outputsOf(rule, definition.outputs), residual };
  });
  return { definition, position, columns, rules };
}

function cellOf(rule: DecisionRule, column: TableColumn, cache: Map<string, UnaryTests | undefined>): UnaryTests | undefined {
  const text = rule.when[column.id];
  if (text === undefined) return undefined;
  if (!cache.has(text)) {
    const { ast } = parseUnaryTests(text);
    cache.set(text, ast?.any ? undefined : ast);
  }
  return cache.get(text);
}

function compileColumn(definition: TableColumn, cells: readonly (UnaryTests | undefined)[], maxWords: number): CompiledColumn {
  const parsed = parseExpression(definition.expression ?? definition.id).ast;
  const expression: Expression = parsed ?? { kind: 'fact', id: definition.id, from: 0, to: 0 };
  return { definition, expression, index: indexColumn(definition.type, cells, maxWords) };
}

function outputsOf(rule: DecisionRule, columns: readonly TableColumn[]): ReadonlyMap<string, Value> {
  const outputs = new Map<string, Value>();
  for (const column of columns) {
    const value = readFact(column.id, rule.then[column.id], column as FactDeclaration);
    if (value !== undefined && !isIssue(value)) outputs.set(column.id, value);
  }
  return outputs;
}
