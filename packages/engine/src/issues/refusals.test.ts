import { describe, expect, it } from 'vitest';
import { refusal } from './refusals.js';

describe('a refusal', () => {
  it('says in whole sentences what is not allowed and what can be done instead', () => {
    const { message, next } = refusal('ITEMS_UNDECIDED', { params: { count: 3 } });
    expect([message['zh-CN'], next?.['zh-CN']]).toEqual(['还有3行没有审核。', '请先逐行审核，或者暂缓。']);
    expect([message.en, next?.en]).toEqual(['3 rows are not decided.', 'Decide or hold each row first.']);
  });

  it('leaves it at the words of the definition where it gives a reason, without a second stop', () => {
    const said = { 'zh-CN': '每一行都要先审核，才能公示。', en: 'Decide every row before publication.' };
    const given = refusal('ACTION_NOT_AVAILABLE', { message: said });
    expect(given.message).toEqual(said);
    expect(given).not.toHaveProperty('next');
    expect(refusal('ACTION_NOT_AVAILABLE').next?.['zh-CN']).toBe('请刷新后看现在能做什么。');
  });
});
