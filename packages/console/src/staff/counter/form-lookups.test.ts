import type { FormDefinition } from '@careway/definition';
import { describe, expect, it } from 'vitest';
import type { RegisterView } from '../../api/index.js';
import { formLookups, knownAnswers } from './form-lookups.js';

const text = (words: string) => ({ 'zh-CN': words, en: words });
const register = (id: string, key: string, type: string): RegisterView => ({
  id,
  label: text(id),
  key,
  name: 'name',
  scope: 'tenant',
  groups: [],
  fields: [{ id: key, label: text(key), type, required: true, sensitive: false, indexed: true, fixed: true, typed: true }],
  columns: [],
  total: 0,
  byStatus: [],
  expired: 0,
  mayEdit: false,
  mayImport: false,
  areas: [],
});
const registers = [register('facilities', 'credit_code', 'text'), register('elders', 'identity_number', 'identity')];
const field = (id: string, from?: string, of?: string) => ({
  id,
  label: text(id),
  widget: 'text',
  ...(from && of ? { prefill: { register: from, field: of } } : {}),
});
const form = {
  fields: [
    field('home_code', 'facilities', 'credit_code'),
    field('elder_name', 'elders', 'name'),
    field('number', 'elders', 'identity_number'),
    field('remark'),
  ],
} as unknown as FormDefinition;

describe('what registers know for a form at the counter', () => {
  it('is looked up by the fields that hold their keys, people first', () => {
    expect(formLookups(form, registers).map(({ register: { id }, field: of, people }) => [id, of, people])).toEqual([
      ['elders', 'number', true],
      ['facilities', 'home_code', false],
    ]);
    expect(formLookups({ ...form, fields: [] }, registers)).toEqual([]);
  });

  it('fills the fields that are taken from it, never with a masked value', () => {
    expect(knownAnswers(form, 'elders', { name: '赵桂英', identity_number: '1501**********0028' })).toEqual({ elder_name: '赵桂英' });
  });
});
