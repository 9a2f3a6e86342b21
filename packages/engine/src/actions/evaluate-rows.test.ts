import { compileDecision, declareFacts } from '@careway/rules';
import { describe, expect, it } from 'vitest';
import { CaseRunner } from '../testing/case-runner.js';
import { withAction } from '../testing/changed-workflow.js';
import { grantDecision, grantWorkflow, label } from '../testing/grant-workflow.js';
import { people } from '../testing/test-context.js';

const forward = () => new CaseRunner(withAction('review.URGENT', { evaluates: true }));
const urgent = { urgent: true };
const codes = (run: CaseRunner) => (run.last?.ok === false ? run.last.issues.map((issue) => issue.code) : []);

describe('an action that evaluates', () => {
  it('gives each open row the result of the tables, approved or refused, before it moves', () => {
    const run = forward()
      .open([{}, { allDay: false }], urgent)
      .settle()
      .take(people.clerk, 'review', 'URGENT');
    expect(run.live.items.map(({ status, batch }) => [status, batch])).toEqual([
      ['approved', 1],
      ['refused', 1],
    ]);
    expect(run.live.items[0]?.result).toMatchObject({ amount: '165.00', on: '2021-06-01', decisionHash: 'decision-hash' });
    expect(run.live.items[1]?.result).toMatchObject({ amount: '0.00', refused: { code: 'NOT_ALL_DAY', clause: 'art-1' } });
    const types = run.acts.map((act) => act.type);
    expect(types.lastIndexOf('ItemDecided')).toBeLessThan(types.lastIndexOf('PositionMoved'));
    expect(run.live.position).toEqual(['decision']);
  });

  it('leaves rows alone that a person has decided or held', () => {
    const run = forward().open([{}, {}, {}], urgent).settle();
    run.take(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'hold', reason: '待核' });
    run.take(people.clerk, 'review', 'ROWS', { items: ['i2'], outcome: 'refuse', reason: '重复', clause: 'art-2' });
    run.take(people.clerk, 'review', 'URGENT');
    expect(run.live.items.map((item) => item.status)).toEqual(['held', 'refused', 'approved']);
    expect(run.live.items[1]?.reason?.text).toBe('重复');
  });

  it('judges a row again that the tables alone decided, by what is known now, and records nothing where nothing changed', () => {
    const run = forward().open([{}, {}], urgent).settle().take(people.clerk, 'review', 'URGENT');
    const decided = () => run.acts.filter((act) => act.type === 'ItemDecided').length;
    expect(decided()).toBe(2);
    run.take(people.officer, 'decision', 'RETURN', { to: 'review', reason: '再核' }).take(people.clerk, 'review', 'URGENT');
    expect(decided()).toBe(2);
    run.take(people.officer, 'decision', 'RETURN', { to: 'review', reason: '再核' });
    run.state = { ...run.live, facts: { ...run.live.facts, grade: { ...run.live.facts['grade'], value: 'b' } as never } };
    run.take(people.clerk, 'review', 'URGENT');
    expect(run.live.items.map((item) => item.result?.amount)).toEqual(['150.00', '150.00']);
    expect(decided()).toBe(4);
  });

  it('stops as a whole at a row that the tables leave to a person, and names it', () => {
    const run = forward()
      .open([{}, { level: 'mild' }], urgent)
      .settle();
    run.tryTake(people.clerk, 'review', 'URGENT');
    expect(codes(run)).toEqual(['ROW_LEFT_TO_PERSON']);
    expect(run.last).toMatchObject({ issues: [{ path: '/items/i2', params: { row: 2 } }] });
    expect(run.live.items.every((item) => item.status === 'open')).toBe(true);
    run.take(people.clerk, 'review', 'ROWS', { items: ['i2'], outcome: 'approve', amount: '80.00', reason: '参照中度' });
    run.take(people.clerk, 'review', 'URGENT');
    expect(run.live.items.map((item) => item.result?.amount)).toEqual(['165.00', '80.00']);
  });

  it('approves no row whose claim is not held, but refuses it where the tables do', () => {
    const run = forward().open([{}, { allDay: false }], urgent);
    run.tryTake(people.clerk, 'review', 'URGENT');
    expect(run.last).toMatchObject({ ok: false, refusal: { code: 'CLAIM_NOT_HELD' }, issues: [{ path: '/items/i1' }] });
  });

  it('says that no tables are in force rather than approving without them', () => {
    const run = new CaseRunner(withAction('review.URGENT', { evaluates: true }), { context: { decision: () => undefined } });
    run.open([{}], urgent).settle().tryTake(people.clerk, 'review', 'URGENT');
    expect(codes(run)).toEqual(['NO_DECISION_IN_FORCE']);
  });

  it('decides a batch at once, and refuses to where nothing is left to decide', () => {
    const decides = () => new CaseRunner(withAction('decision.GRANT', { evaluates: true }));
    const run = decides()
      .open([{}, { allDay: false }], urgent)
      .settle();
    run.take(people.clerk, 'review', 'URGENT').take(people.officer, 'decision', 'GRANT');
    expect(run.live.items.map(({ status, final }) => [status, final])).toEqual([
      ['approved', true],
      ['refused', true],
    ]);
    expect(run.acts.find((act) => act.type === 'BatchDecided')?.data).toMatchObject({ batch: 1, total: '165.00' });
    const held = decides().open([{}], urgent).settle();
    held.take(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'hold', reason: '待核' }).take(people.clerk, 'review', 'URGENT');
    held.tryTake(people.officer, 'decision', 'GRANT');
    expect(held.last).toMatchObject({ ok: false, refusal: { code: 'ITEMS_UNDECIDED' } });
  });
});

describe('a result that is no number', () => {
  it('is kept with its outputs and has no amount, even when it is written in digits', () => {
    const definition = {
      ...grantDecision,
      tables: [
        {
          ...grantDecision.tables[1],
          outputs: [{ id: 'grade_given', label: label('grade'), type: 'code' as const }],
          rules: [{ id: 'any', when: {}, then: { grade_given: '3' }, clause: 'art-2' }],
        },
      ] as unknown as typeof grantDecision.tables,
      result: { id: 'grade_result', label: label('grade'), type: 'code' as const, expression: 'grade_given' },
    };
    const compiled = compileDecision(definition, {
      facts: declareFacts(grantWorkflow.facts),
      itemFacts: declareFacts(grantWorkflow.items?.facts ?? []),
    });
    const run = new CaseRunner(withAction('review.URGENT', { evaluates: true }), {
      context: { decision: () => ({ compiled, hash: 'h' }) },
    });
    run.open([{}], urgent).settle().take(people.clerk, 'review', 'URGENT');
    expect(run.live.items[0]).toMatchObject({ status: 'approved', result: { outputs: { grade_given: '3', grade_result: '3' } } });
    expect(run.live.items[0]?.result).not.toHaveProperty('amount');
  });
});
