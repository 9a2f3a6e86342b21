import type { FormDefinition, FormField } from '@careway/definition';
import { describe, expect, it } from 'vitest';
import { isBlock, withBlock, withCell } from './rows.js';

const text = (value: string) => ({ 'zh-CN': value, en: value });
const field: FormField = {
  id: 'rows',
  label: text('名单'),
  widget: 'table',
  columns: [
    { id: 'name', label: text('姓名'), widget: 'text' },
    { id: 'level', label: text('等级'), widget: 'select', values: [{ value: 'severe', label: text('重度') }] },
    { id: 'local', label: text('本市户籍'), widget: 'radio' },
  ],
};
const form = {
  id: 'f',
  version: '1.0.0',
  label: text('表'),
  fields: [field],
  pages: [{ id: 'p', label: text('页'), fields: ['rows'] }],
  schema: {
    type: 'object',
    properties: {
      rows: {
        type: 'array',
        items: {
          type: 'object',
          properties: { name: { type: 'string' }, level: { type: 'string', enum: ['severe'] }, local: { type: 'boolean' } },
        },
      },
    },
  },
} as FormDefinition;

describe('rows of a roster', () => {
  it('changes one cell and leaves the other rows the same objects', () => {
    const rows = [{ name: '王某' }, { name: '李某' }];
    const next = withCell(rows, { row: 1, column: 'name' }, '张某');
    expect(next).toEqual([{ name: '王某' }, { name: '张某' }]);
    expect(next[0]).toBe(rows[0]);
  });

  it('forgets an answer that was emptied', () => {
    expect(withCell([{ name: '王某', level: 'severe' }], { row: 0, column: 'level' }, '')).toEqual([{ name: '王某' }]);
  });

  it('fills a pasted block to the right and downwards and adds the rows it needs', () => {
    const next = withBlock([{ name: '王某' }], { row: 0, column: 1 }, { form, field, text: '重度\t是\n重度\t否' });
    expect(next).toEqual([
      { name: '王某', level: 'severe', local: true },
      { level: 'severe', local: false },
    ]);
  });

  it('reads a block with headings in any order when it begins in the first column', () => {
    const next = withBlock([{}], { row: 0, column: 0 }, { form, field, text: '本市户籍\t姓名\n是\t王某\n否\t李某' });
    expect(next).toEqual([
      { name: '王某', local: true },
      { name: '李某', local: false },
    ]);
  });

  it('knows a block from a single cell', () => {
    expect(isBlock('王某')).toBe(false);
    expect(isBlock('王某\r\n')).toBe(false);
    expect(isBlock('王某\t重度')).toBe(true);
    expect(isBlock('王某\n李某')).toBe(true);
  });
});
