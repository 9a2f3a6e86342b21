import type { FactDefinition } from '@careway/definition';
import { describe, expect, it } from 'vitest';
import { birthDates } from './birth-dates.js';
import { checkCharacter } from './identity-number.js';

const fact = (from: Partial<FactDefinition['from']>): FactDefinition => ({
  id: 'age',
  label: { 'zh-CN': '年龄', en: 'age' },
  type: 'integer',
  from: { kind: 'system', ...from },
});
const answers = { elder: '11010519491231002X', agent: `11010519800101001${checkCharacter('11010519800101001')}`, name: '王某' };

describe('birth dates beside identity numbers', () => {
  it('are given for the number that a fact names', () => {
    expect(birthDates([fact({ name: 'age-on-filing', field: 'elder' })], answers)).toEqual({ elder_birth_date: '1949-12-31' });
  });

  it('are given for every number where a fact names none, and for nothing where no fact asks', () => {
    expect(Object.keys(birthDates([fact({ name: 'birth-date' })], answers))).toEqual(['elder_birth_date', 'agent_birth_date']);
    expect(birthDates([fact({ name: 'filed-on' })], answers)).toEqual({});
  });
});
