import { describe, expect, it } from 'vitest';
import type { ParameterView } from '../../api/index.js';
import { fieldFault, sameFigure } from './field-fault.js';

const days = { type: 'integer', minimum: '1', maximum: '60' } as ParameterView;
const rate = { type: 'money', minimum: '0' } as ParameterView;

describe('a figure as typed', () => {
  it('is judged at once', () => {
    expect([fieldFault(days, ''), fieldFault(days, '90'), fieldFault(days, '2.5'), fieldFault(days, '五')]).toEqual([
      'missing',
      'range',
      'whole',
      'number',
    ]);
    expect([fieldFault(days, '5个工作日'), fieldFault(rate, '１，６００元'), fieldFault(rate, '-1')]).toEqual([
      undefined,
      undefined,
      'range',
    ]);
  });

  it('is the same however many zeros it has', () => {
    expect(sameFigure('money', '150.0', '150')).toBe(true);
    expect(sameFigure('money', '160', '150')).toBe(false);
  });
});
