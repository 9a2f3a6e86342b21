import { describe, expect, it } from 'vitest';
import { chosenStill, type ComplaintDraft } from './complaint-draft.js';

const chosen = {
  name: '松鹤院',
  area: { id: 's', label: { 'zh-CN': '湖滨街道', en: 'Lakeside' } },
  answers: { code: '91', name: '松鹤院' },
};
const draft: ComplaintDraft = { answers: { code: '91', name: '松鹤院', what: '饭是凉的' }, chosen, area: '', key: 'k' };

describe('a facility chosen from the list', () => {
  it('counts while the form still names it', () => {
    expect(chosenStill(draft)).toBe(chosen);
    expect(chosenStill({ ...draft, answers: { ...draft.answers, name: '另一家' } })).toBeUndefined();
    expect(chosenStill({ answers: {}, area: '', key: 'k' })).toBeUndefined();
  });
});
