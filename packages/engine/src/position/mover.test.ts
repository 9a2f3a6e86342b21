import type { WorkflowDefinition } from '@careway/definition';
import { describe, expect, it } from 'vitest';
import { compileWorkflow } from '../compile/compile-workflow.js';
import { CaseRunner } from '../testing/case-runner.js';
import { action, clock, label } from '../testing/grant-workflow.js';
import { areaPath, people, person, submissionOf } from '../testing/test-context.js';
import { returnTargets } from '../views/return-targets.js';
import { openEvent } from './machine-config.js';
import { MoveRefused, PositionRefused } from './mover.js';

type Step = WorkflowDefinition['steps'][number];

const step = (id: string, actions: Step['actions'], more: Partial<Step> = {}): Step => ({
  id,
  label: label(id),
  kind: 'task',
  assignee: { role: 'clerk' },
  actions: actions ?? [],
  ...more,
});

/** check → [ visit → report | papers (vote) ] → verdict → closed. */
function survey(join: 'all' | 'any', papers: Partial<Step> = {}): WorkflowDefinition {
  return {
    id: 'survey',
    version: '1.0.0',
    label: label('survey'),
    params: [{ id: 'days', label: label('days'), type: 'integer', value: 3, basis: {} }],
    parties: [{ id: 'applicant', label: label('applicant'), kinds: ['person'] }],
    facts: [],
    entries: [{ id: 'start', to: 'check' }],
    steps: [
      step('check', [action({ id: 'APPROVE', kind: 'move', to: 'survey-block' })]),
      step('visit', [action({ id: 'APPROVE', kind: 'move', to: 'report' })]),
      step('report', [action({ id: 'APPROVE', kind: 'move', to: '$done' }), action({ id: 'RETURN', kind: 'return' })]),
      step('papers', [action({ id: 'APPROVE', kind: 'move', to: '$done' }), action({ id: 'SUPPLEMENT', kind: 'supplement' })], papers),
      step('verdict', [action({ id: 'APPROVE', kind: 'move', to: 'closed' }), action({ id: 'RETURN', kind: 'return' })]),
      { id: 'closed', label: label('closed'), kind: 'end', ending: 'completed' },
    ],
    blocks: [
      {
        id: 'survey-block',
        label: label('survey'),
        join,
        to: 'verdict',
        branches: [
          { id: 'home', entry: 'visit', members: ['visit', 'report'] },
          { id: 'desk', entry: 'papers', members: ['papers'] },
        ],
      },
    ],
    clocks: [clock({ id: 'papers', param: 'days', unit: 'working-day', onDue: 'breach', pausesForSupplement: true })],
  };
}

const staff = ['a', 'b', 'c'].map((id) => person(id, ['clerk', 'street-1'])) as [
  typeof people.clerk,
  typeof people.clerk,
  typeof people.clerk,
];

function surveyed(workflow = survey('all')): CaseRunner {
  const run = new CaseRunner(compileWorkflow(workflow, { hash: 'survey' }));
  const parties = [{ party: 'applicant', kind: 'person' as const, subject: 'elder', agents: [] }];
  run.do(people.agent, {
    type: 'OpenCase',
    caseId: 'c',
    tenant: 't',
    service: 'bed-grant',
    areaPath,
    submission: submissionOf([]),
    parties,
  });
  return run.take(staff[0], 'check', 'APPROVE');
}

const seats = (rule: 'all' | 'any' | 'ordered'): Partial<Step> => ({
  vote: { rule, seats: ['first', 'second'].map((id) => ({ id, role: 'clerk' })) },
});

describe('parallel branches', () => {
  it('are moved one at a time though their actions share a name, and joined when all are done', () => {
    const run = surveyed();
    expect(run.live.position).toEqual(['papers', 'visit']);
    run.take(staff[0], 'papers', 'APPROVE');
    expect(run.live.position).toEqual(['survey-block$desk$done', 'visit']);
    run.take(staff[0], 'visit', 'APPROVE').take(staff[0], 'report', 'APPROVE');
    expect(run.live.position).toEqual(['verdict']);
    expect(run.acts.filter((act) => act.type === 'PositionMoved').at(-1)?.data).toMatchObject({ exits: ['report'], entries: ['verdict'] });
  });

  it('end together at the first where any is enough, with no task left behind', () => {
    const run = surveyed(survey('any')).take(staff[0], 'papers', 'APPROVE');
    expect(run.live.position).toEqual(['verdict']);
    expect(run.live.tasks.map((task) => task.step)).toEqual(['verdict']);
  });

  it('keep votes, tasks and clocks when a sibling is returned', () => {
    const run = surveyed(survey('all', { ...seats('all'), clocks: ['papers'] }));
    run.take(staff[0], 'papers', 'APPROVE').take(staff[0], 'visit', 'APPROVE');
    const before = run.live;
    run.take(staff[1], 'report', 'RETURN', { to: 'visit' });
    expect(run.live.position).toEqual(['papers', 'visit']);
    expect(run.live.votes).toEqual(before.votes);
    expect(run.live.clocks).toEqual(before.clocks);
    expect(run.live.tasks.filter((task) => task.step === 'papers')).toEqual(before.tasks.filter((task) => task.step === 'papers'));
  });

  it('a return from one branch into another moves that one only', () => {
    const run = surveyed().take(staff[0], 'papers', 'APPROVE').take(staff[0], 'visit', 'APPROVE');
    expect(returnTargets(run.compiled, run.live, { step: 'report', action: 'RETURN' })).toEqual(['check', 'visit', 'papers']);
    run.take(staff[1], 'report', 'RETURN', { to: 'papers' });
    expect(run.live.position).toEqual(['papers', 'report']);
    expect(run.live.tasks.map((task) => task.step).sort()).toEqual(['papers', 'report']);
  });

  it('a return out of the block cancels all of it; one back into a block left behind enters every branch', () => {
    const run = surveyed().take(staff[0], 'visit', 'APPROVE').take(staff[1], 'report', 'RETURN', { to: 'check' });
    expect(run.live.position).toEqual(['check']);
    expect(run.live.tasks.map((task) => task.step)).toEqual(['check']);
    run
      .take(staff[0], 'check', 'APPROVE')
      .take(staff[0], 'papers', 'APPROVE')
      .take(staff[0], 'visit', 'APPROVE')
      .take(staff[0], 'report', 'APPROVE');
    run.take(staff[1], 'verdict', 'RETURN', { to: 'report' });
    expect(run.live.position).toEqual(['papers', 'report']);
  });

  it('a supplement in one branch leaves with it, and clocks of the other run on', () => {
    const workflow = survey('all', { clocks: ['papers'] });
    const visit = workflow.steps.find((known) => known.id === 'visit');
    visit?.actions?.push(action({ id: 'SUPPLEMENT', kind: 'supplement' }));
    const run = surveyed(workflow).take(staff[0], 'visit', 'SUPPLEMENT', { list: [{ what: 'a', why: 'b' }] });
    expect(run.clock('papers')?.status).toBe('paused');
    run.take(staff[0], 'visit', 'APPROVE');
    expect(run.clock('papers')?.status).toBe('running');
    expect(run.live).not.toHaveProperty('supplement');
  });
});

describe('votes at a step', () => {
  it('in order open the next seat only after the one before, and one person votes once', () => {
    const run = surveyed(survey('all', seats('ordered')));
    expect(run.live.tasks.filter((task) => task.step === 'papers').map((task) => task.seat)).toEqual(['first']);
    run.take(staff[0], 'papers', 'APPROVE');
    expect(run.live.tasks.filter((task) => task.step === 'papers').map((task) => task.seat)).toEqual(['second']);
    expect(run.tryTake(staff[0], 'papers', 'APPROVE')).toMatchObject({ refusal: { code: 'ALREADY_VOTED' } });
    expect(run.tryTake(staff[1], 'papers', 'APPROVE', { seat: 'first' })).toMatchObject({ refusal: { code: 'NOT_YOUR_TASK' } });
    run.take(staff[1], 'papers', 'APPROVE', { seat: 'second' });
    expect(run.live.position).toContain('survey-block$desk$done');
  });

  it('are void once the step is left, and come back on unchanged facts, never so many that nobody is asked', () => {
    const run = surveyed(survey('all', { ...seats('all'), resume: 'keep-unchanged' }));
    run.take(staff[0], 'papers', 'APPROVE').take(staff[1], 'papers', 'APPROVE');
    expect(run.live.votes).toEqual([]);
    run.take(staff[0], 'visit', 'APPROVE').take(staff[2], 'report', 'RETURN', { to: 'papers' });
    expect(run.live.votes.map((vote) => vote.by)).toEqual(['a']);
    expect(run.live.tasks.filter((task) => task.step === 'papers').map((task) => task.seat)).toEqual(['second']);
    run.take(staff[1], 'papers', 'APPROVE');
    expect(run.live.position).toContain('survey-block$desk$done');
  });

  it('stay void where the step begins anew', () => {
    const run = surveyed(survey('all', seats('all')))
      .take(staff[0], 'papers', 'APPROVE')
      .take(staff[1], 'papers', 'APPROVE');
    run.take(staff[0], 'visit', 'APPROVE').take(staff[2], 'report', 'RETURN', { to: 'papers' });
    expect(run.live.votes).toEqual([]);
    expect(run.live.tasks.filter((task) => task.step === 'papers')).toHaveLength(2);
  });
});

describe('a stored position', () => {
  const { mover } = compileWorkflow(survey('all'), { hash: 'survey' });

  it('is refused when a branch of the definition is missing in it, or a step is unknown', () => {
    expect(() => mover.move(['visit'], { type: 'visit.APPROVE', path: 0 })).toThrow(PositionRefused);
    expect(() => mover.move(['papers', 'gone'], { type: 'papers.APPROVE', path: 0 })).toThrow(PositionRefused);
    expect(() => mover.move(['check', 'verdict'], { type: 'check.APPROVE', path: 0 })).toThrow(PositionRefused);
  });

  it('refuses events that nothing handles, where the machine itself would be silent', () => {
    expect(() => mover.move(['check'], { type: 'verdict.APPROVE', path: 0 })).toThrow(MoveRefused);
    expect(() => mover.move([], { type: openEvent('nowhere') })).toThrow(MoveRefused);
  });

  it('gives the same move object the second time', () => {
    const first = mover.move(['check'], { type: 'check.APPROVE', path: 0 });
    expect(mover.move(['check'], { type: 'check.APPROVE', path: 0 })).toBe(first);
    expect(first).toEqual({ to: ['papers', 'visit'], exits: ['check'], entries: ['visit', 'papers'] });
  });
});
