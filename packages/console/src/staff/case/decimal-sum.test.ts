import { describe, expect, it } from 'vitest';
import { sumAmounts } from './decimal-sum.js';

describe('sumAmounts', () => {
  it('adds decimal texts exactly', () => {
    expect(sumAmounts(['0.10', '0.20', '165', '220.00'])).toBe('385.30');
  });
  it('keeps more than two decimals and large amounts', () => {
    expect(sumAmounts(['9007199254740993.0001', '0.0002'])).toBe('9007199254740993.0003');
  });
  it('counts rows without an amount as nothing', () => {
    expect(sumAmounts([undefined, '—', '5.00'])).toBe('5.00');
    expect(sumAmounts([])).toBe('0.00');
  });
  it('subtracts negative amounts', () => {
    expect(sumAmounts(['1.00', '-1.50'])).toBe('-0.50');
  });
});
