import type { DecisionDefinition, DecisionRule, DecisionTable } from '@careway/definition';
import { compileDecision } from '../compile-decision.js';
import { declareFacts } from '../fact.js';

export const label = (text: string) => ({ 'zh-CN': text, en: text });
export const codes = (...values: string[]) => values.map((value) => ({ value, label: label(value) }));

export const facts = declareFacts([
  { id: 'local', type: 'boolean', label: label('本市户籍') },
  { id: 'level', type: 'code', values: codes('mild', 'moderate', 'severe'), label: label('失能等级') },
  { id: 'age', type: 'integer', minimum: '0', maximum: '130', label: label('年龄') },
  { id: 'income', type: 'money', label: label('收入') },
  { id: 'filed', type: 'date', label: label('申请日期') },
]);

export function rule(id: string, when: Record<string, string>, then: DecisionRule['then'], more: Partial<DecisionRule> = {}): DecisionRule {
  return { id, when, then, clause: `clause-${id}`, ...more };
}

/** One table over `level` and `age` with one money output, unless told otherwise. */
export function table(rules: DecisionRule[], more: Partial<DecisionTable> = {}): DecisionTable {
  return {
    id: 'rates',
    label: label('标准'),
    hitPolicy: 'UNIQUE',
    inputs: [
      { id: 'level', label: label('失能等级'), type: 'code' },
      { id: 'age', label: label('年龄'), type: 'integer' },
    ],
    outputs: [{ id: 'rate', label: label('标准'), type: 'money' }],
    rules,
    ...more,
  };
}

export function decision(tables: DecisionTable[], more: Partial<DecisionDefinition> = {}): DecisionDefinition {
  return {
    id: 'allowance',
    label: label('津贴'),
    workflow: 'subsidy-approval',
    per: 'case',
    legalDate: 'application',
    tables,
    result: { id: 'amount', label: label('金额'), type: 'money', expression: 'rate', rounding: { scale: 2, mode: 'half-up' } },
    ...more,
  };
}

export function compiled(tables: DecisionTable[], more: Partial<DecisionDefinition> = {}) {
  return compileDecision(decision(tables, more), { facts });
}
