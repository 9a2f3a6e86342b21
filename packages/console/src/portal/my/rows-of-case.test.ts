import type { FormDefinition, FormField } from '@careway/definition';
import { expect, it } from 'vitest';
import type { CaseView } from '../../api/index.js';
import { rowsOfCase } from './rows-of-case.js';

const field = { id: 'rows', widget: 'table', columns: ['number', 'level', 'days'].map((id) => ({ id })) } as unknown as FormField;
const items = { type: 'object', properties: { number: { type: 'string' }, level: { type: 'string' }, days: { type: 'integer' } } };
const form = { schema: { type: 'object', properties: { rows: { type: 'array', items } } }, fields: [field] } as unknown as FormDefinition;
const fact = (id: string, value: string, source = 'submission') => ({ id, value, source });

it('gives every answer of a row as filed, also those that are no facts, in the order of the roster', () => {
  const view = {
    items: [
      { row: 2, facts: [fact('level', 'severe')] },
      { row: 1, facts: [fact('level', 'mild', 'register')], answers: { number: '1***9', level: 'moderate', days: '30' } },
    ],
  } as unknown as CaseView;
  expect(rowsOfCase(view, form, field)).toEqual([{ number: '1***9', level: 'moderate', days: 30 }, { level: 'severe' }]);
});
