import { describe, expect, it } from 'vitest';
import type { RecordView, RegisterView } from '../../../api/index.js';
import { changeOf, draftOf, newOf } from './record-draft.js';

const text = (zh: string) => ({ 'zh-CN': zh, en: zh });
const field = (id: string, type: string) => ({
  id,
  label: text(id),
  type,
  required: false,
  sensitive: false,
  indexed: false,
  fixed: false,
});
const register = {
  fields: [field('number', 'identity'), field('name', 'text'), field('local', 'boolean'), field('until', 'date')],
  areas: [{ id: 'x', label: text('x') }],
} as unknown as RegisterView;
const record = {
  areaId: 'x',
  known: [
    { field: 'number', shown: { value: '1501********0010', text: text('') } },
    { field: 'name', shown: { value: '王某', text: text('') } },
    { field: 'local', shown: { value: true, text: text('是') } },
  ],
} as unknown as RecordView;

describe('a record that is typed', () => {
  it('sends only what differs, and takes away what is emptied', () => {
    const before = draftOf(register, record, '2021-07-05');
    const draft = { ...before, values: { ...before.values, name: '李某 ', local: 'false', until: '' }, reason: ' 更正 ' };
    expect(changeOf(register, before, draft)).toEqual({ values: { name: '李某', local: false }, validOn: '2021-07-05', reason: '更正' });
    expect(changeOf(register, before, { ...draft, values: { ...before.values, name: '' }, area: 'y' })).toMatchObject({
      values: { name: null },
      area: 'y',
    });
  });

  it('of a new one sends all that is there, with the only area there is', () => {
    const draft = draftOf(register, undefined, '2021-07-05');
    expect(newOf(register, { ...draft, values: { ...draft.values, name: '王某' } })).toEqual({
      values: { name: '王某' },
      area: 'x',
      validOn: '2021-07-05',
      reason: '',
    });
  });
});
