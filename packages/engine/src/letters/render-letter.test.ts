import type { LetterDefinition, LetterPart } from '@careway/definition';
import { describe, expect, it } from 'vitest';
import { CaseRunner } from '../testing/case-runner.js';
import { grantDecision, grantWorkflow } from '../testing/grant-workflow.js';
import { people, testContext } from '../testing/test-context.js';
import type { CaseState, LetterState } from '../types/state.js';
import type { LetterData } from './letter-data.js';
import { groupMatches } from './group-matches.js';
import { renderLetter } from './render-letter.js';

const text = (words: string) => ({ 'zh-CN': words, en: words });
const paragraph = (words: string, more: Partial<LetterPart> = {}): LetterPart => ({ kind: 'paragraph', text: text(words), ...more });

const decided = (() => {
  const run = new CaseRunner().open([{}, { level: 'severe' }]).settle();
  run.take(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'approve' });
  run.take(people.clerk, 'review', 'ROWS', { items: ['i2'], outcome: 'refuse', reason: '重复申请', clause: 'art-2' });
  return run.take(people.clerk, 'review', 'PUBLISH').fire('publicity').take(people.officer, 'decision', 'GRANT').settle();
})();
const ctx = testContext(people.clerk, decided.now);
const service = ctx.services.get('bed-grant');
const issued = decided.live.letters[0];
if (!service || !issued) throw new Error('fixture');

const data: LetterData = {
  service,
  facts: grantWorkflow.facts,
  itemName: grantWorkflow.items?.name,
  parties: [...grantWorkflow.parties, { id: 'body', label: text('市场监管局'), kinds: ['external'] }],
  rowsArePersons: true,
  maskName: (name) => `${name.slice(0, 1)}*`,
  remedies: ctx.remedies,
  clause: ctx.clause,
  decision: grantDecision,
  office: text('某某民政局'),
};

function blocks(body: readonly LetterPart[], letter: Partial<LetterState> = {}, template: Partial<LetterDefinition> = {}) {
  const whole = { id: 'x', label: text('信'), to: 'applicant', delivery: 'required', body: [...body], ...template } as LetterDefinition;
  const state: CaseState = { ...decided.live, letters: [issued as LetterState, { ...(issued as LetterState), id: 'new', ...letter }] };
  return renderLetter({ template: whole, letter: { ...(issued as LetterState), ...letter } }, state, data).blocks;
}
const words = (...given: Parameters<typeof blocks>) => blocks(...given).map((block) => block.text?.['zh-CN']);

describe('the placeholders of a letter', () => {
  it('name the letter that it replaces, with its day, and its own day where it replaces none', () => {
    const body = [paragraph('{supersedes}，{decided}')];
    expect(words(body, { supersedes: issued.id })).toEqual([`${issued.number}，${dayWords(issued.issuedOn)}`]);
    expect(words(body)).toEqual([`—，${dayWords(issued.issuedOn)}`]);
  });

  it('give the words of whoever acted, the clause by document and article, the office, other parties and facts', () => {
    const body = [paragraph('{reason}；{opinion}；{clause}；{office}；{party:body}；{fact:grade}；{fact:high_grade}')];
    const [line] = words(body, { reason: '少一份', opinion: '同意', clause: 'art-2' });
    expect(line).toMatch(/^少一份；同意；.+ .+；某某民政局；市场监管局；a；是$/);
  });

  it('address who gave no name as what they are in the case', () => {
    const label = grantWorkflow.parties[0]?.label['zh-CN'];
    const parties = decided.live.parties.map((party) => ({ ...party, name: undefined }));
    const template = { id: 'x', label: text('信'), to: 'applicant', delivery: 'required', body: [paragraph('{applicant}：')] };
    const { blocks: shown } = renderLetter({ template: template as LetterDefinition, letter: issued }, { ...decided.live, parties }, data);
    expect(shown[0]?.text?.['zh-CN']).toBe(`${label}：`);
  });

  it('give an output of the stored result, of the one row that the letter is about', () => {
    const body = [paragraph('{result:base}，{result:amount}')];
    expect(words(body, { items: ['i1'] })).toEqual(['150.00，165.00']);
    expect(words(body)).toEqual(['—，—']);
  });

  it('leave a text out when it is optional and one of them has no value', () => {
    expect(words([paragraph('意见：{opinion}', { optional: true }), paragraph('完')])).toEqual(['完']);
    expect(words([paragraph('意见：{opinion}', { optional: true })], { opinion: '同意' })).toEqual(['意见：同意']);
    expect(words([paragraph('{nonsense} {also:this}')])).toEqual(['{nonsense} {also:this}']);
  });
});

describe('the parts of a letter', () => {
  it('tell rules that matched once, with their rows, and refused rows of which changes may be told', () => {
    const [why, changes] = blocks([{ kind: 'why', text: text('为什么') }, { kind: 'changes' }]);
    expect(why).toMatchObject({ kind: 'why', text: text('为什么') });
    expect(why?.kind === 'why' && why.matched).toContainEqual({ table: 'base', rule: 'moderate', clause: 'art-2', rows: [1] });
    expect(changes).toEqual({ kind: 'changes', items: ['i2'] });
  });

  it('name facts in the order of the template, else every one that is not the engine’s own', () => {
    expect(blocks([{ kind: 'facts', facts: ['service_month', 'grade'] }])).toEqual([{ kind: 'facts', facts: ['service_month', 'grade'] }]);
    const [all] = blocks([{ kind: 'facts' }]);
    expect(all?.kind === 'facts' && all.facts).not.toContain('filed_on');
  });

  it('are left out with their heading when there is nothing to show', () => {
    const empty = ['items', 'why', 'changes', 'list'] as const;
    expect(
      blocks(
        empty.map((kind) => ({ kind, text: text('小标题') })),
        { items: [] },
      ),
    ).toEqual([]);
  });

  it('quote the clause that was cited before those of the rows', () => {
    const [cited] = blocks([{ kind: 'clauses' }], { clause: 'art-1', items: ['i2'] });
    expect(cited?.kind === 'clauses' && cited.clauses.map(({ id }) => id)).toEqual(['art-1', 'art-2']);
  });

  it('mask persons where the letter is shown in public, and only there', () => {
    const names = (delivery: LetterDefinition['delivery']) =>
      blocks([{ kind: 'items' }], {}, { delivery }).flatMap((block) => (block.kind === 'items' ? block.rows.map(({ name }) => name) : []));
    const open = names('required');
    expect(names('public')).toEqual(open.map((name) => name && `${name.slice(0, 1)}*`));
    expect(open.every((name) => name?.includes('*'))).toBe(false);
  });
});

describe('rules that matched', () => {
  it('are grouped in the order in which they are first met', () => {
    const base = { table: 't', clause: 'c' };
    const rows = [
      {
        row: 1,
        matched: [
          { ...base, rule: 'b' },
          { ...base, rule: 'a' },
        ],
      },
      { row: 2, matched: [{ ...base, rule: 'a' }] },
    ];
    expect(groupMatches(rows).map(({ rule, rows: which }) => [rule, which])).toEqual([
      ['b', [1]],
      ['a', [1, 2]],
    ]);
  });
});

function dayWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
