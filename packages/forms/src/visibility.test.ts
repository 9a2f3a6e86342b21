import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyAccess } from './access.js';
import { scoredForm } from './testing/scored-form.js';
import { pagesOf } from './pages.js';
import { submissionFacts, submissionRows } from './submission-facts.js';
import { elder, rosterForm, rosterOf } from './testing/roster-form.js';
import { validateSubmission } from './validate-submission.js';
import { visibleFields } from './visibility.js';

const today = '2021-07-05';
/** b is asked when a is true, c when b is "yes", d unless c is above 3. */
const chain = {
  ...rosterForm,
  schema: {
    type: 'object',
    properties: { a: { type: 'boolean' }, b: { type: 'string', enum: ['yes', 'no'] }, c: { type: 'integer' }, d: { type: 'string' } },
  },
  fields: [
    { id: 'a', label: { 'zh-CN': '甲', en: 'A' }, widget: 'checkbox' as const },
    { id: 'b', label: { 'zh-CN': '乙', en: 'B' }, widget: 'text' as const, visibleWhen: 'a = true' },
    { id: 'c', label: { 'zh-CN': '丙', en: 'C' }, widget: 'integer' as const, visibleWhen: 'b = "yes"' },
    { id: 'd', label: { 'zh-CN': '丁', en: 'D' }, widget: 'text' as const, visibleWhen: 'not(c > 3)' },
  ],
  pages: [{ id: 'one', label: { 'zh-CN': '一', en: 'one' }, fields: ['a', 'b', 'c', 'd'] as [string, ...string[]] }],
};

describe('visibleFields', () => {
  it('reads no answer of a hidden field', () => {
    expect(visibleFields(chain, { a: false, b: 'yes', c: 1 })).toEqual(['a']);
    expect(visibleFields(chain, { a: true, b: 'yes', c: 1 })).toEqual(['a', 'b', 'c', 'd']);
  });

  it('hides what cannot be decided yet', () => {
    expect(visibleFields(chain, {})).toEqual(['a']);
    expect(visibleFields(chain, { a: true, b: 'yes' })).toEqual(['a', 'b', 'c']);
  });

  it('leaves out what a step hides, though its answer still counts', () => {
    expect(visibleFields(chain, { a: true, b: 'no' }, [{ field: 'a', mode: 'hidden' }])).toEqual(['b']);
    expect(applyAccess(chain, [{ field: 'a', mode: 'hidden' }], { a: true, b: 'no' })).toEqual({ b: 'no' });
    expect(applyAccess(scoredForm, [{ field: 'level', mode: 'hidden' }], { eating: 3, total: 5, level: 'high' })).toEqual({
      eating: 3,
      total: 5,
    });
  });

  it('lets no hidden answer survive validation, whatever is filed', () => {
    const answers = fc.record(
      { a: fc.boolean(), b: fc.constantFrom('yes', 'no', ''), c: fc.integer({ min: 0, max: 6 }), d: fc.constantFrom('x', '') },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(answers, (filed) => {
        const result = validateSubmission(chain, filed, { today });
        if (!result.ok) throw new Error(JSON.stringify(result.issues));
        const shown = new Set(visibleFields(chain, result.data));
        expect(Object.keys(result.data).filter((id) => !shown.has(id))).toEqual([]);
        expect(validateSubmission(chain, result.data, { today })).toEqual(result);
      }),
    );
  });
});

describe('pagesOf', () => {
  const statusOf = (data: Record<string, unknown>) => pagesOf(rosterForm, data, { today }).map(({ id, status }) => `${id} ${status}`);

  it('tells which pages are empty, begun and done', () => {
    expect(statusOf({})).toEqual(['about empty', 'elders empty', 'papers empty']);
    expect(statusOf({ service_month: '2021-06' })).toEqual(['about partial', 'elders empty', 'papers empty']);
    expect(statusOf(rosterOf([elder(1, { level: 'x' })]))).toEqual(['about done', 'elders partial', 'papers done']);
    expect(statusOf(rosterOf([elder(1)]))).toEqual(['about done', 'elders done', 'papers done']);
  });

  it('lists only visible fields', () => {
    expect(pagesOf(rosterForm, { has_agent: false }, { today })[0]?.fields).toEqual([
      'service_month',
      'has_agent',
      'credit_code',
      'rent',
      'beds',
    ]);
  });
});

describe('submissionFacts', () => {
  it('gives the engine answers, rows and files, numbers as text', () => {
    const facts = submissionFacts(rosterForm, rosterOf([elder(1, { hours: 24 })], { beds: 12 }));
    expect(facts.answers).toEqual({ service_month: '2021-06', has_agent: false, beds: '12', consent: true });
    expect(facts.tables['elders']?.[0]).toMatchObject({ hours: '24', local_hukou: true });
    expect(facts.files['evidence']).toEqual([{ id: 'f1', name: 'a.pdf' }]);
  });

  it('makes one row of the answers where the form has no table of that name', () => {
    const facts = submissionFacts(rosterForm, rosterOf([elder(1), elder(2)], { beds: 12 }));
    expect(submissionRows(rosterForm, facts, 'elders')).toHaveLength(2);
    expect(submissionRows(rosterForm, facts, 'awards')).toEqual([facts.answers]);
  });
});
