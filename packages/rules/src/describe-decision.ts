import type { LocalizedText } from '@careway/definition';
import type { CompiledDecision, CompiledTable } from './compile-decision.js';
import type { FactDeclaration, FactType } from './fact.js';
import { factsOf, factsOfTests, walkExpression } from './walk-expression.js';

export interface DescribedValue {
  readonly id: string;
  readonly label?: LocalizedText | undefined;
  readonly type: FactType;
  /** The values it may take, where they are declared. */
  readonly values?: FactDeclaration['values'];
  readonly minimum?: string | undefined;
  readonly maximum?: string | undefined;
  /** Whether it belongs to the case or to each of its rows. */
  readonly of: 'case' | 'item';
}

export interface DescribedDecision {
  readonly id: string;
  readonly label: LocalizedText;
  /** Left out for an indicator. */
  readonly workflow?: string | undefined;
  readonly per: 'case' | 'item';
  readonly legalDate: string;
  /** Facts that must come from outside, in the order in which tables ask for them. */
  readonly inputs: readonly DescribedValue[];
  readonly outputs: readonly DescribedValue[];
}

/** What a decision needs from outside and what it gives; both empty beyond the result when the decision has errors. */
export function describeDecision(compiled: CompiledDecision): DescribedDecision {
  const { id, label, workflow, per, legalDate, result, aggregate, tables } = compiled.definition;
  const of = per === 'item' ? 'item' : 'case';
  const columns = tables.flatMap((table) => table.outputs.map((column): DescribedValue => ({ ...pick(column), of })));
  const outputs: DescribedValue[] = [...columns, { id: result.id, label: result.label, type: result.type, of }];
  if (aggregate) outputs.push({ id: aggregate.id, type: aggregate.function === 'count' ? 'integer' : result.type, of: 'case' });
  return { id, label, workflow, per, legalDate, inputs: inputsOf(compiled), outputs };
}

/** Ids of the facts from outside that tables and result read. */
export function outsideFacts(compiled: CompiledDecision): string[] {
  const produced = new Set<string>();
  const wanted = new Set<string>();
  const want = (ids: readonly string[]) => ids.filter((id) => !produced.has(id)).forEach((id) => wanted.add(id));
  for (const table of compiled.tables) {
    want(factsOfTable(table));
    for (const column of table.definition.outputs) produced.add(column.id);
  }
  if (compiled.result) want(factsOf(compiled.result));
  return [...wanted];
}

function factsOfTable(table: CompiledTable): string[] {
  if (table.definition.status === 'to-be-supplied') return [];
  const columns = table.columns.flatMap((column) => factsOf(column.expression));
  return [...columns, ...table.rules.flatMap((rule) => rule.cells.flatMap((cell) => (cell ? factsOfTests(cell) : [])))];
}

function inputsOf(compiled: CompiledDecision): DescribedValue[] {
  const outside = outsideFacts(compiled);
  const rowFacts = new Set<string>();
  const expressions = [...compiled.tables.flatMap((table) => table.columns.map((column) => column.expression)), compiled.result];
  for (const expression of expressions) if (expression) walkExpression(expression, (node) => collectRowFacts(node, compiled, rowFacts));
  const dated = compiled.definition.legalDate === 'service-month' && compiled.visible.has('service_month') ? ['service_month'] : [];
  const own = [...new Set([...outside, ...dated])].flatMap((id) => {
    const declaration = compiled.visible.get(id);
    const of = compiled.definition.per === 'item' && compiled.itemDeclared.has(id) ? 'item' : 'case';
    return declaration ? [{ id, ...pick(declaration), of } as DescribedValue] : [];
  });
  const rows = [...rowFacts].flatMap((id) => {
    const declaration = compiled.itemDeclared.get(id);
    return declaration && !own.some((input) => input.id === id) ? [{ id, ...pick(declaration), of: 'item' } as DescribedValue] : [];
  });
  return [...own, ...rows];
}

function collectRowFacts(node: Parameters<typeof factsOf>[0], compiled: CompiledDecision, found: Set<string>): boolean {
  if (node.kind !== 'items') return true;
  if (node.field !== undefined) found.add(node.field);
  if (node.filter) for (const id of factsOf(node.filter)) if (compiled.itemDeclared.has(id)) found.add(id);
  return false;
}

function pick<T extends Partial<DescribedValue>>({ id, label, type, values, minimum, maximum }: T): T {
  const all = { id, label, type, values, minimum, maximum };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;
}
