import { describe, expect, it } from 'vitest';

import { allowancePack } from '@careway/definition/testing';
import { workflowHandbook } from './workflow-handbook.js';
import { workflowPicture } from './workflow-picture.js';

const pack = allowancePack();
const [workflow] = [...pack.workflows.values()];
if (!workflow) throw new Error('no workflow');

describe('the handbook of a workflow', () => {
  const page = workflowHandbook(pack, workflow.id, { locale: 'zh-CN', picture: 'a.svg' });

  it('names every step, who acts there and every figure with its source', () => {
    for (const step of workflow.steps) expect(page).toContain(step.label['zh-CN']);
    for (const param of workflow.params ?? []) expect(page).toContain(param.label['zh-CN']);
  });

  it('quotes each clause that it cites, letter by letter', () => {
    const cited = [...page.matchAll(/〔(\d+)〕/g)].length;
    expect(cited).toBeGreaterThan(0);
    const quotes = [...pack.clauseDocuments.values()].flatMap(({ clauses }) => clauses.map(({ quote }) => quote));
    expect(quotes.some((quote) => page.includes(quote.split('\n')[0] ?? ''))).toBe(true);
  });

  it('is the same page in English', () => {
    const english = workflowHandbook(pack, workflow.id, { locale: 'en', picture: 'a.svg' });
    expect(english).toContain(workflow.label.en);
    expect(english.match(/^## /gm)).toHaveLength(page.match(/^## /gm)?.length ?? 0);
  });

  it('refuses a workflow that the pack does not have', () => {
    expect(() => workflowHandbook(pack, 'none', { locale: 'en', picture: '' })).toThrow(RangeError);
  });
});

describe('the picture of a workflow', () => {
  it('draws every step once and every way between two steps, withdrawals left out', () => {
    const svg = workflowPicture(workflow, 'zh-CN');
    expect(svg.match(/<rect x=/g)).toHaveLength(workflow.steps.length);
    for (const step of workflow.steps) expect(svg).toContain(`>${step.label['zh-CN']}</text>`);
    expect(svg).not.toContain('NaN');
  });

  it('escapes what a label holds', () => {
    const label = { 'zh-CN': '<b>&', en: '<b>&' };
    const svg = workflowPicture({ ...workflow, steps: workflow.steps.map((step) => ({ ...step, label })) }, 'en');
    expect(svg).toContain('&lt;b&gt;&amp;');
  });
});
