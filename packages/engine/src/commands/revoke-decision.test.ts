import type { RegisterWrite } from '@careway/definition';
import { describe, expect, it } from 'vitest';
import { replay } from '../evolve/evolve.js';
import { CaseRunner } from '../testing/case-runner.js';
import { changedWorkflow } from '../testing/changed-workflow.js';
import { label } from '../testing/grant-workflow.js';
import { people } from '../testing/test-context.js';
import { dueClocks, openTasks } from '../views/case-views.js';

const basis = { source: 'city-set' } as const;
const writes: RegisterWrite[] = [
  {
    id: 'end',
    register: 'entitlements',
    mode: 'update',
    per: 'granted-item',
    key: 'entitlement_record',
    set: { status: '"revoked"', amount: 'amount' },
  },
];
const compiled = () =>
  changedWorkflow((copy) => {
    const decide = { rule: 'all' as const, seats: [{ id: 'one', role: 'head' }] };
    const about = { request: { role: 'officer' }, decide, basis };
    copy.steps.push({ id: 'terminated', label: label('终止'), kind: 'end', ending: 'terminated' });
    copy.procedures?.push(
      { id: 'revoke', label: label('revoke'), kind: 'revoke-decision', to: 'review', letters: ['supplement-notice'], writes, ...about },
      { id: 'terminate', label: label('end'), kind: 'terminate', to: 'terminated', letters: ['supplement-notice'], ...about },
    );
  });

const decided = () =>
  new CaseRunner(compiled())
    .open([{}, { allDay: false }], { urgent: true })
    .settle()
    .take(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'approve' })
    .take(people.clerk, 'review', 'ROWS', { items: ['i2'], outcome: 'refuse', reason: '不符', clause: 'art-1' })
    .take(people.clerk, 'review', 'URGENT')
    .take(people.officer, 'decision', 'GRANT')
    .settle();
const closed = () => {
  const run = decided();
  return run.take(people.clerk, 'delivery', 'DELIVER', { letter: run.live.letters[0]?.id ?? '', method: 'hand' });
};
const ask = (run: CaseRunner, procedure: string, more = {}) =>
  run.try(people.officer, { type: 'RequestProcedure', procedure, reason: '申请材料虚假', ...more });
const vote = (run: CaseRunner, how: 'for' | 'against' = 'for') =>
  run.do(people.head, { type: 'VoteProcedure', id: run.live.procedures[0]?.id ?? '', vote: how });
const revoked = (run: CaseRunner, more = {}) => {
  ask(run, 'revoke', more);
  return vote(run);
};

describe('the revocation of a decision', () => {
  it('opens the rows of the batch again, names the act it supersedes, and takes the case where the definition says', () => {
    const run = revoked(decided(), { clause: 'art-2' });
    const decision = run.acts.find(({ type }) => type === 'BatchDecided')?.seq;
    expect(run.acts.find(({ type }) => type === 'DecisionRevoked')).toMatchObject({
      data: { batch: 1, items: ['i1', 'i2'], supersedes: decision, clause: 'art-2' },
      slots: { reason: { value: '申请材料虚假' } },
    });
    expect(run.live).toMatchObject({ status: 'open', position: ['review'], batch: 2, decisions: [], procedures: [] });
    expect(run.live.items.map(({ status, final, result }) => [status, final, result])).toEqual([
      ['open', undefined, undefined],
      ['open', undefined, undefined],
    ]);
    expect(run.live.letters.at(-1)).toMatchObject({
      letter: 'supplement-notice',
      reason: '申请材料虚假',
      items: ['i1', 'i2'],
      supersedes: run.live.letters[0]?.id,
    });
    expect(run.clock('review')?.status).toBe('running');
    expect(replay(run.acts)).toEqual(run.live);
  });

  it('ends what the grant gave: the records are of the rows as they were granted', () => {
    const run = decided();
    const record = run.live.items[0]?.entitlement;
    revoked(run);
    expect(run.effects.filter(({ kind }) => kind === 'write-record')).toMatchObject([
      { key: record, mode: 'update', values: { status: 'revoked', amount: '165.00' }, item: 'i1' },
    ]);
  });

  it('opens a closed case again, and asks again for what was given up', () => {
    const run = closed();
    expect(run.live.status).toBe('closed');
    run.now = '2021-09-01T09:00:00+08:00';
    expect(ask(run, 'revoke').ok).toBe(true);
    expect(openTasks(run.live)).toMatchObject([{ kind: 'procedure', role: 'head' }]);
    expect(run.live.status).toBe('closed');
    vote(run);
    expect(run.live).toMatchObject({ status: 'open', position: ['review'] });
    expect(run.acts.map(({ type }) => type)).toContain('CaseReopened');
    // The granted row holds its claim still, the refused one asks again.
    expect(run.live.items.map(({ claim }) => claim?.status)).toEqual(['granted', 'requested']);
    expect(run.live.clocks.filter(({ status }) => status === 'running').map(({ startedOn }) => startedOn)).toEqual(['2021-09-01']);
    expect(dueClocks(run.live, '2021-09-02T00:00:00+08:00')).toEqual([]);
  });

  it('leaves everything as it is when it is refused, on a closed case too', () => {
    const run = closed();
    ask(run, 'revoke');
    vote(run, 'against');
    expect(run.live).toMatchObject({ status: 'closed', procedures: [], tasks: [] });
    expect(run.live.items.map(({ status }) => status)).toEqual(['approved', 'refused']);
  });

  it('needs a decision that stands', () => {
    const run = new CaseRunner(compiled()).open([{}]).settle();
    expect(ask(run, 'revoke')).toMatchObject({ ok: false, refusal: { code: 'NOTHING_TO_REVOKE' } });
    expect(ask(decided(), 'revoke', { batch: 2 })).toMatchObject({ ok: false, refusal: { code: 'NOTHING_TO_REVOKE' } });
    expect(ask(decided(), 'revoke', { reason: '' })).toMatchObject({ ok: false, issues: [{ code: 'REASON_REQUIRED' }] });
    expect(ask(decided(), 'revoke', { clause: 'nowhere' })).toMatchObject({ ok: false, issues: [{ code: 'CLAUSE_UNKNOWN' }] });
    const twice = revoked(decided());
    expect(ask(twice, 'revoke')).toMatchObject({ ok: false, refusal: { code: 'NOTHING_TO_REVOKE' } });
  });

  it('lets the rows be decided anew, with a letter of their own; the letter of the old decision is delivered no more', () => {
    const run = revoked(decided());
    const old = run.live.letters[0]?.id ?? '';
    run.take(people.clerk, 'review', 'ROWS', { items: ['i2'], outcome: 'refuse', reason: '不符', clause: 'art-1' });
    run.take(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'refuse', reason: '虚假', clause: 'art-2' });
    run.take(people.clerk, 'review', 'SUBMIT').take(people.officer, 'decision', 'GRANT').settle();
    expect(run.live.decisions).toMatchObject([{ batch: 2 }]);
    run.tryTake(people.clerk, 'delivery', 'DELIVER', { letter: old, method: 'hand' });
    expect(run.last).toMatchObject({ ok: false, refusal: { code: 'ACTION_NOT_AVAILABLE' } });
    const letter = run.live.letters.at(-1)?.id ?? '';
    run.take(people.clerk, 'delivery', 'DELIVER', { letter, method: 'hand' });
    expect(run.live.status).toBe('closed');
  });

  it('stays open while the case moves on', () => {
    const run = decided();
    ask(run, 'revoke');
    run.take(people.clerk, 'delivery', 'DELIVER', { letter: run.live.letters[0]?.id ?? '', method: 'hand' });
    // A case that ends has no side procedure any more: it may be asked for again.
    expect(run.live.procedures).toEqual([]);
    ask(run, 'revoke');
    expect(run.live.procedures).toHaveLength(1);
  });
});

describe('the termination of a case', () => {
  it('ends it wherever it stands, with its letter, and gives its claims up', () => {
    const run = new CaseRunner(compiled()).open([{}]).settle();
    ask(run, 'terminate');
    run.take(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'approve' }).take(people.clerk, 'review', 'PUBLISH');
    expect(run.live.tasks.some(({ kind }) => kind === 'procedure')).toBe(true);
    vote(run);
    expect(run.live).toMatchObject({ status: 'closed', ending: 'terminated', position: ['terminated'], tasks: [] });
    expect(run.live.publicity).toMatchObject([{ status: 'withdrawn' }]);
    expect(run.live.letters.at(-1)?.letter).toBe('supplement-notice');
    expect(run.effects.some(({ kind }) => kind === 'release-claim')).toBe(true);
    expect(replay(run.acts)).toEqual(run.live);
  });

  it('is not asked for once the case is closed', () => {
    expect(ask(closed(), 'terminate')).toMatchObject({ ok: false, refusal: { code: 'CASE_CLOSED' } });
  });
});
