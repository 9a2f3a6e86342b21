import { expect, test } from 'vitest';
import { compareDecimalText } from './decimal-text.js';

test('decimals compare by what they are worth, exactly', () => {
  const order = (a: string, b: string) => Math.sign(compareDecimalText(a, b));
  expect(order('150', '150.00')).toBe(0);
  expect(order('9', '10')).toBe(-1);
  expect(order('-0.5', '0')).toBe(-1);
  expect(order('-0.5', '-0.25')).toBe(-1);
  expect(order('0.1000000000000000000001', '0.1')).toBe(1);
});
