import { describe, expect, it } from 'vitest';
import { formDocumentMessages } from './form-document-messages.js';
import { formIssue, formMessages } from './messages.js';

describe('messages', () => {
  it('are plain words in both languages', () => {
    for (const [code, text] of Object.entries({ ...formMessages, ...formDocumentMessages })) {
      expect(`${code} ${text['zh-CN']}`).not.toMatch(/非法|无效|必填|失败|异常/);
      expect(`${code} ${text.en}`).not.toMatch(/invalid|illegal|failed/i);
    }
  });

  it('have the same placeholders in both languages, but for those that only one needs', () => {
    const names = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    for (const text of Object.values(formMessages)) {
      const [zh, en] = [names(text['zh-CN']), names(text.en)];
      expect([...en].filter((name) => !zh.has(name))).toEqual([]);
    }
  });

  it('take labels by language and begin with the row', () => {
    const label = { 'zh-CN': '姓名', en: 'Name' };
    expect(formIssue('ANSWER_MISSING', '/a', { label }, { row: 4 }).message).toEqual({
      'zh-CN': '第4行：请填写姓名',
      en: 'Row 4: Fill in: Name',
    });
  });
});
