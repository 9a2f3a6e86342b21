import type { DecisionDefinition } from '@careway/definition';
import { compileDecision, declareFacts } from '@careway/rules';
import { describe, expect, it } from 'vitest';
import { CaseRunner } from '../testing/case-runner.js';
import { grantDecision, grantWorkflow, label } from '../testing/grant-workflow.js';
import { people } from '../testing/test-context.js';

const opened = (...args: Parameters<CaseRunner['open']>) => new CaseRunner().open(...args).settle();
const codes = (run: CaseRunner) => (run.last?.ok === false ? run.last.issues.map((issue) => issue.code) : []);
const refused = (run: CaseRunner) => (run.last?.ok === false ? run.last.refusal?.code : undefined);
const rows = (outcome: 'approve' | 'hold' | 'refuse' | 'reopen', items: string[], more = {}) => ({ outcome, items, ...more });

describe('deciding rows', () => {
  it('gives each row an act of its own with result, matched rules and the date of the tables', () => {
    const run = opened([{}, { level: 'severe' }]).take(people.clerk, 'review', 'ROWS', rows('approve', ['i1', 'i2']));
    const acts = run.acts.filter((act) => act.type === 'ItemDecided');
    expect(acts.map((act) => act.items)).toEqual([['i1'], ['i2']]);
    expect(run.live.items[1]).toMatchObject({
      status: 'approved',
      batch: 1,
      result: { amount: '220.00', on: '2021-06-01', decisionHash: 'decision-hash' },
    });
    expect(run.live.items[1]?.result?.matched.map((match) => match.rule)).toEqual(['fine', 'severe', 'grade-a']);
    expect(run.live.position).toEqual(['review']);
  });

  it('refuses to approve a row that the tables refuse, with the clause, and leaves all rows as they were', () => {
    const run = opened([{}, { allDay: false }]);
    run.tryTake(people.clerk, 'review', 'ROWS', rows('approve', ['i1', 'i2']));
    expect(refused(run)).toBe('ITEM_NOT_ELIGIBLE');
    expect(run.last).toMatchObject({ refusal: { clause: 'art-1' }, issues: [{ path: '/items/i2' }] });
    expect(run.live.items.every((item) => item.status === 'open')).toBe(true);
  });

  it('asks a person for amount and reason where the tables leave it to one, never 1.0', () => {
    const run = opened([{}], { grade: 'none' });
    run.tryTake(people.clerk, 'review', 'ROWS', rows('approve', ['i1']));
    expect(codes(run)).toEqual(['AMOUNT_REQUIRED']);
    run.tryTake(people.clerk, 'review', 'ROWS', rows('approve', ['i1'], { amount: '120.00' }));
    expect(codes(run)).toEqual(['REASON_REQUIRED']);
    run.tryTake(people.clerk, 'review', 'ROWS', rows('approve', ['i1'], { amount: '12,0', reason: 'r' }));
    expect(codes(run)).toEqual(['AMOUNT_INVALID']);
    run.take(people.clerk, 'review', 'ROWS', rows('approve', ['i1'], { amount: '120.00', reason: '参照同类机构' }));
    expect(run.live.items[0]?.result).toMatchObject({ amount: '120.00', manual: { amount: '120.00', by: 'clerk-1' } });
  });

  it('takes an amount at the ends of the range that the row gives, and none outside', () => {
    const propose = (amount: string) => {
      const run = new CaseRunner().open([{}], { grade: 'none' }).settle();
      run.tryTake(people.clerk, 'review', 'ROWS', rows('approve', ['i1'], { amount, reason: 'r' }));
      return run.last?.ok === false ? run.last.issues?.map(({ code }) => code) : run.live.items[0]?.result?.amount;
    };
    expect(['49.99', '50', '500.00', '500.01'].map(propose)).toEqual([['OUT_OF_RANGE'], '50', '500.00', ['OUT_OF_RANGE']]);
  });

  it('takes one of the codes where the result is no amount, and says which there are', () => {
    const [conditions, base] = grantDecision.tables;
    const levels = ['mild', 'severe'].map((value) => ({ value, label: label(value) }));
    const column = { id: 'outcome', label: label('outcome'), type: 'code' as const, values: levels };
    const rule = { id: 'open', when: { level: '"severe"' }, then: { outcome: 'severe' }, clause: 'art-2' };
    const coded: DecisionDefinition = {
      ...grantDecision,
      tables: [conditions, { ...base, outputs: [column], rules: [rule] }].filter(
        (table) => table !== undefined,
      ) as DecisionDefinition['tables'],
      result: { id: 'outcome_of_all', label: label('outcome'), type: 'code', expression: 'outcome' },
    };
    const facts = { facts: declareFacts(grantWorkflow.facts), itemFacts: declareFacts(grantWorkflow.items?.facts ?? []) };
    const decision = { compiled: compileDecision(coded, facts), hash: 'coded' };
    const run = new CaseRunner(undefined, { context: { decision: () => decision } }).open([{}]).settle();
    run.tryTake(people.clerk, 'review', 'ROWS', rows('approve', ['i1'], { amount: 'total', reason: 'r' }));
    expect(run.last).toMatchObject({ ok: false, issues: [{ code: 'RESULT_NOT_OFFERED', params: { offered: 'mild, severe' } }] });
    run.take(people.clerk, 'review', 'ROWS', rows('approve', ['i1'], { amount: 'mild', reason: '两人一致认为' }));
    expect(run.live.items[0]).toMatchObject({ status: 'approved', result: { outputs: { outcome_of_all: 'mild' } } });
    expect(run.live.items[0]?.result?.amount).toBeUndefined();
  });

  it('takes no amount where the tables give one', () => {
    const run = opened([{}]);
    run.tryTake(people.clerk, 'review', 'ROWS', rows('approve', ['i1'], { amount: '999.00', reason: 'r' }));
    expect(codes(run)).toEqual(['AMOUNT_NOT_MANUAL']);
  });

  it('leaves a row that no rule matches to a person too', () => {
    const run = opened([{ level: 'mild' }]);
    run.tryTake(people.clerk, 'review', 'ROWS', rows('approve', ['i1']));
    expect(codes(run)).toEqual(['AMOUNT_REQUIRED']);
  });

  it('approves no row before its claim is granted, and says since when it is held elsewhere', () => {
    const run = new CaseRunner().open([{}]);
    run.tryTake(people.clerk, 'review', 'ROWS', rows('approve', ['i1']));
    expect(refused(run)).toBe('CLAIM_NOT_HELD');
    run.do(people.outbox, {
      type: 'RecordOutcomes',
      outcomes: [{ kind: 'claim-refused', item: 'i1', heldSince: '2021-06-30', heldByService: 's' }],
    });
    run.tryTake(people.clerk, 'review', 'ROWS', rows('approve', ['i1']));
    expect(run.last).toMatchObject({ refusal: { code: 'CLAIM_NOT_HELD' } });
    expect(JSON.stringify(run.last)).toContain('2021-06-30');
  });

  it('needs a reason to hold, a reason and a known clause to refuse', () => {
    const run = opened([{}]);
    run.tryTake(people.clerk, 'review', 'ROWS', rows('hold', ['i1']));
    expect(codes(run)).toEqual(['REASON_REQUIRED']);
    run.tryTake(people.clerk, 'review', 'ROWS', rows('refuse', ['i1'], { reason: 'r' }));
    expect(codes(run)).toEqual(['CLAUSE_REQUIRED']);
    run.tryTake(people.clerk, 'review', 'ROWS', rows('refuse', ['i1'], { reason: 'r', clause: 'nowhere' }));
    expect(codes(run)).toContain('CLAUSE_UNKNOWN');
    run.take(people.clerk, 'review', 'ROWS', rows('refuse', ['i1'], { reason: '不在本市', clause: 'art-2' }));
    expect(run.live.items[0]).toMatchObject({ status: 'refused', reason: { text: '不在本市', clause: 'art-2' } });
    run.take(people.clerk, 'review', 'ROWS', rows('reopen', ['i1']));
    expect(run.live.items[0]).toMatchObject({ status: 'open' });
    expect(run.live.items[0]).not.toHaveProperty('reason');
    expect(run.live.items[0]).not.toHaveProperty('batch');
  });

  it('knows no row that the case does not have', () => {
    const run = opened([{}]);
    run.tryTake(people.clerk, 'review', 'ROWS', rows('hold', ['i9'], { reason: 'r' }));
    expect(codes(run)).toEqual(['ITEM_UNKNOWN']);
  });

  it('names the missing facts when a guard cannot be judged', () => {
    const run = opened([{}]);
    run.tryTake(people.clerk, 'review', 'URGENT');
    expect(codes(run)).toEqual(['GUARD_UNDECIDED']);
    expect(run.last).toMatchObject({ issues: [{ params: { facts: 'urgent' } }] });
  });
});
