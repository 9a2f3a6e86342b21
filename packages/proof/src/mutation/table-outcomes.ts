import type { DecisionDefinition, DecisionTable, WorkflowDefinition } from '@careway/definition';
import {
  compileDecision,
  declareFacts,
  evaluateDecision,
  type FactDeclaration,
  type FactDeclarations,
  factsOf,
  factsOfDecision,
  parseExpression,
} from '@careway/rules';
import { valuesOf } from '../decisions/representative-facts.js';

/** More combinations than this are not made. */
const MOST = 20_000;

/**
 * Whether a changed decision differs from the original in one table only, and no combination of that table's inputs tells the two tables
 * apart. Of inputs that an earlier table gives, the values are those that its rows give.
 */
export function sameTable(original: DecisionDefinition, changed: DecisionDefinition, workflow: WorkflowDefinition | undefined): boolean {
  if (original.tables.length !== changed.tables.length || JSON.stringify(original.result) !== JSON.stringify(changed.result)) return false;
  const different = original.tables.flatMap((table, index) =>
    JSON.stringify(table) === JSON.stringify(changed.tables[index]) ? [] : [index],
  );
  const [index, ...others] = different;
  if (index === undefined || others.length > 0) return index === undefined;
  const [before, after] = [original.tables[index], changed.tables[index]];
  if (!before || !after) return false;
  const facts = factsBefore(original, index, workflow);
  const cases = casesOf(before, { facts, given: givenBefore(original, index) });
  if (!cases) return false;
  const [one, other] = [before, after].map((table) => outcomesOf(original, table, { facts, cases }));
  return JSON.stringify(one) === JSON.stringify(other);
}

interface Cases {
  readonly facts: FactDeclarations;
  /** Values that earlier tables give, by output. */
  readonly given: ReadonlyMap<string, readonly unknown[]>;
}

/** Facts and outputs of the tables before. */
function factsBefore(definition: DecisionDefinition, index: number, workflow: WorkflowDefinition | undefined): FactDeclarations {
  const { facts, itemFacts = new Map<string, FactDeclaration>() } = factsOfDecision(definition, workflow);
  const outputs = definition.tables.slice(0, index).flatMap((table) => table.outputs);
  return new Map([...facts, ...itemFacts, ...declareFacts(outputs)]);
}

function givenBefore(definition: DecisionDefinition, index: number): ReadonlyMap<string, readonly unknown[]> {
  const given = new Map<string, readonly unknown[]>();
  for (const table of definition.tables.slice(0, index)) {
    for (const { id } of table.outputs) given.set(id, [...new Set(table.rules.flatMap(({ then }) => then[id] ?? []))]);
  }
  return given;
}

function casesOf(table: DecisionTable, { facts, given }: Cases): readonly Record<string, unknown>[] | undefined {
  const read = table.inputs.flatMap(({ id, expression }) => {
    const { ast } = parseExpression(expression ?? id);
    return ast ? factsOf(ast) : [];
  });
  const text = JSON.stringify(table.rules.map(({ when }) => when));
  let combinations: Record<string, unknown>[] = [{}];
  for (const id of new Set(read)) {
    const values = given.get(id) ?? valuesOf(facts.get(id), text);
    if (combinations.length * values.length > MOST) return undefined;
    combinations = combinations.flatMap((known) => values.map((value) => ({ ...known, [id]: value })));
  }
  return combinations;
}

function outcomesOf(
  definition: DecisionDefinition,
  table: DecisionTable,
  { facts, cases }: { readonly facts: FactDeclarations; readonly cases: readonly Record<string, unknown>[] },
): readonly unknown[] {
  // What the table gives stands among the outputs, whatever the result is.
  const result = { id: 'table_result', label: table.label, type: 'boolean' as const, expression: 'true' };
  const compiled = compileDecision({ ...definition, per: 'case', tables: [table], result }, { facts });
  const on = definition.validity?.from ?? '2000-01-01';
  return cases.map((known) => {
    const { status, outputs, refused, manual, issues } = evaluateDecision(compiled, known, { on, trace: false });
    return [status, outputs, refused?.code, manual?.rule, issues.map(({ code }) => code)];
  });
}
