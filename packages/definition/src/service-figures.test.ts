import { expect, test } from 'vitest';
import type { DecisionDefinition } from './schemas/decision.js';
import { fillFigures, figuresNamed } from './service-figures.js';

const rule = { id: 'base-moderate', when: {}, then: { base: '160.00' }, clause: 'c' };
const decision = { tables: [{ rules: [rule] }] } as unknown as DecisionDefinition;

test('a text takes its figures from the tables', () => {
  const text = { 'zh-CN': '每人每月{figure:base-moderate.base}元', en: '{figure:base-moderate.base} yuan a month' };
  expect(fillFigures(text, decision)).toEqual({ 'zh-CN': '每人每月160元', en: '160 yuan a month' });
});

test('a figure that no table has stays as it is written', () => {
  const text = { 'zh-CN': '{figure:nothing.base}', en: '{figure:base-moderate.nothing}' };
  expect(fillFigures(text, decision)).toEqual(text);
  expect(fillFigures(text, undefined)).toEqual(text);
  expect(figuresNamed(text['zh-CN'])).toEqual([{ rule: 'nothing', column: 'base' }]);
});
