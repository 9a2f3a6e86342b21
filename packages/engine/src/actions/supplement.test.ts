import { describe, expect, it } from 'vitest';
import { CaseRunner } from '../testing/case-runner.js';
import { people, submissionOf } from '../testing/test-context.js';

const refused = (run: CaseRunner) => (run.last?.ok === false ? run.last.refusal?.code : undefined);
const list = [{ what: '第2人的身份证照片', why: '看不清' }];
const asked = () => new CaseRunner().open([{}, {}]).settle().take(people.clerk, 'review', 'SUPPLEMENT', { list });

describe('a supplement', () => {
  it('keeps the position, stops the clock, tells the whole list and gives the applicant a task', () => {
    const run = asked();
    expect(run.live.position).toEqual(['review']);
    expect(run.clock('review')?.status).toBe('paused');
    expect(run.clock('supplement')).toMatchObject({ status: 'running', due: '2021-07-12' });
    expect(run.live.supplement).toMatchObject({ list, requestedOn: '2021-07-05' });
    expect(run.live.letters[0]).toMatchObject({ letter: 'supplement-notice', list, due: '2021-07-12' });
    expect(run.live.tasks.map((task) => task.kind)).toEqual(['step', 'supplement']);
    expect(run.effects.filter((effect) => effect.kind === 'notify').map((effect) => effect.notice)).toEqual(['letter']);
  });

  it('cannot be asked for twice at a time, nor without a list', () => {
    const run = asked();
    run.tryTake(people.clerk, 'review', 'SUPPLEMENT', { list });
    expect(refused(run)).toBe('SUPPLEMENT_OPEN');
    const fresh = new CaseRunner().open();
    fresh.tryTake(people.clerk, 'review', 'SUPPLEMENT', { list: [] });
    expect(fresh.last).toMatchObject({ ok: false, issues: [{ code: 'LIST_REQUIRED' }] });
  });

  it('counts days used before the pause and lets the rest run on from the day it was filed', () => {
    const run = new CaseRunner().open([{}, {}]).settle();
    expect(run.clock('review')?.due).toBe('2021-07-12');
    run.now = '2021-07-07T09:00:00+08:00';
    run.take(people.clerk, 'review', 'SUPPLEMENT', { list });
    run.now = '2021-07-14T16:00:00+08:00';
    run.do(people.agent, { type: 'FileSupplement', submission: submissionOf([{}, {}]) });
    // Two of five working days are used by the 7th; three remain after the 14th.
    expect(run.clock('review')).toMatchObject({ status: 'running', due: '2021-07-19' });
    expect(run.clock('supplement')?.status).toBe('ended');
    expect(run.live).not.toHaveProperty('supplement');
    expect(run.live.tasks.map((task) => task.kind)).toEqual(['step']);
  });

  it('resumes on the day the paper came in, though entered later', () => {
    const run = asked();
    run.now = '2021-07-09T09:00:00+08:00';
    const onPaper = { ...people.clerk, channel: 'paper' } as typeof people.clerk;
    run.do(onPaper, { type: 'FileSupplement', submission: submissionOf([{}, {}]), effectiveOn: '2021-07-06' });
    expect(run.clock('review')).toMatchObject({ due: '2021-07-13', pauses: [{ from: '2021-07-05', to: '2021-07-06' }] });
    expect(run.acts.at(-1)?.recordedAt).toBe(run.now);
  });

  it('is refused before it was asked for and in the future', () => {
    const run = asked();
    for (const effectiveOn of ['2021-07-04', '2021-07-06']) {
      run.try(people.agent, { type: 'FileSupplement', submission: submissionOf([{}, {}]), effectiveOn });
      expect(refused(run)).toBe('DATE_NOT_ALLOWED');
    }
  });

  it('re-opens decided rows that changed, and only those', () => {
    const run = new CaseRunner().open([{}, {}]).settle();
    run
      .take(people.clerk, 'review', 'ROWS', { items: ['i1', 'i2'], outcome: 'approve' })
      .take(people.clerk, 'review', 'SUPPLEMENT', { list });
    run.do(people.agent, { type: 'FileSupplement', submission: submissionOf([{}, { level: 'severe' }]) });
    expect(run.live.items.map((item) => item.status)).toEqual(['approved', 'open']);
    expect(run.live.items[1]?.facts.level?.value).toBe('severe');
    expect(run.live.items[1]?.claim?.status).toBe('granted');
  });

  it('names only rows that differ: a number sealed again is the same number, an answer that is no fact counts when it is said to differ', () => {
    const sealed = (bytes: string) => ({ sealed: bytes, key: 'k1', hint: '1***1' });
    const filed = submissionOf([{}, {}]);
    const again = (differs: boolean) => ({
      ...filed,
      rows: filed.rows.map((row, index) => ({
        ...row,
        values: { ...row.values, elder: sealed('second') },
        ...(index === 1 ? { differs } : {}),
      })),
    });
    const first = { ...filed, rows: filed.rows.map((row) => ({ ...row, values: { ...row.values, elder: sealed('first') } })) };
    for (const [differs, items] of [
      [false, []],
      [true, ['i2']],
    ] as const) {
      const run = asked().do(people.agent, { type: 'FileSupplement', submission: first });
      run.take(people.clerk, 'review', 'SUPPLEMENT', { list });
      run.do(people.agent, { type: 'FileSupplement', submission: again(differs) });
      const act = run.acts.findLast(({ type }) => type === 'SupplementFiled');
      expect(act?.data).toEqual({ items });
    }
  });

  it('is filed by nobody but the applicant', () => {
    const run = asked();
    run.try(people.secondClerk, { type: 'FileSupplement', submission: submissionOf([{}, {}]) });
    expect(refused(run)).toBe('NOT_YOUR_TASK');
  });

  it('is canceled when the position leaves its step', () => {
    const run = asked().take(people.agent, 'review', 'WITHDRAW');
    expect(run.live.tasks).toEqual([]);
    expect(run.live).not.toHaveProperty('supplement');
    expect(run.live.clocks.every((clock) => clock.status === 'canceled')).toBe(true);
    run.try(people.agent, { type: 'FileSupplement', submission: submissionOf([{}, {}]) });
    expect(refused(run)).toBe('CASE_CLOSED');
  });
});

describe('a withdrawal', () => {
  it('closes the case, cancels everything and releases the claims', () => {
    const run = new CaseRunner().open([{}, {}]).settle().take(people.agent, 'review', 'WITHDRAW', { reason: '填错了' });
    expect(run.live).toMatchObject({ status: 'closed', ending: 'withdrawn', position: ['withdrawn'], tasks: [] });
    expect(run.effects.filter((effect) => effect.kind === 'release-claim')).toHaveLength(2);
  });

  it('is the applicant’s alone', () => {
    const run = new CaseRunner().open();
    run.tryTake(people.clerk, 'review', 'WITHDRAW');
    expect(refused(run)).toBe('NOT_YOUR_TASK');
    run.tryTake(people.visitor, 'review', 'WITHDRAW');
    expect(refused(run)).toBe('NOT_YOUR_TASK');
  });
});
