import { describe, expect, it } from 'vitest';
import { cellWords } from './cell-words.js';

const level = {
  type: 'code',
  values: [
    { value: 'mild', label: { 'zh-CN': '轻度', en: 'Mild' } },
    { value: 'severe', label: { 'zh-CN': '重度', en: 'Severe' } },
  ],
};

describe('the words of a cell', () => {
  it.each([
    ['"mild", "severe"', level, '轻度或重度', 'Mild or Severe'],
    ['not("mild")', level, '除轻度以外', 'other than Mild'],
    ['< 2019-09', { type: 'month' }, '早于2019-09', 'before 2019-09'],
    ['>= 80', { type: 'integer' }, '不低于80', 'at least 80'],
    ['true', { type: 'boolean' }, '是', 'yes'],
    ['[60..79]', { type: 'integer' }, '60至79', '60 to 79'],
    ['(0..30.5)', { type: 'decimal' }, '0至30.5（不含0）（不含30.5）', '0 to 30.5 (not 0 itself) (not 30.5 itself)'],
  ])('reads %s', (cell, column, chinese, english) => {
    expect(cellWords(cell, column)).toEqual({ 'zh-CN': chinese, en: english });
  });
});
