import { describe, expect, it } from 'vitest';
import { replay } from '../evolve/evolve.js';
import { CaseRunner } from '../testing/case-runner.js';
import { changedWorkflow } from '../testing/changed-workflow.js';
import { people, person } from '../testing/test-context.js';
import { availableActions } from '../views/available-actions.js';

const label = { 'zh-CN': '重新办理', en: 'again' };
const reopening = () =>
  new CaseRunner(
    changedWorkflow((copy) => {
      const end = copy.steps.find(({ id }) => id === 'withdrawn');
      Object.assign(end ?? {}, {
        assignee: { role: 'clerk' },
        actions: [
          {
            id: 'REOPEN',
            label,
            kind: 'reopen',
            by: 'applicant',
            to: 'review',
            times: 1,
            requires: ['reason'],
            letters: ['supplement-notice'],
          },
          { id: 'RESUME', label, kind: 'reopen', to: 'review', guard: 'days_since_closed <= 10', guardReason: label },
        ],
      });
    }),
  )
    .open([{}, {}])
    .settle();

const reopen = { reason: '又需要了' };
const withdrawn = () => reopening().take(people.agent, 'review', 'WITHDRAW').settle();

describe('reopening a closed case', () => {
  it('lets the applicant go on at a step with a new clock, tasks and the claims given up before', () => {
    const run = withdrawn();
    expect(run.live).toMatchObject({ status: 'closed', ending: 'withdrawn', tasks: [] });
    expect(run.live.items.every(({ claim }) => claim === undefined)).toBe(true);
    run.now = '2021-07-08T09:00:00+08:00';
    run.take(people.agent, 'withdrawn', 'REOPEN', reopen);
    expect(run.live).toMatchObject({ status: 'open', position: ['review'] });
    expect(run.live).not.toHaveProperty('ending');
    expect(run.clock('review')).toMatchObject({ status: 'running', startedOn: '2021-07-08' });
    expect(run.live.tasks).toMatchObject([{ kind: 'step', step: 'review', role: 'clerk' }]);
    expect(run.effects.filter(({ kind }) => kind === 'claim')).toHaveLength(2);
    expect(run.acts.find(({ type }) => type === 'CaseReopened')?.data).toEqual({ closedOn: '2021-07-05' });
    expect(run.live.letters.map(({ letter }) => letter)).toContain('supplement-notice');
    expect(replay(run.acts)).toEqual(run.live);
  });

  it('asks for what it requires, and ends after so many times', () => {
    const run = withdrawn();
    run.tryTake(people.agent, 'withdrawn', 'REOPEN');
    expect(run.last).toMatchObject({ ok: false, issues: [{ code: 'REASON_REQUIRED' }] });
    run.take(people.agent, 'withdrawn', 'REOPEN', reopen).take(people.agent, 'review', 'WITHDRAW');
    run.tryTake(people.agent, 'withdrawn', 'REOPEN', reopen);
    expect(run.last).toMatchObject({ ok: false, refusal: { code: 'TIMES_EXHAUSTED' } });
  });

  it('is offered on a closed case to whom it is for, while its condition holds', () => {
    const run = withdrawn();
    const offered = (actor = people.agent) =>
      availableActions(run.compiled, run.live, actor, run.context(actor)).map(({ action, available }) => [action, available]);
    expect(offered()).toEqual([
      ['REOPEN', true],
      ['RESUME', false],
    ]);
    expect(offered(people.clerk)).toEqual([
      ['REOPEN', false],
      ['RESUME', true],
    ]);
    run.now = '2021-07-16T09:00:00+08:00';
    expect(offered(people.clerk)).toContainEqual(['RESUME', false]);
    run.tryTake(people.clerk, 'withdrawn', 'RESUME');
    expect(run.last).toMatchObject({ ok: false, refusal: { code: 'ACTION_NOT_AVAILABLE' } });
  });

  it('is entered at the counter for an applicant who comes there', () => {
    const run = withdrawn();
    const clerk = { ...person('clerk-1', ['clerk', 'street-1']), channel: 'counter' as const };
    run.take(clerk, 'withdrawn', 'REOPEN', reopen);
    expect(run.live.status).toBe('open');
  });

  it('keeps what was decided, and whoever acted before stays apart', () => {
    const run = withdrawn().take(people.clerk, 'withdrawn', 'RESUME');
    expect(run.live.performers.withdrawn).toEqual(['clerk-1']);
    expect(run.live.visited).toEqual(['review', 'withdrawn']);
  });
});
