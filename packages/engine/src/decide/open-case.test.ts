import { describe, expect, it } from 'vitest';
import { replay } from '../evolve/evolve.js';
import { CaseRunner } from '../testing/case-runner.js';
import { areaPath, people, submissionOf } from '../testing/test-context.js';
import type { OpenCase } from '../types/command.js';

const opening = (more: Partial<OpenCase> = {}): OpenCase => ({
  type: 'OpenCase',
  caseId: 'case-1',
  tenant: 'city',
  service: 'bed-grant',
  areaPath,
  submission: submissionOf([{}]),
  parties: [{ party: 'applicant', kind: 'organisation', subject: 'org-1', name: '某中心', agents: [] }],
  ...more,
});
const schedule = { id: 'yearly-check', period: '2021' };

describe('a case that the calendar opens', () => {
  it('is filed by nobody, on the day of its period, and its clocks count from there', () => {
    const run = new CaseRunner();
    run.now = '2021-07-09T03:00:00+08:00';
    run.do(people.clockwork, opening({ schedule, filedOn: '2021-07-01' }));
    expect(run.live).toMatchObject({ schedule, filedOn: '2021-07-01', filedBy: 'system', position: ['review'] });
    expect(run.acts[0]).toMatchObject({ actor: { kind: 'system', cause: 'clock' }, recordedAt: run.now, effectiveOn: '2021-07-01' });
    expect(run.clock('review')).toMatchObject({ startedOn: '2021-07-01', due: '2021-07-08' });
    expect(replay(run.acts)).toEqual(run.live);
  });

  it('begins where its service says', () => {
    const run = new CaseRunner();
    const base = run.context(people.clockwork).services.get('bed-grant');
    const services = new Map([['bed-grant', { ...base, entry: 'objection' } as NonNullable<typeof base>]]);
    const other = new CaseRunner(run.compiled, { context: { services } });
    expect(other.do(people.clockwork, opening({ schedule })).live.position).toEqual(['objection-review']);
    const named = new CaseRunner(run.compiled, { context: { services } });
    expect(named.do(people.clockwork, opening({ schedule, entry: 'application' })).live.position).toEqual(['review']);
  });
});
