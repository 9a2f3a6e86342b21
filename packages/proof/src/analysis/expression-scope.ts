import type { FactDefinition, WorkflowDefinition } from '@careway/definition';
import { builtinFacts, builtinItemFacts } from '@careway/engine';
import { declareFacts, type FactDeclarations, type TypeKind } from '@careway/rules';

/** What expressions of a workflow may read: facts, parameters and built-in facts of the case; inside aggregates those of the rows. */
export interface ExpressionScope {
  readonly declared: FactDeclarations;
  readonly itemDeclared: FactDeclarations | undefined;
}

export function expressionScope(workflow: WorkflowDefinition): ExpressionScope {
  const params = (workflow.params ?? []).map(({ id, type, label, values }) => ({ id, type, label, values }));
  return {
    declared: declareFacts([...builtinFacts, ...params, ...workflow.facts]),
    itemDeclared: workflow.items ? declareFacts([...builtinItemFacts, ...workflow.items.facts]) : undefined,
  };
}

export function kindOf(type: FactDefinition['type']): TypeKind {
  if (type === 'boolean' || type === 'date' || type === 'month') return type;
  return type === 'integer' || type === 'decimal' || type === 'money' ? 'number' : 'text';
}
