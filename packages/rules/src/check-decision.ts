import type { DecisionDefinition, Issue } from '@careway/definition';
import { type RulesIssueCode, rulesIssue } from './catalogue.js';
import { checkTable, duplicates, isListed } from './check-table.js';
import { checkText, validityIssues } from './check-text.js';
import type { FactDeclaration, FactDeclarations } from './fact.js';
import { kindOf } from './static-type.js';

export interface DecisionFacts {
  readonly facts: FactDeclarations;
  /** Facts of the rows; absent where the workflow has no items. */
  readonly itemFacts?: FactDeclarations | undefined;
}

/**
 * Everything that can be said against a decision before it runs, with JSON Pointers into its document: expressions, cells and
 * outputs of the wrong type or outside their domain, hit policies without what they need, a result that is not what it claims.
 */
export function checkDecision(definition: DecisionDefinition, { facts, itemFacts }: DecisionFacts): Issue[] {
  const visible = new Map<string, FactDeclaration>(definition.per === 'item' ? [...facts, ...(itemFacts ?? [])] : facts);
  const issues = [...duplicates(definition.tables, '/tables'), ...validityIssues(definition.validity, '/validity')];
  if (definition.legalDate === 'service-month' && visible.get('service_month')?.type !== 'month') {
    issues.push(rulesIssue('UNKNOWN_FACT', '/legalDate', { fact: 'service_month' }, { severity: 'warning' }));
  }
  definition.tables.forEach((table, index) => {
    const path = `/tables/${index}`;
    issues.push(...checkTable(table, path, { declared: visible, itemDeclared: itemFacts }));
    table.outputs.forEach((column, at) => {
      if (visible.has(column.id)) {
        issues.push(rulesIssue('SHADOWED_FACT', `${path}/outputs/${at}/id`, { fact: column.id }, { severity: 'warning' }));
      }
      visible.set(column.id, outputDeclaration(table, column));
    });
  });
  return [...issues, ...checkResult(definition, visible, itemFacts)];
}

function outputDeclaration(table: DecisionDefinition['tables'][number], { type, values, label }: FactDeclaration): FactDeclaration {
  if (table.hitPolicy === 'COLLECT' && table.aggregator === 'COUNT') return { type: 'integer', label };
  return { type, values, label, ...(isListed(table) ? { list: true } : {}) };
}

function checkResult(definition: DecisionDefinition, declared: FactDeclarations, itemDeclared: FactDeclarations | undefined): Issue[] {
  const { result, aggregate, per } = definition;
  const expected = kindOf(result.type);
  const issues = checkText(result.expression, '/result/expression', { declared, itemDeclared, expected });
  const add = (code: RulesIssueCode, path: string, params = {}) => issues.push(rulesIssue(code, path, params));
  if ((result.type === 'money' || result.type === 'decimal') && !result.rounding) add('RESULT_ROUNDING', '/result');
  if (aggregate && per === 'case') add('AGGREGATE_PER_CASE', '/aggregate');
  else if (aggregate && aggregate.function !== 'count' && expected !== 'number') {
    add('AGGREGATE_TYPE', '/aggregate/function', { function: aggregate.function });
  }
  return issues;
}
