import { expect, it } from 'vitest';
import { groupAmount } from './group-amount.js';

it('separates thousands, keeps cents and sign, and leaves what is no amount', () => {
  const texts = ['0.00', '165.00', '1000', '11330.00', '-1234567.5', '—', 'level-4'];
  expect(texts.map(groupAmount)).toEqual(['0.00', '165.00', '1,000', '11,330.00', '-1,234,567.5', '—', 'level-4']);
});
