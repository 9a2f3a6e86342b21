import type { DecisionDefinition, WorkflowDefinition } from '@careway/definition';
import { factsOfDecision } from '@careway/rules';

/**
 * One table of a decision as a decision of its own over what its columns are given, whatever that is computed from: tables that agree there
 * cannot be told apart in the decision either.
 */
export function tableAlone(
  { id, label, tables, validity, ...decision }: DecisionDefinition,
  index: number,
  workflow: WorkflowDefinition | undefined,
): DecisionDefinition | undefined {
  const table = tables[index];
  if (!table || table.inputs.length === 0 || table.status === 'to-be-supplied') return undefined;
  const { facts, itemFacts } = factsOfDecision(decision, workflow);
  const known = (name: string) => facts.get(name) ?? itemFacts?.get(name);
  const own = table.inputs.map((column) => {
    const values = column.values ?? known(column.expression ?? column.id)?.values;
    return { id: column.id, label: column.label, type: column.type, ...(values ? { values: [...values] } : {}) };
  });
  return {
    id,
    label,
    per: 'case',
    legalDate: 'decision',
    facts: own,
    tables: [{ ...table, inputs: table.inputs.map(({ expression: _expression, ...column }) => column) }],
    result: { id: 'same', label, type: 'boolean', expression: 'true' },
    ...(validity ? { validity } : {}),
  };
}
