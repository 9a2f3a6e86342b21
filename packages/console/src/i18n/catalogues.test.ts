import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { designerEn } from '../designer/i18n/en.js';
import { designerZhCN } from '../designer/i18n/zh-CN.js';
import { staffEn } from '../staff/i18n/en.js';
import { staffZhCN } from '../staff/i18n/zh-CN.js';
import { en } from './en.js';
import { zhCN } from './zh-CN.js';

const catalogues = {
  portal: { 'zh-CN': zhCN, en },
  staff: { 'zh-CN': staffZhCN, en: staffEn },
  designer: { 'zh-CN': designerZhCN, en: designerEn },
} as const;
const source = join(import.meta.dirname, '..');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'));

function at(tree: unknown, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (node, part) => (typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[part] : undefined),
      tree,
    );
}

/** i18next's plural forms stand for their key. */
function known(tree: unknown, key: string): boolean {
  return typeof at(tree, key) === 'string' || typeof at(tree, `${key}_other`) === 'string';
}

function leaves(tree: unknown, path = ''): string[] {
  if (typeof tree !== 'object' || tree === null) return [path.replace(/_(one|other)$/, '')];
  return [...new Set(Object.entries(tree).flatMap(([key, value]) => leaves(value, path === '' ? key : `${path}.${key}`)))];
}

/** Keys of a file: whole ones, and the fixed beginning of composed ones. */
function keysOf(text: string): { whole: string[]; begun: string[] } {
  const whole = [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] as string);
  const begun = [...text.matchAll(/\bt\(\s*`([^`$]+)\.\$\{/g)].map((match) => match[1] as string);
  return { whole, begun };
}

describe('texts', () => {
  it('says in English everything that it says in Chinese', () => {
    for (const { 'zh-CN': zh, en: english } of Object.values(catalogues)) expect(leaves(english).sort()).toEqual(leaves(zh).sort());
  });

  it('has every key that a page asks for', () => {
    let seen = 0;
    const missing = files.flatMap((name) => {
      const text = readFileSync(join(source, name), 'utf8');
      const spaces = [...text.matchAll(/useTranslation\((?:'([a-z]+)')?\)/g)].map(
        (match) => (match[1] ?? 'portal') as keyof typeof catalogues,
      );
      if (spaces.length === 0) return [];
      const { whole, begun } = keysOf(text);
      seen += whole.length + begun.length;
      const trees = [...new Set(spaces)].map((space) => catalogues[space]['zh-CN']);
      return [
        ...whole.filter((key) => !trees.some((tree) => known(tree, key))),
        ...begun.filter((key) => !trees.some((tree) => typeof at(tree, key) === 'object')),
      ].map((key) => `${name}: ${key}`);
    });
    expect(missing).toEqual([]);
    expect(seen).toBeGreaterThan(300);
  });
});
