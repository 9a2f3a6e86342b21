import type { DecisionDefinition } from '@careway/definition';
import { describe, expect, it } from 'vitest';
import { changed, type Mutable } from './mutant.js';
import { sameTable } from './table-outcomes.js';

const label = { 'zh-CN': '表', en: 'table' };
const score = (id: string) => ({ id, label, type: 'integer' as const, minimum: '0', maximum: '9' });
const parts = ['first', 'second', 'third', 'fourth', 'fifth'];

/** Five scores give levels; a table that ranks its outputs puts them together: too many combinations to try them all. */
const decision: DecisionDefinition = {
  id: 'levels',
  label,
  per: 'case',
  legalDate: 'decision',
  facts: parts.map(score),
  tables: [
    ...parts.map((id) => ({
      id,
      label,
      hitPolicy: 'UNIQUE' as const,
      inputs: [score(id)],
      outputs: [{ id: `${id}_level`, label, type: 'integer' as const }],
      rules: [
        { id: `${id}-low`, when: { [id]: '<= 4' }, then: { [`${id}_level`]: '0' }, clause: 'c' },
        { id: `${id}-high`, when: { [id]: '> 4' }, then: { [`${id}_level`]: '1' }, clause: 'c' },
      ],
    })),
    {
      id: 'together',
      label,
      hitPolicy: 'PRIORITY',
      inputs: [
        { id: 'first_level', label, type: 'integer' },
        { id: 'second_level', label, type: 'integer' },
      ],
      outputs: [{ id: 'level', label, type: 'code', values: ['bad', 'good'].map((value) => ({ value, label })) }],
      rules: [
        { id: 'good', when: { first_level: '0', second_level: '0' }, then: { level: 'good' }, clause: 'c' },
        { id: 'first', when: { first_level: '>= 1' }, then: { level: 'bad' }, clause: 'c' },
        { id: 'second', when: { second_level: '>= 1' }, then: { level: 'bad' }, clause: 'c' },
      ],
    },
  ],
  result: { id: 'outcome', label, type: 'code', expression: 'level' },
};
const same = (change: (copy: Mutable<DecisionDefinition>) => void) => sameTable(decision, changed(decision, change), undefined);

describe('one table of a decision', () => {
  it('is the same where a ranked row that reaches further loses to a worse one', () => {
    expect(same((copy) => void (copy.tables[5]!.rules[0]!.when.second_level = '-'))).toBe(true);
  });

  it('is another where a row that decides is changed, or one of the values that a table before it gives', () => {
    expect(same((copy) => void copy.tables[5]?.rules.splice(1, 1))).toBe(false);
    expect(same((copy) => void (copy.tables[0]!.rules[0]!.when.first = '<= 5'))).toBe(false);
    expect(same((copy) => void (copy.tables[0]!.rules[1]!.then.first_level = '2'))).toBe(false);
  });

  it('is the same beyond the bounds of its facts', () => {
    expect(same((copy) => void (copy.tables[0]!.rules[0]!.when.first = '[0..4]'))).toBe(true);
  });

  it('is never judged together with another change', () => {
    expect(same((copy) => void (copy.result.expression = 'first_level'))).toBe(false);
  });
});
