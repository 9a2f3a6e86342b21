import { describe, expect, it } from 'vitest';
import { designerEn } from './en.js';
import { designerZhCN } from './zh-CN.js';

function placeholders(texts: object, path = ''): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string'
        ? [[`${path}${key}`, [...value.matchAll(/\{\{(\w+)\}\}/g)].map((match) => String(match[1])).toSorted()]]
        : Object.entries(placeholders(value as object, `${path}${key}.`)),
    ),
  );
}

describe('texts of the designer', () => {
  it('have the same keys and the same placeholders in both languages', () => {
    expect(placeholders(designerEn)).toEqual(placeholders(designerZhCN));
  });
  it('avoid the words that tell a reader nothing', () => {
    expect(JSON.stringify(designerZhCN)).not.toMatch(/非法|无效|必填|系统异常|参数/);
  });
});
