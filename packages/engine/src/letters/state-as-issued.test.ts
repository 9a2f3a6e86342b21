import { describe, expect, it } from 'vitest';
import { evolve, replay } from '../evolve/evolve.js';
import { CaseRunner } from '../testing/case-runner.js';
import { changedWorkflow } from '../testing/changed-workflow.js';
import { people } from '../testing/test-context.js';
import type { Act } from '../types/act.js';
import { stateAsIssued } from './state-as-issued.js';

const granted = () => {
  const run = new CaseRunner().open([{}, { level: 'severe' }]).settle();
  run.take(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'approve' });
  run.take(people.clerk, 'review', 'ROWS', { items: ['i2'], outcome: 'refuse', reason: '重复申请', clause: 'art-2' });
  return run.take(people.clerk, 'review', 'PUBLISH').fire('publicity').take(people.officer, 'decision', 'GRANT').settle();
};
const told = (run: CaseRunner) => {
  const letter = run.live.letters.find(({ letter: id }) => id === 'decision-letter');
  if (!letter) throw new Error('no letter');
  return stateAsIssued(letter, run.live).items.map(({ status, result, reason }) => [status, result?.amount, reason?.text]);
};

/** An act beside those of the runner, for what other commands record. */
function after(run: CaseRunner, act: Pick<Act, 'type' | 'data'>): void {
  const next = { ...run.acts.at(-1), slots: {}, ...act, seq: run.live.seq + 1 } as Act;
  run.state = evolve(run.live, next);
}

describe('a letter that was issued', () => {
  it('goes on saying what it said of its rows when the decision is revoked and taken anew', () => {
    const run = granted();
    const before = told(run);
    expect(before).toEqual([
      ['approved', '165.00', undefined],
      ['refused', undefined, '重复申请'],
    ]);
    const { act = 0, batch = 0 } = run.live.decisions?.[0] ?? {};
    after(run, { type: 'DecisionRevoked', data: { batch, items: ['i1', 'i2'], supersedes: act } });
    expect(run.live.items.map(({ status }) => status)).toEqual(['open', 'open']);
    expect(told(run)).toEqual(before);
    after(run, { type: 'ItemDecided', data: { item: 'i1', status: 'refused', clause: 'art-2' } });
    expect(told(run)).toEqual(before);
  });

  it('keeps the name of a row that is corrected later', () => {
    const run = granted();
    const [letter] = run.live.letters;
    if (!letter) throw new Error('no letter');
    const name = (of: CaseRunner) => stateAsIssued(of.live.letters[0] ?? letter, of.live).items[0]?.facts.level?.value;
    expect(name(run)).toBe('moderate');
    after(run, { type: 'FactCorrected', data: { fact: 'level', item: 'i1', supersedes: 1, validOn: '2021-07-05' } });
    expect(run.live.items[0]?.facts.level).toMatchObject({ erased: true });
    expect(name(run)).toBe('moderate');
    expect(told(run)[0]).toEqual(['approved', '165.00', undefined]);
  });

  it('keeps the facts that its text repeats, and that there was none', () => {
    const compiled = changedWorkflow((copy) => {
      copy.facts.push({ id: 'note', label: { 'zh-CN': '说明', en: 'note' }, type: 'text', from: { kind: 'action' } });
    });
    const run = new CaseRunner(compiled).open([{}]).settle();
    run.take(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'approve' });
    run.take(people.clerk, 'review', 'PUBLISH').fire('publicity').take(people.officer, 'decision', 'GRANT').settle();
    const issued = run.acts.find(({ type }) => type === 'LetterIssued');
    const named = { ...issued, data: { ...(issued?.data as object), facts: ['grade', 'note'] } } as unknown as Act;
    const state = replay(run.acts.map((act) => (act === issued ? named : act)));
    const letter = state.letters[0];
    expect(letter?.facts).toMatchObject({ grade: { value: 'a' }, note: null });
    const changed = {
      ...state,
      facts: { ...state.facts, grade: { ...state.facts.grade, value: 'b' }, note: state.facts.grade },
    } as typeof state;
    const seen = letter && stateAsIssued(letter, changed);
    expect(seen?.facts.grade?.value).toBe('a');
    expect(seen?.facts).not.toHaveProperty('note');
    expect(seen?.facts.service_month).toEqual(state.facts.service_month);
  });
});
