import { expect, it } from 'vitest';
import { manualAmountIssue } from './manual-amount.js';

const manual = (range: { minimum?: string; maximum?: string }) => ({
  table: 'rates',
  rule: 'by-hand',
  clause: 'clause-1',
  reason: { 'zh-CN': '由人定', en: 'a person decides' },
  ...range,
});

it.each([
  ['29999', true],
  ['29999.99', true],
  ['30000', false],
  ['30000.00', false],
  ['100000', false],
  ['100000.01', true],
])('%s yuan is outside 30000 to 100000: %s', (amount, outside) => {
  const found = manualAmountIssue(manual({ minimum: '30000', maximum: '100000' }), amount, '/amount');
  expect(found?.code).toBe(outside ? 'OUT_OF_RANGE' : undefined);
});

it('says the range in words, with the clause it rests on', () => {
  expect(manualAmountIssue(manual({ minimum: '30000', maximum: '100000' }), '1', '/amount')).toMatchObject({
    path: '/amount',
    clause: 'clause-1',
    params: { amount: '1', minimum: '30000', maximum: '100000' },
    message: {
      'zh-CN': '金额1元不在规定的范围内：30000元到100000元',
      en: 'The amount of 1 yuan is outside the range: 30000 to 100000 yuan',
    },
  });
  expect(manualAmountIssue(manual({ minimum: '5' }), '4', '')?.message.en).toContain('at least 5 yuan');
  expect(manualAmountIssue(manual({ maximum: '5' }), '6', '')?.message.en).toContain('at most 5 yuan');
});

it('says nothing where the row gives no range', () => {
  expect(manualAmountIssue(manual({}), '0', '')).toBeUndefined();
});
