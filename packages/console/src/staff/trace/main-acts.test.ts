import { describe, expect, it } from 'vitest';
import type { ActView } from '../../api/index.js';
import { mainActs } from './main-acts.js';

const act = (type: string, reason?: string) => ({ type, ...(reason ? { reason } : {}) }) as ActView;

describe('mainActs', () => {
  it('leaves out what the case books for itself', () => {
    expect(mainActs([act('CaseOpened'), act('FactsRecorded'), act('ClaimGranted'), act('ActionTaken')]).map(({ type }) => type)).toEqual([
      'CaseOpened',
      'ActionTaken',
    ]);
  });
  it('keeps rows that were held or refused', () => {
    expect(mainActs([act('ItemDecided'), act('ItemDecided', '住院')])).toHaveLength(1);
  });
});
