import { describe, expect, it } from 'vitest';
import { spokenText } from './spoken-text.js';

describe('text for a voice', () => {
  it('says whole amounts in yuan, without noughts and thousands signs', () => {
    expect(spokenText('合计¥10,505.00', 'zh-CN')).toBe('合计10505元');
  });

  it('names the currency in the language of the page', () => {
    expect(spokenText('Total ¥1,234,567.00', 'en')).toBe('Total 1234567 yuan');
  });

  it('keeps parts of a yuan', () => {
    expect(spokenText('每天最多¥6.50', 'zh-CN')).toBe('每天最多6.50元');
  });

  it('leaves out marks and empty lines', () => {
    expect(spokenText(' ✓ 同意\n\n  ● 剩6个工作日 ', 'zh-CN')).toBe('同意\n剩6个工作日');
  });
});
