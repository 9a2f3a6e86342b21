import { describe, expect, it } from 'vitest';
import { meanOf } from './mean-of.js';

describe('the mean of scores', () => {
  it('is exact and rounds half up to two decimals', () => {
    expect(meanOf(['100', '101', '99', '100', '102'])).toBe('100.40');
    expect(meanOf(['1', '2', '2'])).toBe('1.67');
    expect(meanOf(['0.01', '0.02'])).toBe('0.02');
    expect(meanOf(['-1', '-2'])).toBe('-1.50');
    expect(meanOf(['0.1', '0.2'])).toBe('0.15');
  });

  it('is none where something is no number', () => {
    expect(meanOf(['1', '—'])).toBeUndefined();
    expect(meanOf([])).toBeUndefined();
  });
});
