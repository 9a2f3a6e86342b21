import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rulesCatalogue } from './catalogue.js';

const folder = new URL('.', import.meta.url);
const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'catalogue.ts');
const text = sources.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');

test.each(Object.entries(rulesCatalogue))('message %s is used and fills the same params in both languages', (code, message) => {
  const params = (template: string) => [...new Set(template.match(/\{\w+\}/g))].sort();
  expect(text).toContain(`'${code}'`);
  expect(params(message['zh-CN'])).toEqual(params(message.en));
});
