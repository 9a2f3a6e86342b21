import { describe, expect, it } from 'vitest';
import { CaseRunner } from '../testing/case-runner.js';
import { changedWorkflow } from '../testing/changed-workflow.js';
import { calendar2021, people, submissionOf } from '../testing/test-context.js';
import { dueClocks, nextDue } from '../views/case-views.js';

const refused = (run: CaseRunner) => (run.last?.ok === false ? run.last.refusal?.code : undefined);
const fireNow = (run: CaseRunner, id: string) => run.try(people.clockwork, { type: 'FireClock', clock: run.clock(id)?.id ?? '' });

describe('clocks', () => {
  it('start on the day the case was filed on paper, and refuse the future', () => {
    const run = new CaseRunner();
    const submission = submissionOf([{}]);
    const parties = [{ party: 'applicant', kind: 'organisation' as const, subject: 'org-1', agents: ['agent'] }];
    const command = { type: 'OpenCase' as const, caseId: 'c', tenant: 't', service: 'bed-grant', areaPath: [], submission, parties };
    run.try(people.agent, { ...command, filedOn: '2021-07-06' });
    expect(refused(run)).toBe('DATE_NOT_ALLOWED');
    run.do(people.agent, { ...command, filedOn: '2021-07-01' });
    expect(run.live.filedOn).toBe('2021-07-01');
    expect(run.clock('review')).toMatchObject({ startedOn: '2021-07-01', due: '2021-07-08', dueAt: '2021-07-09T00:00:00+08:00' });
    expect(run.acts[0]).toMatchObject({ effectiveOn: '2021-07-01', recordedAt: '2021-07-05T09:00:00+08:00' });
  });

  it('never fire early; a breach is recorded once, owned, and the clock stays', () => {
    const run = new CaseRunner().open();
    run.now = '2021-07-12T23:59:59+08:00';
    fireNow(run, 'review');
    expect(refused(run)).toBe('CLOCK_NOT_DUE');
    expect(nextDue(run.live)).toBe('2021-07-13T00:00:00+08:00');
    expect(dueClocks(run.live, run.now)).toEqual([]);
    run.fire('review');
    expect(run.clock('review')).toMatchObject({ status: 'running', breachedOn: '2021-07-13' });
    expect(run.live.tasks.map((task) => task.kind)).toEqual(['step', 'overdue']);
    expect(nextDue(run.live)).toBeUndefined();
    fireNow(run, 'review');
    expect(refused(run)).toBe('CLOCK_NOT_DUE');
  });

  it('compare instants, not texts: the same instant in another offset is due', () => {
    const run = new CaseRunner().open();
    run.now = '2021-07-12T16:00:00Z';
    expect(fireNow(run, 'review').ok).toBe(true);
  });

  it('end exactly once', () => {
    const run = new CaseRunner().open([{}]).settle();
    run
      .take(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'approve' })
      .take(people.clerk, 'review', 'PUBLISH')
      .fire('publicity');
    fireNow(run, 'publicity');
    expect(refused(run)).toBe('CLOCK_NOT_DUE');
    expect(run.acts.filter((act) => act.type === 'ClockEnded' && act.data.how === 'fired')).toHaveLength(1);
    expect(run.acts.find((act) => act.type === 'ActionTaken' && act.data.action === 'PERIOD_ENDED')?.actor).toEqual({
      kind: 'system',
      cause: 'clock',
    });
  });

  it('are undetermined, owned and no obstacle in a year without calendar, and are computed when it arrives', () => {
    const run = new CaseRunner(undefined, { context: { calendars: new Map() } }).open([{}]).settle();
    expect(run.clock('review')).toMatchObject({ status: 'undetermined', missingYear: 2021 });
    expect(run.live.tasks.map((task) => `${task.kind}:${task.role}`)).toEqual(['step:clerk', 'overdue:clerk']);
    run.take(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'approve' });
    const later = new CaseRunner(undefined, { context: { calendars: new Map([[2021, calendar2021]]) } });
    later.state = run.live;
    later.do(people.clockwork, { type: 'DetermineClocks' });
    expect(later.clock('review')).toMatchObject({ status: 'running', due: '2021-07-12' });
    expect(later.clock('review')).not.toHaveProperty('missingYear');
    expect(later.live.tasks.map((task) => task.kind)).toEqual(['step']);
  });
});

describe('an extension of a time limit', () => {
  const ask = (days = 3) => ({ type: 'RequestProcedure' as const, procedure: 'extend-review', clock: 'review', days, reason: '名册较长' });

  it('needs the vote of every seat and then moves the last day', () => {
    const run = new CaseRunner().open().do(people.clerk, ask());
    expect(run.live.tasks.filter((task) => task.kind === 'procedure').map((task) => task.seat)).toEqual(['chief', 'head']);
    const id = run.live.procedures[0]?.id ?? '';
    run.do(people.officer, { type: 'VoteProcedure', id, vote: 'for' });
    expect(run.clock('review')?.due).toBe('2021-07-12');
    run.try(people.officer, { type: 'VoteProcedure', id, vote: 'for' });
    expect(refused(run)).toBe('ALREADY_VOTED');
    run.do(people.head, { type: 'VoteProcedure', id, vote: 'for' });
    expect(run.clock('review')).toMatchObject({ due: '2021-07-15', extendedBy: 3 });
    expect(run.live.procedures).toEqual([]);
    expect(run.live.tasks.map((task) => task.kind)).toEqual(['step']);
    run.try(people.clerk, ask());
    expect(refused(run)).toBe('TIMES_EXHAUSTED');
  });

  it('tells the applicant the new last day and the reason', () => {
    const compiled = changedWorkflow((copy) => {
      for (const procedure of copy.procedures ?? []) procedure.letters = ['supplement-notice'];
    });
    const run = new CaseRunner(compiled).open().do(people.clerk, ask());
    const id = run.live.procedures[0]?.id ?? '';
    run.do(people.officer, { type: 'VoteProcedure', id, vote: 'for' });
    expect(run.live.letters).toEqual([]);
    run.do(people.head, { type: 'VoteProcedure', id, vote: 'for' });
    expect(run.live.letters).toMatchObject([{ letter: 'supplement-notice', due: '2021-07-15', reason: '名册较长', area: 'district-1' }]);
  });

  it('changes nothing when refused, and never more than the parameter allows', () => {
    const run = new CaseRunner().open();
    run.try(people.clerk, ask(6));
    expect(run.last).toMatchObject({ ok: false, issues: [{ code: 'DAYS_INVALID', params: { maximum: 5 } }] });
    run.do(people.clerk, ask()).do(people.head, { type: 'VoteProcedure', id: run.live.procedures[0]?.id ?? '', vote: 'against' });
    expect(run.clock('review')).toMatchObject({ due: '2021-07-12', extendedBy: 0 });
    expect(run.acts.at(-1)).toMatchObject({ type: 'ProcedureClosed', data: { outcome: 'refused' } });
  });

  it('is lost with its clock', () => {
    const run = new CaseRunner().open([{}]).settle().do(people.clerk, ask());
    run.take(people.clerk, 'review', 'ROWS', { items: ['i1'], outcome: 'approve' }).take(people.clerk, 'review', 'PUBLISH');
    expect(run.live.procedures).toEqual([]);
    expect(run.live.tasks).toEqual([]);
  });

  it('is asked for by its role only and voted on by no party and not by the one who asked', () => {
    const run = new CaseRunner().open();
    run.try(people.officer, ask());
    expect(refused(run)).toBe('NOT_YOUR_TASK');
    const both = {
      kind: 'person',
      id: 'clerk-1',
      roles: [
        { role: 'clerk', area: 'street-1' },
        { role: 'head', area: 'district-1' },
      ],
      parties: [],
    } as const;
    run.do(both, ask()).try(both, { type: 'VoteProcedure', id: run.live.procedures[0]?.id ?? '', vote: 'for' });
    expect(refused(run)).toBe('SAME_PERSON');
  });
});

describe('tasks', () => {
  it('once taken wait for the colleague who took them', () => {
    const run = new CaseRunner().open();
    const task = run.live.tasks[0]?.id ?? '';
    run.do(people.clerk, { type: 'TakeTask', task });
    expect(run.live.tasks[0]?.takenBy).toBe('clerk-1');
    run.tryTake(people.secondClerk, 'review', 'SUPPLEMENT', { list: [{ what: 'a', why: 'b' }] });
    expect(refused(run)).toBe('TASK_TAKEN');
    run.try(people.secondClerk, { type: 'ReleaseTask', task });
    expect(refused(run)).toBe('NOT_YOUR_TASK');
    run
      .do(people.clerk, { type: 'ReleaseTask', task })
      .take(people.secondClerk, 'review', 'SUPPLEMENT', { list: [{ what: 'a', why: 'b' }] });
  });

  it('are not for another street, nor for those who may not act at the step', () => {
    const run = new CaseRunner().open([{}], { urgent: true }).settle();
    const task = run.live.tasks[0]?.id ?? '';
    run.try(people.outsider, { type: 'TakeTask', task });
    expect(refused(run)).toBe('NOT_YOUR_TASK');
    run.try(people.agent, { type: 'TakeTask', task: 'nowhere' });
    expect(refused(run)).toBe('NOT_FOUND');
  });
});

describe('opening', () => {
  it('records facts with their sources, and personal ones in slots of the person concerned', () => {
    const run = new CaseRunner().open([{ birth: '1940-07-06' }]);
    expect(run.live.facts.registered).toMatchObject({
      value: 'Centre 7',
      source: { kind: 'register', register: 'centres', key: 'centre-7', version: 3 },
    });
    expect(run.live.facts.high_grade).toMatchObject({ value: true, source: { kind: 'derived' } });
    expect(run.live.items[0]?.facts.age?.value).toBe('80');
    const act = run.acts.find((known) => known.type === 'FactsRecorded' && known.data.item === 'i1');
    expect(Object.values(act?.slots ?? {}).map((slot) => slot.subject)).toEqual(['elder-1']);
    expect(JSON.stringify(act?.data)).not.toContain('key-1');
    expect(new CaseRunner().open([{}]).live.items[0]?.facts).not.toHaveProperty('age');
  });

  it('refuses the same person twice, an empty roster, an unknown service and entry, all at once', () => {
    const run = new CaseRunner();
    const submission = submissionOf([{}, {}]);
    const twice = { ...submission, rows: [submission.rows[0], submission.rows[0]] } as typeof submission;
    const parties = [{ party: 'applicant', kind: 'organisation' as const, subject: 'org-1', agents: ['agent'] }];
    const base = { type: 'OpenCase' as const, caseId: 'c', tenant: 't', areaPath: [], parties };
    run.try(people.agent, { ...base, service: 'nothing', entry: 'nowhere', submission: twice });
    expect(run.last).toMatchObject({
      issues: [{ code: 'SERVICE_UNKNOWN' }, { code: 'ENTRY_UNKNOWN' }, { code: 'DUPLICATE_ROW', path: '/submission/rows/1' }],
    });
    run.try(people.agent, { ...base, service: 'bed-grant', submission: submissionOf([]) });
    expect(run.last).toMatchObject({ issues: [{ code: 'ROWS_REQUIRED' }] });
    run.try(people.agent, { ...base, service: 'bed-grant', submission: submissionOf(Array.from({ length: 201 }, () => ({}))) });
    expect(run.last).toMatchObject({ issues: [{ code: 'TOO_MANY_ROWS' }] });
  });

  it('asks for number, claims and notices once each, with ids that differ', () => {
    const { effects } = new CaseRunner().open([{}, {}]);
    expect(effects.map((effect) => effect.kind)).toEqual(['claim', 'claim', 'assign-number', 'notify']);
    expect(new Set(effects.map((effect) => effect.id)).size).toBe(4);
    expect(effects[0]).toMatchObject({ claim: 'bed', key: '["bed","key-1","2021-06"]' });
  });
});

describe('outcomes of effects', () => {
  it('told twice change nothing the second time', () => {
    const run = new CaseRunner().open([{}]);
    const outcomes = [
      { kind: 'claim-granted', item: 'i1' },
      { kind: 'number-assigned', for: 'case', number: 'N-1' },
    ] as const;
    run.do(people.outbox, { type: 'RecordOutcomes', outcomes });
    const { seq } = run.live;
    run.do(people.outbox, { type: 'RecordOutcomes', outcomes });
    expect(run.live.seq).toBe(seq);
    expect(run.live.number).toBe('N-1');
  });
});

describe('a case out of turn', () => {
  it('answers what can be done for a step that is not active, unknown, or closed', () => {
    const run = new CaseRunner().open();
    run.tryTake(people.officer, 'decision', 'GRANT');
    expect(refused(run)).toBe('STEP_NOT_ACTIVE');
    run.tryTake(people.officer, 'nowhere', 'GRANT');
    expect(refused(run)).toBe('NOT_FOUND');
    run.tryTake(people.clerk, 'review', 'NOTHING');
    expect(refused(run)).toBe('ACTION_NOT_AVAILABLE');
    run.take(people.agent, 'review', 'WITHDRAW').tryTake(people.agent, 'review', 'WITHDRAW');
    expect(refused(run)).toBe('CASE_CLOSED');
  });
});
