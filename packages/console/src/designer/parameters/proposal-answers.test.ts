import { describe, expect, it } from 'vitest';
import { answersOf, changeKey, changesOf, dayOf, editOf } from './proposal-answers.js';

const typed = { value: '160', expects: 'h' };

describe('a draft of changes', () => {
  it('is sent with the day as ISO, however it was typed', () => {
    const answers = { from: '2021年8月1日', note: '纪要', [changeKey('a')]: typed };
    expect(editOf(answers)).toEqual({ effectiveFrom: '2021-08-01', note: '纪要', changes: [{ parameter: 'a', ...typed }] });
    expect(dayOf({ from: '八月' })).toBe('');
  });

  it('keeps the order in which changes were begun', () => {
    expect([...changesOf({ note: '', [changeKey('b')]: typed, [changeKey('a')]: typed }).keys()]).toEqual(['b', 'a']);
  });

  it('is empty before anything is proposed', () => {
    expect(answersOf(undefined)).toEqual({ from: '', note: '' });
  });
});
