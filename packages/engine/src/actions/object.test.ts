import { describe, expect, it } from 'vitest';
import { compileWorkflow } from '../compile/compile-workflow.js';
import { replay } from '../evolve/evolve.js';
import { CaseRunner } from '../testing/case-runner.js';
import { grantWorkflow } from '../testing/grant-workflow.js';
import { people } from '../testing/test-context.js';

function published(rows = 2): CaseRunner {
  const run = new CaseRunner().open(Array.from({ length: rows }, () => ({}))).settle();
  const items = run.live.items.map((item) => item.id);
  return run.take(people.clerk, 'review', 'ROWS', { items, outcome: 'approve' }).take(people.clerk, 'review', 'PUBLISH');
}

/** Plays the open-child effect of the parent into a case of its own. */
function childOf(run: CaseRunner): CaseRunner {
  const effect = run.effects.find((known) => known.kind === 'open-child');
  if (effect?.kind !== 'open-child') throw new Error('no child was asked for');
  const child = new CaseRunner(compileWorkflow(grantWorkflow, { hash: 'h1' }), { now: run.now });
  const command = JSON.parse(JSON.stringify(effect.command));
  return child.do(people.outbox, { ...command, type: 'OpenChildCase', caseId: 'child-1' });
}

const objection = { reason: '老人已不在本社区', objector: { name: '某某' } };

describe('an objection against rows', () => {
  it('splits them into a child case while the rest proceeds', () => {
    const run = published().take(people.visitor, 'publicity', 'OBJECT', { ...objection, items: ['i2'] });
    expect(run.live.items.map((item) => item.status)).toEqual(['approved', 'split']);
    expect(run.live.publicity[0]).toMatchObject({ items: ['i1'], status: 'open' });
    expect(run.live.position).toEqual(['publicity']);
    const child = childOf(run);
    expect(child.live).toMatchObject({
      position: ['objection-review'],
      parent: { caseId: 'case-1', items: ['i2'] },
      inheritedClocks: { publicity: '2021-07-12' },
    });
    expect(child.live.items[0]).toMatchObject({
      id: 'i2',
      row: 2,
      status: 'approved',
      claim: { status: 'granted' },
      result: { amount: '165.00' },
    });
    expect(replay(child.acts)).toEqual(child.live);
    run.settle().fire('publicity').take(people.officer, 'decision', 'GRANT');
    expect(run.live.letters[0]).toMatchObject({ items: ['i1'], total: '165.00' });
  });

  it('are objections to the whole where there is but one row', () => {
    const run = published(1).take(people.visitor, 'publicity', 'OBJECT', { ...objection, items: ['i1'] });
    expect(run.live.items.map((item) => item.status)).toEqual(['approved']);
    expect(run.live.position).toEqual(['objection-review']);
    expect(run.live.publicity[0]?.status).toBe('withdrawn');
  });

  it('keeps those who reviewed the parent from examining the child', () => {
    const child = childOf(published().take(people.visitor, 'publicity', 'OBJECT', { ...objection, items: ['i2'] }));
    const decided = child.tryTake(people.clerk, 'objection-review', 'DISMISS');
    expect(decided).toMatchObject({ ok: false, refusal: { code: 'SAME_PERSON' } });
    child.take(people.secondClerk, 'objection-review', 'DISMISS');
    expect(child.clock('remainder')).toMatchObject({ due: '2021-07-12', status: 'running' });
  });

  it('runs the rest of the period when dismissed, a full new one when upheld', () => {
    const run = published().take(people.visitor, 'publicity', 'OBJECT', { ...objection, items: ['i2'] });
    const upheld = childOf(run);
    upheld.now = '2021-07-08T10:00:00+08:00';
    upheld.take(people.secondClerk, 'objection-review', 'UPHOLD', { opinion: '成立' });
    upheld.take(people.clerk, 'review', 'PUBLISH');
    expect(upheld.clock('publicity')).toMatchObject({ due: '2021-07-15', status: 'running' });
    const late = childOf(run);
    late.now = '2021-07-20T10:00:00+08:00';
    late.take(people.secondClerk, 'objection-review', 'DISMISS');
    expect(late.clock('remainder')?.dueAt).toBe('2021-07-13T00:00:00+08:00');
    late.do(people.clockwork, { type: 'FireClock', clock: late.clock('remainder')?.id ?? '' });
    expect(late.live.position).toEqual(['decision']);
  });

  it('tells the parent when the child has closed, and ends a parent whose rows are all in children', () => {
    const run = published(2).take(people.visitor, 'publicity', 'OBJECT', { ...objection, items: ['i1', 'i2'] });
    const key = run.live.children[0]?.key ?? '';
    run.do(people.outbox, { type: 'RecordOutcomes', outcomes: [{ kind: 'child-opened', key, caseId: 'child-1' }] });
    expect(run.live.items[0]?.childCase).toBe('child-1');
    run.fire('publicity');
    expect(run.tryTake(people.officer, 'decision', 'GRANT')).toMatchObject({ refusal: { code: 'ITEMS_UNDECIDED' } });
    run.do(people.outbox, { type: 'RecordOutcomes', outcomes: [{ kind: 'child-closed', caseId: 'child-1' }] });
    expect(run.live).toMatchObject({ status: 'closed', ending: 'completed', tasks: [] });
    expect(run.live.children[0]?.status).toBe('closed');
  });

  it('is refused for rows that are not on public notice', () => {
    const run = published().take(people.visitor, 'publicity', 'OBJECT', { ...objection, items: ['i2'] });
    expect(run.tryTake(people.visitor, 'publicity', 'OBJECT', { ...objection, items: ['i2'] })).toMatchObject({
      refusal: { code: 'ITEM_NOT_ELIGIBLE' },
    });
  });
});

describe('an objection against the whole', () => {
  it('withdraws the public notice; upheld, a full new period runs', () => {
    const run = published().take(people.visitor, 'publicity', 'OBJECT', objection);
    expect(run.live).toMatchObject({ position: ['objection-review'], wholeObjection: true });
    expect(run.live.publicity[0]?.status).toBe('withdrawn');
    run.now = '2021-07-09T10:00:00+08:00';
    run.take(people.secondClerk, 'objection-review', 'UPHOLD', { opinion: '成立' }).take(people.clerk, 'review', 'PUBLISH');
    expect(run.live.publicity).toEqual([{ batch: 1, items: ['i1', 'i2'], from: '2021-07-09', until: '2021-07-16', status: 'open' }]);
    expect(run.live).not.toHaveProperty('wholeObjection');
  });

  it('dismissed, lets the original period run out', () => {
    const run = published().take(people.visitor, 'publicity', 'OBJECT', objection).take(people.secondClerk, 'objection-review', 'DISMISS');
    expect(run.clock('remainder')?.due).toBe('2021-07-12');
    expect(run.fire('remainder').live.position).toEqual(['decision']);
  });

  it('keeps the objector’s name apart from the applicant’s data', () => {
    const run = published().take(people.visitor, 'publicity', 'OBJECT', objection);
    const act = run.acts.find((known) => known.type === 'ObjectionFiled');
    expect(act?.slots.objector?.subject).toContain('objector');
    expect(act?.actor).toEqual({ kind: 'public', channel: 'online' });
  });
});
